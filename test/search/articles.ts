import type { Corpus } from '../../src/corpus/types.ts';
import { sentencesOf } from '../../src/document/sentences.ts';
import type { Article } from '../../src/document/types.ts';
import { articleWith, paragraphWith } from '../corpus/made.ts';

/** A corpus of articles of one passage each: their texts by id. */
export function corpusOf(texts: Readonly<Record<string, string>>, facts: Partial<Article> = {}): Corpus {
  const articles = Object.entries(texts).map(([id, text]): [string, Article] => {
    const span = { start: 0, end: text.length };
    const paragraph = paragraphWith(id, 1, span, { sentences: sentencesOf(text, span) });
    return [id, articleWith(id, text, { paragraphs: [paragraph], ...facts })];
  });
  return { articles: new Map(articles), faults: [] };
}
