/** Words of an n-gram: fewer stand together by chance, more miss wordings that differ a little. */
export const TRIGRAM = 3;

/**
 * Likeness from which two texts are variants of each other: on the five articles, sentences of one speech in two
 * articles lie above it, sentences on the same matter below.
 */
export const SAME_WORDS = 0.6;

/** The trigrams of a text, three words in a row each; a shorter text is one by itself. Words as `foldedWords` gives them. */
export function trigramsOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length === 0) return new Set();
  const last = Math.max(0, words.length - TRIGRAM);
  return new Set(Array.from({ length: last + 1 }, (_, at) => words.slice(at, at + TRIGRAM).join(' ')));
}

/** The share of the smaller set of trigrams that the other one has as well, from 0 to 1: the overlap coefficient. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const trigram of few) if (many.has(trigram)) shared++;
  return shared / few.size;
}
