import type { Passage, Span } from '../document/types.ts';
import type { Token } from '../language/tokens.ts';
import type { Lexicon, TermSequence } from './forward-index.ts';
import type { RelatedTerms } from './related-terms.ts';
import type { FallbackWords, Resolved } from './resolve.ts';
import type { Topics } from './topics.ts';
import type { Filters, Query } from './types.ts';

/** A passage that matches, with what ranking and marking need to know of it. */
export interface Found extends Passage {
  readonly score: number;
  /** The terms of the query that the passage holds, each once. */
  readonly terms: readonly string[];
}

export interface Results {
  readonly found: readonly Found[];
  readonly resolved: Resolved;
  /** The terms of `resolved` that were looked for: the others are so common that looking for them takes long. */
  readonly lookedFor: readonly string[];
  /** Undated articles that a date filter left out. */
  readonly undated: number;
}

export interface FindOptions {
  /** What a term weighs in an article's title, against 1 in the passage. */
  readonly titleWeight: number;
  /** What the very form that was typed adds to a term's weight, 0 if left out: "multilateralism" before "multilateral". */
  readonly exactWeight?: number;
  /** What the best word that the best passages share counts, against 1 for a word of the query; 0 if left out. */
  readonly feedback?: number;
  /**
   * Occurrences of terms in passages that are looked through at most, the rarest terms' first; without it as many as
   * find what is looked at again one by one. MiniSearch takes 1 to 3 µs for each and cannot stop early, so that this
   * is what bounds the time of a search.
   */
  readonly postings?: number;
  /** Whether a name that initials stand for must be there word by word, or any of its words will do. */
  readonly wholeNames: boolean;
  /** Whether common words are looked for where the query has no others. */
  readonly common: boolean;
  /** Words that are looked for only where the query has no others, besides the common ones. */
  readonly fallbackWords?: FallbackWords;
}

export interface Search {
  /** Every passage that matches, best first. */
  find(query: Query, how: FindOptions): Results;
  /** The passages that filters leave, in the corpus's order. */
  passages(filters: Filters): readonly Passage[];
  /** How telling a term is: BM25's inverse document frequency; the highest for a term that no passage holds. */
  weight(term: string): number;
  /** How many passages hold a term. */
  passagesWith(term: string): number;
  /** The terms of a passage, in order, with their places in the article. */
  termsOf(passage: Passage): readonly Token[];
  /** The words of a text that was typed, acronyms and spelled-out names as one. */
  tokensOf(text: string): readonly Token[];
  /** The words of a passage as numbers. */
  sequence(passage: Passage): TermSequence;
  readonly lexicon: Lexicon;
  /** How far the passages of one article go together in this corpus. */
  readonly topics: Topics;
  /** The terms of the corpus that are near to a word. */
  relatedTerms(word: string): RelatedTerms;
  /** Where the terms, and the phrases of a query, stand in a passage. */
  matches(passage: Passage, terms: ReadonlySet<string>, phrases: readonly string[]): readonly Span[];
  /** Words of the corpus that start so, the most frequent first; none for fewer than three letters. */
  complete(typed: string): readonly string[];
  /** Whether a word is the corpus's own. */
  knows(word: string): boolean;
  /** Words of the corpus that may have been meant by one that it does not have: three at most, best first. */
  suggest(word: string): readonly string[];
}
