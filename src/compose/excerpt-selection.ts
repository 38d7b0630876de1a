import type { Corpus } from '../corpus/types.ts';
import { excerptsOf } from '../digest/excerpt/excerpts.ts';
import type { Excerpt } from '../digest/types.ts';
import { memoise } from '../memoise.ts';
import { admittedArticles } from '../search/filters.ts';
import { parseQuery } from '../search/query.ts';

/** Filters whose excerpts are kept: as many as there are channels with filters of their own, or more. */
const REMEMBERED = 500;

/**
 * The excerpts of a corpus that filters leave.
 *
 * @returns takes filters as they are typed, and gives the same array for the same ones; those that can be read no
 * longer leave nothing.
 */
export function createSelection(corpus: Corpus): (filters: string) => readonly Excerpt[] {
  return memoise(REMEMBERED, (filters) => {
    const parsed = parseQuery(filters);
    if ('code' in parsed) return [];
    const { admitted } = admittedArticles([...corpus.articles.values()], parsed.query.filters);
    return excerptsOf(corpus, ({ id }) => admitted === 'all' || admitted.has(id));
  });
}
