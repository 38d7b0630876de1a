import type { LinkTo } from '../corpus/links.ts';
import type { Passage, Span } from '../document/types.ts';
import type { JsonPassage } from './types.ts';

export function passageJson({ article, paragraph }: Passage, quoted: Span, linkTo: LinkTo): JsonPassage {
  return {
    id: paragraph.id,
    article: article.id,
    title: article.title,
    publisher: article.publisher,
    author: article.author,
    published: article.published,
    url: linkTo(article, paragraph).url,
    text: article.text.slice(paragraph.start, paragraph.end),
    quote: article.text.slice(quoted.start, quoted.end),
    start: quoted.start,
    end: quoted.end,
    file: article.file,
  };
}
