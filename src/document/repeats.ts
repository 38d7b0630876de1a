import { foldedWords } from './fold.ts';

/** Characters of the folded words; a shorter paragraph is repeated by chance. */
const SHORTEST_REPEATED = 40;
/** Words by which repeats are looked for; a paragraph of fewer repeats nothing. */
const OPENING_WORDS = 4;

/** Different texts that fold to the same words are one. */
interface FoldedText {
  readonly words: readonly string[];
  /** The words between single spaces, one on each side as well. */
  readonly joined: string;
  /** The last text that has these words. */
  readonly last: number;
}

/** By opening words, so that a text is compared only with those that it may hold. */
const byOpening = (foldedTexts: Iterable<FoldedText>): ReadonlyMap<string, readonly FoldedText[]> =>
  Map.groupBy(foldedTexts, ({ words }) => words.slice(0, OPENING_WORDS).join(' '));

/**
 * For each text the index of another that holds all its words in the same order; `null` where none does. Of several it
 * is the longest, and of equally long ones the last: so what is pointed at never points on.
 */
export const repeatsOf = (texts: readonly string[]): readonly (number | null)[] => {
  const keys: string[] = [];
  const foldedTexts = new Map<string, FoldedText>();
  for (const [last, text] of texts.entries()) {
    const words = foldedWords(text);
    const joined = ` ${words.join(' ')} `;
    keys.push(joined);
    if (words.length >= OPENING_WORDS && joined.length >= SHORTEST_REPEATED + 2)
      foldedTexts.set(joined, { words, joined, last });
  }
  const openings = byOpening(foldedTexts.values());
  const firstWords = new Set([...foldedTexts.values()].map(({ words }) => words[0]));
  const holders = new Map<FoldedText, FoldedText>();
  for (const holder of foldedTexts.values()) {
    const { words, joined } = holder;
    const candidates = new Set<FoldedText>();
    for (let at = 0; at + OPENING_WORDS <= words.length; at += 1) {
      if (!firstWords.has(words[at])) continue;
      for (const folded of openings.get(words.slice(at, at + OPENING_WORDS).join(' ')) ?? [])
        candidates.add(folded);
    }
    for (const folded of candidates) {
      if (folded.joined.length >= joined.length || !joined.includes(folded.joined)) continue;
      const known = holders.get(folded);
      const isBetter =
        known === undefined ||
        joined.length > known.joined.length ||
        (joined.length === known.joined.length && holder.last > known.last);
      if (isBetter) holders.set(folded, holder);
    }
  }
  return keys.map((key, index) => {
    const folded = foldedTexts.get(key);
    if (folded === undefined) return null;
    const target = (holders.get(folded) ?? folded).last;
    return target === index ? null : target;
  });
};
