import { editDistance, lettersApart } from '../../language/edit-distance.ts';
import { spelled } from '../../language/tokens.ts';

/** Characters; no two words are misspellings of each other beyond. */
const LONGEST_COMPARED = 40;

/** Characters that an American spelling may be shorter by, and more. */
const FAR = 4;

/** British for American spelling, or the reverse. */
export const isSpelling = (said: string, source: string): boolean =>
  Math.abs(said.length - source.length) <= FAR && spelled(said) === spelled(source);

/** A word that can be meant for another: spelt otherwise, or with a letter wrong in four, two in eight. */
export function isNearSpelling(said: string, source: string): boolean {
  if (isSpelling(said, source)) return true;
  const length = Math.min(said.length, source.length);
  if (Math.abs(said.length - source.length) > 2) return false;
  if (length < 4 || Math.max(said.length, source.length) > LONGEST_COMPARED) return false;
  // A number with another digit is another number.
  if (/\p{N}/u.test(said + source)) return false;
  const edits = length < 8 ? 1 : 2;
  return lettersApart(said, source) <= 2 * edits && editDistance(said, source) <= edits;
}
