import type { Paragraph, Passage, Span } from '../../document/types.ts';
import type { NonEmpty } from '../../search/types.ts';

/**
 * `exact`: word for word; marks of quotation, dashes, spacing, punctuation and letter case are no words, and
 * where they differ it is said (`QuotationSource.tolerated`).
 * `altered`: an article has the same text with other words in places. At least two thirds of the quotation's words
 * match there in order, and at least half of the article's span is in the quotation; where more than one word in
 * five differs, three ordinary words match, not names alone.
 * `part`: no article has it so, but longer parts of it stand in articles.
 * `absent`: neither. The bounds are in check-quotation.ts.
 */
export type Verdict = 'exact' | 'altered' | 'part' | 'absent';

/** One difference, in words as written: '' in `said` was left out by the quotation, '' in `source` was added. */
export interface Change {
  readonly said: string;
  readonly source: string;
  /** `spelling`: British for American or the reverse. `letters`: a letter or two differ, by a slip or in another word. */
  readonly kind: 'changed' | 'spelling' | 'letters' | 'added' | 'left-out';
}

/**
 * A difference that is no change of words, tolerated and told. `marks`: quotation marks and apostrophes. `spacing`:
 * also soft hyphens and words written together. `capital`: the case of the first letter. `ending`: a full stop or comma
 * that closes the quotation and is not the article's. `forms`: ligatures and other compatibility forms.
 */
export type Tolerance =
  | 'marks'
  | 'dashes'
  | 'spacing'
  | 'capital'
  | 'case'
  | 'punctuation'
  | 'ending'
  | 'accents'
  | 'forms';

/** A piece of a quotation as it is aligned with an article; the pieces come in the quotation's order. */
export type Piece =
  | { readonly type: 'same'; readonly said: string }
  | { readonly type: 'change'; readonly change: Change }
  /** What the quoter put in brackets, and what the article has there. */
  | { readonly type: 'own'; readonly said: string; readonly source: string }
  /** Words that the quoter says are left out, by an ellipsis. */
  | { readonly type: 'omission'; readonly words: number };

/** Where an article has the quotation, or a part of it, in the same words or with changes. */
export interface QuotationSource extends Passage {
  /** The quotation, or for `part` the part of it that this is the source of, as typed. */
  readonly said: string;
  /** What was aligned with it, in `article.text`. It may end in a later paragraph. */
  readonly span: Span;
  /** The paragraph in which `span` ends. */
  readonly last: Paragraph;
  /** From the quotation to this article's wording; empty where it is word for word the same. */
  readonly changes: readonly Change[];
  readonly pieces: readonly Piece[];
  /** Where the article has words that the quotation does not, in `article.text`. */
  readonly differing: readonly Span[];
  readonly tolerated: readonly Tolerance[];
  /** Headings, captions and the like within the span that the quotation passes over. */
  readonly passedOver: readonly Paragraph[];
  /** Whether words of the quoter's in brackets were taken to stand for the article's. */
  readonly bracketed: boolean;
}

/** The passage that comes nearest to a quotation that no article has. */
export interface NearestPassage extends Passage {
  /** The sentence that has most of it. */
  readonly sentence: Span;
  /** The share of the quotation's trigrams (`runs`), or of its words in any order, from 0 to 1. */
  readonly likeness: number;
  readonly by: 'runs' | 'words';
}

/** What was found of one quotation. */
export interface CheckedQuotation {
  /** The quotation as typed, without its marks. */
  readonly text: string;
  readonly verdict: Verdict;
  /**
   * Every article that carries it, best first: those that have it word for word, then other wordings of the same
   * sentence. For `part` the source of each part that was found, in the quotation's order; for `absent` none.
   */
  readonly sources: readonly QuotationSource[];
  /** How many further articles have it word for word, where they are too many to name. */
  readonly more: number;
  /** For `part`: the parts of the quotation that no article has, as typed. */
  readonly missing: readonly string[];
  /** For `absent`: the nearest passage, where one is near enough to be worth a look. */
  readonly nearest: NearestPassage | null;
  /**
   * Whether variants of what was found, and for `absent` the nearest passage, were looked for: this is done for the
   * first 25 different quotations of a text. For the rest, `sources` has only what the verdict rests on.
   */
  readonly fully: boolean;
  /** It has one or two words, as writers put in marks that quote nobody: its absence says little. */
  readonly brief: boolean;
}

export type Checks = NonEmpty<CheckedQuotation>;
