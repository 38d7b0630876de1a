import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Entry } from '../collection.ts';
import type { Contender } from '../contender.ts';

/** As its README has it: both fields indexed, everything else left as it is but for the options given. */
export function miniSearchOf(entries: readonly Entry[], searchOptions: SearchOptions): Contender {
  const index = new MiniSearch<Entry>({ fields: ['title', 'text'], searchOptions });
  index.addAll(entries);
  const rank = (line: string): readonly string[] => index.search(line).map(({ id }) => String(id));
  return { rank, work: rank };
}
