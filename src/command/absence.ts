import type { Article } from '../document/types.ts';
import { writeQuery } from '../search/query.ts';
import { withWord } from '../search/suggest.ts';
import type { Query } from '../search/types.ts';
import type { Core } from './module.ts';
import { LONGEST_QUERY } from './query.ts';
import type { DateSpan, Suggestion } from './types.ts';

/** Unknown words for which others are suggested: more is a line in another language, and must stay cheap. */
const MOST = 3;

/** What may have been meant by the words that the corpus does not have; only words that the line has room for. */
export function suggestionsFor(
  query: Query,
  missing: readonly string[],
  { search }: Core,
): readonly Suggestion[] {
  return missing.slice(0, MOST).flatMap((typed): Suggestion[] => {
    const [first, ...others] = search.suggest(typed).filter((word) => {
      const line = writeQuery(withWord(query, typed, word));
      return line !== writeQuery(query) && line.length <= LONGEST_QUERY;
    });
    return first === undefined ? [] : [{ typed, words: [first, ...others] }];
  });
}

/** From when to when the articles are dated. */
export function dateSpan(articles: Iterable<Article>): DateSpan {
  const all = [...articles];
  const dates = all.flatMap(({ published }) => (published === null ? [] : [published])).sort();
  return {
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    undated: all.length - dates.length,
    articles: all.length,
  };
}
