import type { Answer } from './command/types.ts';
import type { Span } from './corpus/types.ts';
import type { JsonAnswer, JsonPassage, Reply } from './desk.types.ts';
import type { LinkTo } from './links.ts';
import { plain } from './message/plain.ts';
import type { Passage } from './search/types.ts';

function passageJson({ article, paragraph }: Passage, quoted: Span, linkTo: LinkTo): JsonPassage {
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

interface Quoted {
  readonly passage: Passage;
  readonly quoted: Span;
}

function quotedIn(answer: Answer): readonly Quoted[] {
  switch (answer.kind) {
    case 'hits':
    case 'answer':
      return answer.hits.map((hit) => ({ passage: hit, quoted: hit.sentence }));
    case 'passage':
    case 'citation':
      return [{ passage: answer.passage, quoted: answer.passage.paragraph }];
    default:
      return [];
  }
}

function totalOf(answer: Answer, shown: number): number {
  if (answer.kind === 'hits') return answer.total;
  return answer.kind === 'sources' ? answer.articles.length : shown;
}

/** The answer as scripts get it. */
export function toJson(input: string, { answer, message }: Reply, linkTo: LinkTo): JsonAnswer {
  const passages = quotedIn(answer).map(({ passage, quoted }) => passageJson(passage, quoted, linkTo));
  return {
    input,
    kind: answer.kind,
    passages,
    total: totalOf(answer, passages.length),
    missing: 'missing' in answer ? answer.missing : [],
    text: plain(message),
  };
}
