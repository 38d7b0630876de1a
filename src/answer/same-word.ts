import { editDistance } from '../search/near-words.ts';
import { american } from '../search/spelling.ts';

/** Characters; no two words are misspellings of each other beyond. */
const LONGEST_COMPARED = 40;

/** The same word spelt otherwise: British for American, or a letter wrong in four, two in eight. */
export function isSpelling(said: string, source: string): boolean {
  if (american(said) === american(source)) return true;
  const length = Math.min(said.length, source.length);
  if (length < 4 || Math.max(said.length, source.length) > LONGEST_COMPARED) return false;
  // A number with another digit is another number.
  if (/\p{N}/u.test(said + source)) return false;
  return editDistance(said, source) <= (length < 8 ? 1 : 2);
}
