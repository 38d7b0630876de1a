import type { Passage, Span } from '../document/types.ts';

/** Narrows a search to the articles that satisfy all that are given. */
export interface Filters {
  /** Part of a publisher's name, as typed. */
  readonly from?: string;
  /** An article's id or part of its title, as typed. */
  readonly in?: string;
  /** Part of an author's name, as typed. */
  readonly by?: string;
  /** ISO dates; `after` and `before` do not include the day itself. Undated articles satisfy neither. */
  readonly after?: string;
  readonly before?: string;
}

/** What to look for, parsed from words, "exact phrases" and -words. */
export interface Query {
  /** The words outside phrases and filters, as typed. */
  readonly words: string;
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  readonly filters: Filters;
}

/** A passage that was found, with the sentence of it that is quoted. */
export interface Hit extends Passage {
  readonly score: number;
  /** The sentence that matters most, in `article.text`. */
  readonly sentence: Span;
  /** What is highlighted, in `article.text`, in order, not overlapping. */
  readonly matches: readonly Span[];
  /** Where other articles say the same, but for a few words. */
  readonly variants: readonly QuotedPassage[];
}

/** A passage and the sentence of it that is quoted, in `article.text`. */
export interface QuotedPassage extends Passage {
  readonly sentence: Span;
}

/** A word that the corpus does not have, and the word of the corpus that was looked for in its place. */
export interface Correction {
  readonly typed: string;
  readonly used: string;
}

export type NonEmpty<T> = readonly [T, ...T[]];
