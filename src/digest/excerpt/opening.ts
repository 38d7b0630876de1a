import { stopwords } from '../../language/stopwords.ts';
import { DATES, PERSONS } from './reference-words.ts';

/** A word of a sentence, as its references are read. */
export interface SentenceWord {
  /** In lower case, with straight apostrophes and no possessive ending. */
  readonly word: string;
  readonly written: string;
  /** What stands behind it, up to the next word. */
  readonly after: string;
}

/** A sentence with its words, and how it starts. */
export interface Opening {
  readonly words: readonly SentenceWord[];
  /** From the first word on, in lower case, with straight apostrophes. */
  readonly lower: string;
  /** How many words stand before the first comma; all of them where none comes soon. */
  readonly phrase: number;
}

const WORD = /[\p{L}\p{N}]+(?:[’'.‐‑-][\p{L}\p{N}]+)*/gu;

/** Words before the comma that ends an opening phrase. */
const LONGEST_PHRASE = 15;

export const straight = (text: string): string => text.replace(/[’‘]/gu, "'");

export function sentenceWords(text: string): readonly SentenceWord[] {
  const found = [...text.matchAll(WORD)];
  return found.map(({ 0: written, index }, at) => ({
    written,
    word: straight(written.toLowerCase()).replace(/'s$/, ''),
    after: text.slice(index + written.length, found[at + 1]?.index ?? text.length),
  }));
}

export const endsWithComma = ({ after }: SentenceWord): boolean => /^["”’')]*,/u.test(after);

export function openingOf(text: string): Opening {
  const words = sentenceWords(text);
  const comma = words.slice(0, LONGEST_PHRASE).findIndex(endsWithComma);
  return {
    words,
    lower: straight(text.slice(Math.max(0, text.search(/[\p{L}\p{N}]/u))).toLowerCase()),
    phrase: comma === -1 ? words.length : comma + 1,
  };
}

export const isCapital = (written: string): boolean => /^\p{Lu}/u.test(written);

export const isName = ({ word, written }: SentenceWord): boolean =>
  isCapital(written) && !stopwords.has(word) && !DATES.has(word);

const isPersonsTitle = ({ word }: SentenceWord): boolean =>
  PERSONS.has(word) || PERSONS.has(word.replace(/s$/, ''));

/** Whether a word can be somebody's name, or what somebody is: "COVAX" is neither. */
export const isPerson = (word: SentenceWord): boolean =>
  isPersonsTitle(word) || (isName(word) && /\p{Ll}/u.test(word.written));

/** Whether somebody is named. The first word has a capital whatever it is, and counts only before another name. */
export const namesPerson = (words: readonly SentenceWord[]): boolean =>
  words.some((word, at) => {
    if (!isPerson(word)) return false;
    const next = words[at + 1];
    return at > 0 || isPersonsTitle(word) || (next !== undefined && isName(next));
  });
