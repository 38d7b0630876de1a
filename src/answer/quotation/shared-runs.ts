import type { CorpusWords } from './corpus-words.ts';
import { ELLIPSIS, INSERTION } from './quoted-words.ts';

/** Words that a quotation and an article have in common, one behind the other. */
export interface SharedRun {
  /** Where it begins in the quotation, in words. */
  readonly at: number;
  /** Where it begins in the index's row. */
  readonly place: number;
  /** In words. */
  readonly length: number;
}

/** Quotations so short that one changed word may leave no three words together. In words. */
export const SHORT = 8;

/** Runs that are looked for: three words in a row; of a quotation with ellipses two, of a short one each word. */
const runLength = (said: readonly number[]): number => {
  if (said.length <= SHORT) return 1;
  return said.includes(ELLIPSIS) || said.includes(INSERTION) ? 2 : 3;
};

/** Words of a short quotation that are looked for one by one: the two rarest, and others in no more places. */
const FEW_PLACES = 100;
/** How often a quotation that repeats itself is looked for with the same run. */
const REPEATED = 4;

/** A word that stands in more places tells no passage from another. */
export const MOST_PLACES = 5000;

export const matchesAt = (row: Int32Array, place: number, said: readonly number[], at: number): boolean =>
  said[at] !== undefined && said[at] >= 0 && row[place] === said[at];

/** The word of some that stands in the fewest places; -1 when one of them stands nowhere. */
function rarest(said: readonly number[], from: number, to: number, index: CorpusWords): number {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at++) {
    const number = said[at] ?? -1;
    if (number < 0) return -1;
    const count = index.countOf(number);
    if (count < fewest) {
      fewest = count;
      best = at;
    }
  }
  return best;
}

/** Every place in which the words stand one behind the other, in order. */
export function exactPlaces(said: readonly number[], index: CorpusWords): readonly number[] {
  const anchor = rarest(said, 0, said.length, index);
  if (anchor < 0) return [];
  const found: number[] = [];
  const { row } = index;
  for (const place of index.placesOf(said[anchor] ?? -1)) {
    const start = place - anchor;
    let length = 0;
    while (length < said.length && row[start + length] === said[length]) length++;
    if (length === said.length) found.push(start);
  }
  return found;
}

/** Whether the run of some words is worth looking for, and the word of it to look for. */
function runsSought(said: readonly number[], index: CorpusWords): readonly { at: number; anchor: number }[] {
  const size = runLength(said);
  const seen = new Map<string, number>();
  const runs: { at: number; anchor: number; places: number }[] = [];
  for (let at = 0; at + size <= said.length; at++) {
    const anchor = rarest(said, at, at + size, index);
    if (anchor < 0) continue;
    const places = index.countOf(said[anchor] ?? -1);
    if (places > MOST_PLACES) continue;
    const run = said.slice(at, at + size).join(' ');
    const times = (seen.get(run) ?? 0) + 1;
    seen.set(run, times);
    if (times <= REPEATED) runs.push({ at, anchor, places });
  }
  if (said.length > SHORT) return runs;
  const [, second] = runs.map(({ places }) => places).sort((a, b) => a - b);
  return runs.filter(({ places }) => places <= Math.max(FEW_PLACES, second ?? 0));
}

/** The stretches that are as long as they can be, by the first place of their article. */
export function sharedRuns(
  said: readonly number[],
  index: CorpusWords,
): ReadonlyMap<number, readonly SharedRun[]> {
  const { row } = index;
  const size = runLength(said);
  const byArticle = new Map<number, SharedRun[]>();
  /** Where the last stretch of each diagonal ends, in words of the quotation. */
  const ends = new Map<number, number>();
  for (const { at, anchor } of runsSought(said, index)) {
    for (const anchored of index.placesOf(said[anchor] ?? -1)) {
      const begun = anchored - (anchor - at);
      if (begun < 0 || (ends.get(begun - at) ?? 0) > at) continue;
      let length = 0;
      while (matchesAt(row, begun + length, said, at + length)) length++;
      if (length < size) continue;
      ends.set(begun - at, at + length);
      let before = 0;
      while (matchesAt(row, begun - before - 1, said, at - before - 1)) before++;
      const place = begun - before;
      const article = index.articleAt(place).start;
      const stretches = byArticle.get(article) ?? [];
      stretches.push({ at: at - before, place, length: before + length });
      byArticle.set(article, stretches);
    }
  }
  return byArticle;
}
