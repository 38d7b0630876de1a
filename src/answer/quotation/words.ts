import type { Span } from '../../document/types.ts';
import { APOSTROPHES } from '../../language/quotation-marks.ts';
import { INVISIBLE } from '../../language/tokens.ts';

/** A word of a quotation or of an article, in UTF-16 code units of the text it was read from. */
export interface ComparedWord extends Span {
  /** What is compared: without accents, apostrophes, letter case and compatibility forms. */
  readonly key: string;
}

/** Scripts that set no spaces between words: each character counts as one. */
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const SPACED_LETTER = `[[\\p{L}\\p{N}]--[${UNSPACED}]]`;

/** Signs that are read aloud are words, so that “&” for “and” is a changed word and no punctuation. */
const COMPARED_WORD = new RegExp(
  [
    `[${UNSPACED}]\\p{M}*`,
    `${SPACED_LETTER}(?:[${SPACED_LETTER}\\p{M}${INVISIBLE}]|[${APOSTROPHES}](?=\\p{L})|(?<=\\p{N})[.,](?=\\p{N}))*`,
    '[\\&%\\p{Sc}]',
  ].join('|'),
  'gv',
);

const LEFT_OUT = new RegExp(`[${INVISIBLE}${APOSTROPHES}]`, 'gu');
/** Combining accents, and the vowel points of Hebrew and Arabic. Other scripts' marks tell words apart. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

export const withoutAccents = (text: string): string => text.normalize('NFD').replace(ACCENTS, '');

/** Most words are plain, and need none of the costly folding. */
const PLAIN_WORD = /^[a-z0-9]+$/;

/** What a written word is compared by: see `ComparedWord.key`. */
export const comparisonKey = (written: string): string =>
  PLAIN_WORD.test(written)
    ? written
    : withoutAccents(written.normalize('NFKD')).replace(LEFT_OUT, '').toLowerCase();

/** Calls `found` with each word of a text and its place, in order. */
export function eachWord(text: string, found: (written: string, at: number) => void): void {
  COMPARED_WORD.lastIndex = 0;
  for (let match = COMPARED_WORD.exec(text); match !== null; match = COMPARED_WORD.exec(text))
    found(match[0], match.index);
}

/** The words of a text, in order, at their places plus `offset`. */
export function comparedWords(text: string, offset = 0): readonly ComparedWord[] {
  const words: ComparedWord[] = [];
  eachWord(text, (written, at) => {
    words.push({ key: comparisonKey(written), start: offset + at, end: offset + at + written.length });
  });
  return words;
}
