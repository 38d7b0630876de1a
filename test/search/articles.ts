import { howToSearch } from '../../src/command/search.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { sentencesOf } from '../../src/document/sentences.ts';
import type { Article } from '../../src/document/types.ts';
import { parseQuery } from '../../src/search/query.ts';
import { createSearch } from '../../src/search/search.ts';
import type { FindOptions, Results, Search } from '../../src/search/search.types.ts';
import type { Query } from '../../src/search/types.ts';
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

/** The query of a line that has no fault. */
export function queryOf(line: string): Query {
  const parsed = parseQuery(line);
  if (!('query' in parsed)) throw new Error(`${line}: ${parsed.code}`);
  return parsed.query;
}

export interface Searching {
  readonly search: Search;
  /** What a line finds, as `search` looks for it unless something else is said. */
  results(line: string, more?: Partial<FindOptions>): Results;
  /** The ids of the articles found, best first. */
  ids(line: string, more?: Partial<FindOptions>): readonly string[];
}

/** A search over articles of one passage each: their texts by id. */
export function searching(corpus: Corpus): Searching {
  const search = createSearch(corpus);
  const results = (line: string, more: Partial<FindOptions> = {}): Results =>
    search.find(queryOf(line), { ...howToSearch, ...more });
  return {
    search,
    results,
    ids: (line, more) => results(line, more).found.map(({ article }) => article.id),
  };
}
