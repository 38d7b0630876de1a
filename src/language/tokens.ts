import { stemmer } from 'stemmer';
import { memoise } from '../memoise.ts';
import { american } from './spelling.ts';
import { stopwords } from './stopwords.ts';

/** A word as the index knows it, and where it stands in the text it was read from, in UTF-16 code units. */
export interface Token {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Letters and digits in lower case, without accents and possessive `'s`. */
  readonly word: string;
  /** What is compared: the stem of the American spelling. */
  readonly term: string;
  /** As written, for telling an acronym from a word. */
  readonly written: string;
  /** Whether only a hyphen stands between it and the token before. */
  readonly hyphenated: boolean;
}

/** Characters that do not show and may stand inside a word of a copied text: soft hyphens and joiners. */
export const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const TOKEN_PATTERN = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${INVISIBLE}]*(?:['’][\\p{L}\\p{M}${INVISIBLE}]+)*`,
  'gu',
);
const NOT_COMPARED = new RegExp(`[\\p{M}${INVISIBLE}]`, 'gu');
const POSSESSIVE = /['’]s$/u;
const PLAIN_APOSTROPHES = /['’]/gu;
const HYPHEN = /^[-‐‑]$/u;
const MOST_WORDS_KEPT = 100_000;

/**
 * A word's stem. A common word is its own: a stemmer makes "hi" of "his".
 *
 * @param word in lower case, as `fold` gives it.
 */
export const termOf = memoise(MOST_WORDS_KEPT, (word) =>
  /\d/.test(word) || stopwords.has(word) ? word : stemmer(american(word)),
);

/** A word in its American spelling: phrases match in any spelling, but in no other form. */
export const spelled = memoise(MOST_WORDS_KEPT, american);

/** Lower case, without accents and compatibility forms. The length may change. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(NOT_COMPARED, '')
    .toLowerCase()
    .replace(POSSESSIVE, '')
    .replace(PLAIN_APOSTROPHES, '');

const foldWord = memoise(MOST_WORDS_KEPT, fold);

/** The words of a text, in order. Offsets are in `text`, in UTF-16 code units, plus `offset`. */
export function tokens(text: string, offset = 0): readonly Token[] {
  const found: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(TOKEN_PATTERN)) {
    const written = match[0];
    const start = match.index;
    const word = foldWord(written);
    if (word === '') continue;
    const hyphenated = previousEnd >= 0 && HYPHEN.test(text.slice(previousEnd, start));
    previousEnd = start + written.length;
    found.push({
      word,
      term: termOf(word),
      written,
      hyphenated,
      start: offset + start,
      end: offset + previousEnd,
    });
  }
  return found;
}
