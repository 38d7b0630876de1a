import { editDistance } from '../../search/near-words.ts';
import { american } from '../../search/spelling.ts';

/** Characters; no two words are misspellings of each other beyond. */
const LONGEST_COMPARED = 40;

/** Words whose American spelling is kept: it takes longer to work out than all else here. */
const KEPT = 20_000;
const spellings = new Map<string, string>();

function spelt(word: string): string {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  if (spellings.size >= KEPT) spellings.clear();
  const spelling = american(word);
  spellings.set(word, spelling);
  return spelling;
}

/** Which letters a word has, one bit for each; letters beyond the bits share some. An edit changes two at most. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}

function bitsSet(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Characters that an American spelling may be shorter by, and more. */
const FAR = 4;

/** The same word spelt otherwise: British for American, or a letter wrong in four, two in eight. */
export function isSpelling(said: string, source: string): boolean {
  if (Math.abs(said.length - source.length) > FAR) return false;
  if (spelt(said) === spelt(source)) return true;
  const length = Math.min(said.length, source.length);
  if (Math.abs(said.length - source.length) > 2) return false;
  if (length < 4 || Math.max(said.length, source.length) > LONGEST_COMPARED) return false;
  // A number with another digit is another number.
  if (/\p{N}/u.test(said + source)) return false;
  const edits = length < 8 ? 1 : 2;
  return bitsSet(lettersOf(said) ^ lettersOf(source)) <= 2 * edits && editDistance(said, source) <= edits;
}
