import { isMeant } from '../../language/did-you-mean.ts';
import { spelled } from '../../language/tokens.ts';

/** Longer words are not compared. */
const LONGEST_COMPARED = 40;

/** Two spellings differ in length by less. */
const FAR = 4;

/** Whether one word is the British and one the American spelling of the same. */
export const isSpelling = (said: string, source: string): boolean =>
  Math.abs(said.length - source.length) <= FAR && spelled(said) === spelled(source);

/** Whether one word may be meant for another: spelt otherwise, or with one letter wrong, from eight letters on two. */
export function isNearSpelling(said: string, source: string): boolean {
  if (isSpelling(said, source)) return true;
  if (Math.max(said.length, source.length) > LONGEST_COMPARED) return false;
  // A number with another digit is another number.
  if (/\p{N}/u.test(said + source)) return false;
  const [shorter, longer] = said.length < source.length ? [said, source] : [source, said];
  return isMeant(longer, shorter, 'quotedWord');
}
