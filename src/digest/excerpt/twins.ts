import type { Excerpt } from '../types.ts';
import { EDITED, wordsOfExcerpt } from './same-words.ts';

/** For an excerpt those before it that say the same, up to a few words. */
export type Twins = ReadonlyMap<Excerpt, readonly Excerpt[]>;

/**
 * At most so many excerpts are remembered for a run of words. One that more of them have is a turn of phrase, and
 * excerpts that say the same share rarer runs as well.
 */
const HOLDERS = 50;

/** Excerpts that are compared at one step of the work: some milliseconds. */
const STEP = 20;

/** For each excerpt those before it that say the same, if any. In steps of some milliseconds each. */
export function* twinsOf(excerpts: readonly Excerpt[]): Generator<undefined, Twins> {
  const holders = new Map<string, Excerpt[]>();
  const twins = new Map<Excerpt, readonly Excerpt[]>();
  for (const [at, excerpt] of excerpts.entries()) {
    if (at % STEP === 0) yield;
    const own = wordsOfExcerpt(excerpt);
    const shared = new Map<Excerpt, number>();
    for (const run of own.runs) {
      const those = holders.get(run);
      if (those === undefined) holders.set(run, [excerpt]);
      else {
        for (const other of those) shared.set(other, (shared.get(other) ?? 0) + 1);
        if (those.length < HOLDERS) those.push(excerpt);
      }
    }
    const same = [...shared].flatMap(([other, runs]) => {
      const size = Math.min(own.runs.size, wordsOfExcerpt(other).runs.size);
      return runs >= EDITED * size ? [other] : [];
    });
    if (same.length > 0) twins.set(excerpt, same);
  }
  return twins;
}
