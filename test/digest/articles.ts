import type { Corpus } from '../../src/corpus/types.ts';
import type { Excerpt } from '../../src/digest/types.ts';
import { parseArticle } from '../../src/document/article.ts';
import { textOf } from '../../src/document/passage.ts';
import type { Article } from '../../src/document/types.ts';

/** A corpus of these texts by id, read as files are. */
export function corpusOf(texts: Readonly<Record<string, string>>): Corpus {
  const articles = Object.entries(texts).map(([id, text]): [string, Article] => {
    const parsed = parseArticle(`seeds/${id}.md`, `---\nid: ${id}\ntitle: ${id}\n---\n${text}\n`);
    if (!parsed.ok) throw new Error(parsed.complaint.problem);
    return [id, parsed.article];
  });
  return { articles: new Map(articles), faults: [] };
}

export const textOfExcerpt = (excerpt: Excerpt): string => textOf(excerpt.article, excerpt);
