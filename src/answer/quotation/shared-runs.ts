import type { CorpusWords } from './corpus-words.ts';
import { ELLIPSIS, INSERTION } from './quoted-words.ts';

/** A run of words, as long as it can be, that a quotation and an article have in common. */
export interface SharedRun {
  /** Where it begins in the quotation, in words. */
  readonly at: number;
  /** Where it begins in the index's row. */
  readonly place: number;
  /** In words. */
  readonly length: number;
}

/** In words: a quotation so short that one changed word may leave no three together. */
export const SHORT = 8;

/** The n of the n-grams that runs are found by: 3; with ellipses or insertions 2, for a short quotation 1. */
const gramLength = (said: readonly number[]): number => {
  if (said.length <= SHORT) return 1;
  return said.includes(ELLIPSIS) || said.includes(INSERTION) ? 2 : 3;
};

/** Of a short quotation, words in more places are not looked for, the two rarest aside. */
const FEW_PLACES = 100;
/** How often the same n-gram of a quotation is looked for: it may repeat itself. */
const MOST_REPEATED = 4;

/** A word that stands in more places tells no passage from another. */
export const MOST_PLACES = 5000;

/** Whether the word at a place of the row is the one at `at` in the quotation; unknown words match nothing. */
export const matchesAt = (row: Int32Array, place: number, said: readonly number[], at: number): boolean =>
  said[at] !== undefined && said[at] >= 0 && row[place] === said[at];

/** Which word, of those from `from` to `to`, stands in the fewest places; -1 when one of them stands nowhere. */
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

/** The n-grams that are worth looking for: where each begins, and the rarest of its words, which is looked up. */
function anchoredGrams(
  said: readonly number[],
  index: CorpusWords,
): readonly { at: number; anchor: number }[] {
  const size = gramLength(said);
  const seen = new Map<string, number>();
  const grams: { at: number; anchor: number; places: number }[] = [];
  for (let at = 0; at + size <= said.length; at++) {
    const anchor = rarest(said, at, at + size, index);
    if (anchor < 0) continue;
    const places = index.countOf(said[anchor] ?? -1);
    if (places > MOST_PLACES) continue;
    const gram = said.slice(at, at + size).join(' ');
    const times = (seen.get(gram) ?? 0) + 1;
    seen.set(gram, times);
    if (times <= MOST_REPEATED) grams.push({ at, anchor, places });
  }
  if (said.length > SHORT) return grams;
  const [, second] = grams.map(({ places }) => places).sort((a, b) => a - b);
  return grams.filter(({ places }) => places <= Math.max(FEW_PLACES, second ?? 0));
}

/** The runs that a quotation shares with articles, by the first place of each article. */
export function sharedRuns(
  said: readonly number[],
  index: CorpusWords,
): ReadonlyMap<number, readonly SharedRun[]> {
  const { row } = index;
  const size = gramLength(said);
  const byArticle = new Map<number, SharedRun[]>();
  /** Where the last run of each diagonal ends, in words of the quotation: what it has is not found again. */
  const ends = new Map<number, number>();
  for (const { at, anchor } of anchoredGrams(said, index)) {
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
      const runs = byArticle.get(article) ?? [];
      runs.push({ at: at - before, place, length: before + length });
      byArticle.set(article, runs);
    }
  }
  return byArticle;
}
