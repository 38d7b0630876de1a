import type { Paragraph, Passage, Span } from '../../document/types.ts';
import type { NonEmpty } from '../../search/types.ts';

/**
 * `exact`: word for word; marks of quotation, dashes, spacing, punctuation and letter case are no words, and
 * where they differ it is said (`QuotationSource.overlooked`).
 * `altered`: an article has the same text with other words in places: at least two of three words of the
 * quotation stand there in its order, at most half of the article's stretch is not in the quotation, and where
 * more than one word in five differs, three ordinary words are among those that stand, not names alone.
 * `part`: no article has it so, but longer stretches of it stand in articles.
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
 * What was found to differ and is no change of words. `marks`: of quotation, and apostrophes. `spacing`: also
 * soft hyphens and words written together. `capital`: the first letter's case. `ending`: a full stop or comma that
 * closes the quotation and not the words quoted. `forms`: ligatures and other compatibility forms.
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

/** The quotation laid beside an article's wording, piece by piece in its order. */
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
  /** The stretch that was aligned with it, in `article.text`. It may end in a later paragraph. */
  readonly span: Span;
  /** The paragraph in which `span` ends. */
  readonly last: Paragraph;
  /** From the quotation to this article's wording; empty where it is word for word the same. */
  readonly changes: readonly Change[];
  readonly pieces: readonly Piece[];
  /** Where the article has words that the quotation does not, in `article.text`. */
  readonly differing: readonly Span[];
  readonly tolerated: readonly Tolerance[];
  /** Headings, captions and the like that stand within the span and that the quotation passes over. */
  readonly passedOver: readonly Paragraph[];
  /** Whether the quoter's words in brackets were taken to stand for words of the article. */
  readonly bracketed: boolean;
}

/** The passage that comes nearest to a quotation that no article has. */
export interface NearestPassage extends Passage {
  /** The sentence that has most of it. */
  readonly sentence: Span;
  /** The share of the quotation's runs of three words, or of its words in any order, from 0 to 1. */
  readonly likeness: number;
  readonly by: 'runs' | 'words';
}

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
  /** For `part`: the stretches of the quotation that no article has, as typed. */
  readonly missing: readonly string[];
  /** For `absent`: the nearest passage, where one is near enough to be worth a look. */
  readonly nearest: NearestPassage | null;
  /**
   * Whether other wordings of what was found, and for `absent` the nearest passage, were looked for: of the first 25
   * different quotations of a text. Of the rest the verdict stands, and `sources` has what it rests on.
   */
  readonly fully: boolean;
  /** One or two words, as writers put in marks that quote nobody. Its absence says little. */
  readonly brief: boolean;
}

export type Checks = NonEmpty<CheckedQuotation>;
