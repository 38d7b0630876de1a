import { stemmer } from 'stemmer';
import type { Span } from '../corpus/types.ts';
import { american } from './spelling.ts';

/** A word as the index knows it, and where it stands in the text it was read from. */
export interface Token extends Span {
  /** Letters and digits in lower case, without accents and possessive `'s`. */
  readonly word: string;
  /** What is compared: spelling and endings evened out. */
  readonly term: string;
  /** As written, for telling an acronym from a word. */
  readonly written: string;
  /** Stands directly behind the previous token with only a hyphen between. */
  readonly hyphenated: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s$/u;
const APOSTROPHES = /['’]/gu;
const HYPHEN = /^[-‐‑]$/u;
const ACCENTS = /\p{M}/gu;

/** Words seen so far and their terms: the same words come again and again. */
const terms = new Map<string, string>();
const TERMS_KEPT = 100_000;

/** @param word in lower case, as `fold` gives it. */
export function termOf(word: string): string {
  const known = terms.get(word);
  if (known !== undefined) return known;
  const term = /\d/.test(word) ? word : stemmer(american(word));
  if (terms.size < TERMS_KEPT) terms.set(word, term);
  return term;
}

/** Lower case, compatibility forms and accents evened out. The length may change. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(POSSESSIVE, '').replace(APOSTROPHES, '');

/** The words of a text, in order. Offsets are in `text`, in UTF-16 code units, plus `offset`. */
export function tokens(text: string, offset = 0): readonly Token[] {
  const found: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(WORD)) {
    const written = match[0];
    const start = match.index;
    const word = fold(written);
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
