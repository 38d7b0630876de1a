import type { AboutArticles } from '../answer/about/about.ts';
import type { CheckedQuotation } from '../answer/quotation/checked.ts';
import type { RelatedPassages } from '../answer/related.ts';
import type { Corpus } from '../corpus/types.ts';
import type { DigestAction, DigestAnswer } from '../digest/types.ts';
import type { Article, Passage } from '../document/types.ts';
import type { Correction, Filters, Hit, NonEmpty, Query } from '../search/types.ts';

export const citationStyles = ['plain', 'apa', 'chicago', 'bibtex', 'ris', 'markdown'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** A line that could not be carried out: what is wrong, and commands that work in its place. */
export interface Problem {
  readonly code:
    | 'empty'
    | 'too-long'
    | 'only-common-words'
    | 'unknown-verb'
    | 'unknown-filter'
    | 'repeated-filter'
    | 'missing-value'
    | 'bad-date'
    | 'bad-page'
    | 'bad-style'
    | 'missing-id'
    | 'unknown-id'
    | 'no-such-source'
    | 'unexpected-words'
    | 'unknown-action'
    | 'bad-time'
    | 'bad-zone'
    | 'ambiguous-zone'
    | 'bad-days'
    /** A second time, zone or list of days. */
    | 'repeated-option'
    | 'nothing-selected'
    /** `typed` is a sentence on who may. */
    | 'not-allowed'
    | 'fault';
  /** What was typed that is at fault, as typed. */
  readonly typed: string;
  /** What would work: filters, ids, styles, as fits the code. */
  readonly allowed: readonly string[];
  /** Whole commands that the person may have meant, best first. */
  readonly instead: readonly string[];
  /** For `fault` alone: the reference that is also in the log. */
  readonly reference?: string;
}

/** Words of the corpus that may have been meant by one that it does not have, best first. */
export interface Suggestion {
  /** As in the query. */
  readonly typed: string;
  readonly words: NonEmpty<string>;
}

/** The days from which the corpus's articles are. */
export interface DateSpan {
  /** ISO dates; null where no article has one. */
  readonly first: string | null;
  readonly last: string | null;
  /** How many articles have no date, of how many. */
  readonly undated: number;
  readonly articles: number;
}

/** What a command found: data, no wording. */
export type Answer =
  | {
      readonly kind: 'hits';
      readonly query: Query;
      /** The hits of this page. */
      readonly hits: NonEmpty<Hit>;
      /** Passages that match on all pages. */
      readonly total: number;
      /** How many of `total` hold every word of the query; 0 where not every word was looked for. */
      readonly complete: number;
      readonly page: number;
      readonly pages: number;
      /** Words of the query that the corpus does not have and that nothing was looked for in place of. */
      readonly missing: readonly string[];
      /** For the first few of `missing`. */
      readonly suggestions: readonly Suggestion[];
      readonly corrections: readonly Correction[];
      /** The query held common words alone, which are otherwise not looked for. */
      readonly common: boolean;
      /** Words, as typed, that were not looked for because so many passages of a large corpus have them. */
      readonly passedOver: readonly string[];
      /** Undated articles that a date filter left out. */
      readonly undated: number;
    }
  | {
      readonly kind: 'answer';
      readonly query: Query;
      /** One to three, best first, each from another passage. */
      readonly hits: NonEmpty<Hit>;
      /** Whether the passages are likely to answer; else they are on the question's matter and may not. */
      readonly sure: boolean;
      readonly missing: readonly string[];
      /** For the first few of `missing`. */
      readonly suggestions: readonly Suggestion[];
      readonly corrections: readonly Correction[];
      readonly undated: number;
    }
  | {
      readonly kind: 'nothing';
      readonly asked: 'search' | 'ask' | 'random';
      readonly query: Query;
      readonly missing: readonly string[];
      /** For the first few of `missing`. */
      readonly suggestions: readonly Suggestion[];
      readonly corrections: readonly Correction[];
      /** Words of the query, as typed, that the corpus does have. */
      readonly known: readonly string[];
      /** The passage that comes closest, which does not answer. */
      readonly nearest: Hit | null;
      readonly undated: number;
      readonly span: DateSpan;
    }
  | ({ readonly kind: 'about'; readonly query: Query } & AboutArticles)
  | {
      readonly kind: 'passage';
      readonly origin: 'open' | 'random';
      readonly passage: Passage;
      /** The neighbours that can be read, whatever their kind. */
      readonly before: Passage | null;
      readonly after: Passage | null;
      readonly filters: Filters;
    }
  | {
      readonly kind: 'citation';
      readonly passage: Passage;
      readonly style: CitationStyle;
      /** The citation to paste. */
      readonly citation: string;
    }
  | {
      readonly kind: 'quotation';
      /** One for each quotation of the text, in its order. */
      readonly checks: NonEmpty<CheckedQuotation>;
      /** How many quotations of the text come behind these and were not checked. */
      readonly unchecked: number;
    }
  | ({ readonly kind: 'related' } & RelatedPassages)
  | DigestAnswer
  | { readonly kind: 'sources'; readonly articles: readonly Article[]; readonly faults: Corpus['faults'] }
  | {
      readonly kind: 'help';
      /** The command to explain, or all of them. */
      readonly topic: CommandSpec | null;
      readonly commands: readonly CommandSpec[];
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The answers of one kind. */
export type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

/** One choice that completes what is being typed. */
export interface Completion {
  /** What is put in. */
  readonly value: string;
  /** What is shown. */
  readonly label: string;
}

/** What can be put after a verb: the grammar's options, from which platforms' typed options are generated as well. */
export interface Option {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  readonly type:
    | 'words'
    | 'quotation'
    | 'passage'
    | 'article'
    | 'publisher'
    | 'author'
    | 'date'
    | 'number'
    | 'time'
    | 'zone'
    | 'days'
    | 'command'
    | 'choice';
  /** Of a `choice` and of a `command`. */
  readonly choices?: readonly string[];
  /** How it is written in a line: `from:VALUE` for a filter, the bare value otherwise. */
  readonly written: 'bare' | 'filter';
}

/** What a command does in one of several ways: the word behind the verb says which. */
export interface ActionSpec {
  readonly name: DigestAction;
  readonly summary: string;
  readonly options: readonly Option[];
  /** Whether it changes what the whole channel gets, so that not everyone may. */
  readonly manages: boolean;
}

/** A line that works when pasted, as help's buttons and the README have it. */
export interface CommandExample {
  readonly line: string;
  /** What the README says that it gives, in Markdown. */
  readonly gives: string;
}

/** All that the grammar, help and the platforms' command lists know of a command. */
export interface CommandSpec {
  readonly verb: string;
  readonly summary: string;
  readonly usage: string;
  readonly options: readonly Option[];
  /** One of them follows the verb, with options of its own; left out where the verb says it all. */
  readonly actions?: readonly ActionSpec[];
  /** The first stands for the command where there is room for one. */
  readonly examples: NonEmpty<CommandExample>;
}
