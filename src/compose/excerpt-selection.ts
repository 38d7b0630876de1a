import type { Corpus } from '../corpus/types.ts';
import { excerptsOf } from '../digest/excerpt/excerpts.ts';
import type { Excerpt } from '../digest/types.ts';
import { parseQuery } from '../search/query.ts';

/**
 * The excerpts of a corpus that filters leave.
 *
 * @returns takes filters as they are typed; those that can be read no longer leave nothing.
 */
export const createSelection =
  (corpus: Corpus) =>
  (filters: string): readonly Excerpt[] => {
    const parsed = parseQuery(filters);
    return 'code' in parsed ? [] : excerptsOf(corpus, parsed.query.filters);
  };
