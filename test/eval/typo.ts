import { stopwords } from '../../src/language/stopwords.ts';
import { fold } from '../../src/language/tokens.ts';
import { pick, seeded } from '../bench/random.ts';

const SHORTEST = 5;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

type Edit = (letters: readonly string[], random: () => number) => readonly string[];

const at = (length: number, random: () => number): number => Math.floor(random() * length);

const substitute: Edit = (letters, random) => {
  const place = at(letters.length, random);
  const others = LETTERS.filter((letter) => letter !== letters[place]?.toLowerCase());
  return letters.with(place, pick(others, random));
};

const insert: Edit = (letters, random) =>
  letters.toSpliced(at(letters.length + 1, random), 0, pick(LETTERS, random));

const remove: Edit = (letters, random) => letters.toSpliced(at(letters.length, random), 1);

/** Two neighbours that differ change places; a word of one letter throughout loses one instead. */
const swap: Edit = (letters, random) => {
  const places = letters.flatMap((letter, place) =>
    place > 0 && letter !== letters[place - 1] ? [place] : [],
  );
  if (places.length === 0) return remove(letters, random);
  const place = pick(places, random);
  const [before = '', after = ''] = letters.slice(place - 1, place + 1);
  return letters.toSpliced(place - 1, 2, after, before);
};

const EDITS: readonly Edit[] = [substitute, insert, remove, swap];

/** FNV-1a, 32 bits: the same error for the same query, whichever others are evaluated with it. */
const hash = (text: string): number =>
  [...Buffer.from(text)].reduce((code, byte) => Math.imul(code ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

/**
 * The text with one typing error (a letter replaced, added, left out, or two neighbours swapped) in one word of
 * at least five letters that is not a common one; unchanged where there is no such word.
 */
export function withTypo(text: string, id: string, seed: number): string {
  const random = seeded((hash(id) ^ seed) >>> 0);
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].filter(
    ([word]) => [...word].length >= SHORTEST && !stopwords.has(fold(word)),
  );
  if (words.length === 0) return text;
  const word = pick(words, random);
  const mistyped = pick(EDITS, random)([...word[0]], random).join('');
  return `${text.slice(0, word.index)}${mistyped}${text.slice(word.index + word[0].length)}`;
}
