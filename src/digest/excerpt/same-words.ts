import { likeness, trigramsOf } from '../../answer/likeness.ts';
import { foldedWords } from '../../document/fold.ts';
import { textOf } from '../../document/passage.ts';
import { memoiseByObject } from '../../memoise.ts';
import type { Excerpt } from '../types.ts';

/** A text as it is compared. */
export interface ExcerptWords {
  /** Its words, folded, with single spaces between them. */
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  /** All runs of three words. */
  readonly runs: ReadonlySet<string>;
}

/**
 * Share of the shorter one's runs of three words from which two texts are the same one, edited. A changed word takes
 * three runs away: of 20 words three may change. Below it are, in prose, texts of their own.
 */
export const EDITED = 0.5;

/** Share of the longer one's different words from which a text at the same passage is the same one, edited. */
export const EDITED_IN_PLACE = 0.65;

export function excerptWords(text: string): ExcerptWords {
  const words = foldedWords(text);
  return { folded: words.join(' '), words: new Set(words), runs: trigramsOf(words) };
}

export const wordsOfExcerpt = memoiseByObject(
  (excerpt: Excerpt): ExcerptWords => excerptWords(textOf(excerpt.article, excerpt)),
);

/** Whether two texts are the same words, up to an edit of a few. */
export const isSameWording = (a: ExcerptWords, b: ExcerptWords): boolean =>
  a.folded === b.folded || likeness(a.runs, b.runs) >= EDITED;

/** Whether the texts have most of their words in common, wherever they stand. */
export function hasSameWords(a: ExcerptWords, b: ExcerptWords): boolean {
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared >= EDITED_IN_PLACE * Math.max(a.words.size, b.words.size);
}
