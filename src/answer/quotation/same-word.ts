import { isMeant } from '../../language/did-you-mean.ts';
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
  if (Math.max(said.length, source.length) > LONGEST_COMPARED) return false;
  // A number with another digit is another number.
  if (/\p{N}/u.test(said + source)) return false;
  const [shorter, longer] = said.length < source.length ? [said, source] : [source, said];
  return isMeant(longer, shorter, 'quotedWord');
}
