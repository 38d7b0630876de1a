import type { Passage, Span } from '../document/types.ts';
import type { Token } from '../language/tokens.ts';
import type { Lexicon, TermSequence } from './forward-index.ts';
import type { RelatedTerms } from './related-terms.ts';
import type { FallbackWords, Resolved } from './resolve.ts';
import type { Topics } from './topics.ts';
import type { Filters, Query } from './types.ts';

/** A passage that matches. */
export interface Found extends Passage {
  readonly score: number;
  /** The terms of the query that the passage holds, each once. */
  readonly terms: readonly string[];
}

/** What a search found. */
export interface Results {
  readonly found: readonly Found[];
  readonly resolved: Resolved;
  /** The terms of `resolved` that were looked for: the others are so common that looking for them takes long. */
  readonly lookedFor: readonly string[];
  /** Undated articles that a date filter left out. */
  readonly undated: number;
}

/** How passages are looked for. */
export interface FindOptions {
  /** What a term counts in an article's title, against 1 in the passage. */
  readonly titleWeight: number;
  /** What the form that was typed adds to a term's weight; 0 if left out. It puts "multilateralism" before "multilateral". */
  readonly exactWeight?: number;
  /** What the best term of relevance feedback counts, against 1 for a term of the query; 0 if left out. */
  readonly feedback?: number;
  /**
   * Postings (passages of a term) that are looked through at most, those of the rarest terms; 3,000 if left out.
   * MiniSearch takes 1 to 3 µs for each and cannot stop early, so that this bounds the time of a search.
   */
  readonly postings?: number;
  /** Whether a name that initials stand for must be there as a phrase; else any of its words will do. */
  readonly wholeNames: boolean;
  /** Whether common words are looked for where the query has no others. */
  readonly common: boolean;
  /** Words that are looked for only where the query has no others, besides the common ones. */
  readonly fallbackWords?: FallbackWords;
}

/** A corpus's index. */
export interface Search {
  /** Every passage that matches, best first. */
  find(query: Query, options: FindOptions): Results;
  /** The passages that filters leave, in the corpus's order. */
  passages(filters: Filters): readonly Passage[];
  /** How telling a term is: BM25's inverse document frequency; the highest for a term that no passage holds. */
  weight(term: string): number;
  /** How many passages hold a term. */
  passagesWith(term: string): number;
  /** The terms of a passage, in order, with their places in the article. */
  termsOf(passage: Passage): readonly Token[];
  /** The tokens of a text that was typed, an acronym and the name that it stands for being the same. */
  tokensOf(text: string): readonly Token[];
  /** The tokens of a passage as numbers. */
  sequence(passage: Passage): TermSequence;
  readonly lexicon: Lexicon;
  /** How far the passages of one article go together in this corpus. */
  readonly topics: Topics;
  relatedTerms(word: string): RelatedTerms;
  /** What is highlighted in a passage: where terms and phrases stand, in order, not overlapping. */
  matches(passage: Passage, terms: ReadonlySet<string>, phrases: readonly string[]): readonly Span[];
  /** Words of the corpus that start so, the most frequent first; none for fewer than three letters. */
  complete(typed: string): readonly string[];
  /** Whether a word is the corpus's own. */
  knows(word: string): boolean;
  /** Words that may have been meant by one that the corpus does not have: three at most, best first. */
  suggest(word: string): readonly string[];
}
