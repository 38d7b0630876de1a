/** Words in a row that are compared: fewer stand together by chance, more miss wordings that differ a little. */
export const TRIGRAM = 3;

/**
 * Likeness from which two texts are wordings of the same words: on the five articles, above it are the sentences
 * of one speech in two articles, below it sentences on the same matter.
 */
export const SAME_WORDS = 0.6;

/** All runs of three words of a text; of a shorter one the words together. Words as `foldedWords` gives them. */
export function trigramsOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length === 0) return new Set();
  const last = Math.max(0, words.length - TRIGRAM);
  return new Set(Array.from({ length: last + 1 }, (_, at) => words.slice(at, at + TRIGRAM).join(' ')));
}

/** The share of the shorter text's runs that the other one has as well, from 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const run of few) if (many.has(run)) shared++;
  return shared / few.size;
}
