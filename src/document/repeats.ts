import { foldedWords } from './fold.ts';

/** Shorter paragraphs are repeated by chance. Characters of the folded words. */
const SHORTEST_REPEATED = 40;
/** Words that are compared before the whole; a paragraph of fewer words repeats nothing. */
const OPENING = 4;

/** A wording, and the last text that has it. */
interface FoldedText {
  readonly words: readonly string[];
  /** The words between single spaces, one on each side as well. */
  readonly joined: string;
  readonly last: number;
}

/** By opening words, so that only wordings that may lie inside another one are looked for in it. */
const byOpening = (wordings: Iterable<FoldedText>): ReadonlyMap<string, readonly FoldedText[]> =>
  Map.groupBy(wordings, ({ words }) => words.slice(0, OPENING).join(' '));

/**
 * For each text the index of the other one that holds all its words in the same order: the longest, and of
 * equally long ones the last, so that what is pointed at never points on; `null` for a text of its own.
 */
export const repeatsOf = (texts: readonly string[]): readonly (number | null)[] => {
  const keys: string[] = [];
  const wordings = new Map<string, FoldedText>();
  for (const [last, text] of texts.entries()) {
    const words = foldedWords(text);
    const joined = ` ${words.join(' ')} `;
    keys.push(joined);
    if (words.length >= OPENING && joined.length >= SHORTEST_REPEATED + 2)
      wordings.set(joined, { words, joined, last });
  }
  const openings = byOpening(wordings.values());
  const firstWords = new Set([...wordings.values()].map(({ words }) => words[0]));
  const holders = new Map<FoldedText, FoldedText>();
  for (const holder of wordings.values()) {
    const { words, joined } = holder;
    const candidates = new Set<FoldedText>();
    for (let at = 0; at + OPENING <= words.length; at += 1) {
      if (!firstWords.has(words[at])) continue;
      for (const wording of openings.get(words.slice(at, at + OPENING).join(' ')) ?? [])
        candidates.add(wording);
    }
    for (const wording of candidates) {
      if (wording.joined.length >= joined.length || !joined.includes(wording.joined)) continue;
      const known = holders.get(wording);
      const isBetter =
        known === undefined ||
        joined.length > known.joined.length ||
        (joined.length === known.joined.length && holder.last > known.last);
      if (isBetter) holders.set(wording, holder);
    }
  }
  return keys.map((key, index) => {
    const wording = wordings.get(key);
    if (wording === undefined) return null;
    const target = (holders.get(wording) ?? wording).last;
    return target === index ? null : target;
  });
};
