import type { Verdict } from '../answer/quotation/checked.ts';
import type { Answer, Suggestion } from '../command/types.ts';
import type { Occurrence, RefusalReason, SkipReason, Step } from '../digest/records.ts';

export type JsonDay = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** An excerpt's draw: of the one that comes next, or of the one that was posted. */
export interface JsonDraw {
  readonly round: number;
  /** Of the excerpt in its round, from 1. */
  readonly position: number;
  readonly of: number;
  readonly seed: string;
  readonly passage: string;
  /** In the article's text as it was when it was drawn: UTF-16 code units from 0, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The record of one day's delivery. Instants are ISO 8601 in UTC. */
export interface JsonDelivery {
  readonly date: string;
  /** RFC 9557, as `JsonDigest.due`. */
  readonly due: string;
  readonly state: Occurrence['state'];
  /** What the platform was given to know the post by. */
  readonly key: string;
  readonly fence: number;
  readonly sentAt: string | null;
  readonly link: string | null;
  readonly reason: Occurrence['reason'];
  readonly steps: readonly JsonStep[];
}

export interface JsonStep {
  readonly at: string;
  readonly step: Step['step'];
  readonly fence: number;
  readonly detail?: string;
}

/** What an answer of the kind `digest` has besides. */
export interface JsonDigest {
  readonly action: 'on' | 'off' | 'status' | 'preview' | 'skip' | 'why';
  readonly state: 'on' | 'off' | 'paused' | 'unavailable';
  /** RFC 9557, `2026-11-23T08:30:00+08:00[Asia/Shanghai]`; null when nothing is due. */
  readonly due: string | null;
  /** Zone, time and days are null where there never was a digest. */
  readonly zone: string | null;
  readonly time: string | null;
  readonly days: readonly JsonDay[] | null;
  /** As they are typed; empty for none. */
  readonly filters: string;
  readonly round: { readonly n: number; readonly left: number; readonly of: number } | null;
  /** The latest post that arrived. */
  readonly last: {
    readonly date: string;
    readonly sentAt: string;
    readonly link: string | null;
    readonly passage: string | null;
  } | null;
  /** A day whose post is on its way or waits for another try. */
  readonly underWay: { readonly date: string; readonly detail: string } | null;
  readonly trouble: {
    readonly date: string;
    readonly reason: RefusalReason | 'unknown';
    readonly detail: string;
  } | null;
  /** Days without a post since the latest one, the latest first. */
  readonly skipped: readonly { readonly date: string; readonly reason: SkipReason }[];
  /** With `on` alone: what keeps the desk from posting here. */
  readonly obstacle?: RefusalReason | null;
  /** With `skip` alone: the date that was taken out; null where nothing was due. */
  readonly taken?: string | null;
  /** With `preview` and `why` alone; null where nothing is drawn. */
  readonly draw?: JsonDraw | null;
  /** With `why` alone; null where there is no such day. */
  readonly delivery?: JsonDelivery | null;
}

export interface JsonPassage {
  readonly id: string;
  readonly article: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string;
  /** The whole passage. */
  readonly text: string;
  /** An exact slice of the file's text after the front matter, at `start` to `end` in UTF-16 code units. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly file: string;
  /** The id of the passage before it that the quote says the same as, in another article. */
  readonly sameAs?: string;
}

/** '' in `said` was left out by the quotation, '' in `source` was added. */
export interface JsonChange {
  readonly said: string;
  readonly source: string;
}

/** An article that carries a quotation. Where `quote` goes on in another paragraph, `text` holds them all. */
export interface JsonSource extends JsonPassage {
  /** The quotation, or the part of it that this is the source of, as typed. */
  readonly said: string;
  /** From the quotation to this article's wording. */
  readonly changes: readonly JsonChange[];
}

/** The passage nearest to a quotation that no article has. */
export interface JsonNearest extends JsonPassage {
  /** The share of the quotation's runs of three words (trigrams), or of its words in any order, from 0 to 1. */
  readonly likeness: number;
  readonly by: 'runs' | 'words';
}

/** A quotation that was checked. */
export interface JsonQuotation {
  /** As typed, without its marks. */
  readonly quotation: string;
  readonly verdict: Verdict;
  /**
   * Whether variants and the nearest passage were looked for: this is done for the first 25 different quotations of a
   * text. For the rest, `passages` has only what the verdict rests on, and `nearest` is null.
   */
  readonly fully: boolean;
  /** Every article that carries it, best first; for `part` the source of each part. */
  readonly passages: readonly JsonSource[];
  readonly changes: readonly JsonChange[];
  /** For `part`: what no article has. */
  readonly missing: readonly string[];
  readonly nearest: JsonNearest | null;
}

/**
 * The promise to scripts: what `--json` prints and `/api` answers. See README, "For scripts". What `JsonDigest` adds
 * is there with the kind `digest` alone.
 */
export interface JsonAnswer extends Partial<JsonDigest> {
  readonly input: string;
  /** An answer about the articles themselves is an `answer`, or `nothing` where none of them states it. */
  readonly kind: Exclude<Answer['kind'], 'about'>;
  readonly passages: readonly JsonPassage[];
  readonly total: number;
  readonly missing: readonly string[];
  /** Of kind `quotation` alone; of several quotations the worst, one or two words in marks left aside. */
  readonly verdict?: Verdict;
  /** Of kind `quotation` alone: from the quotation to the first of `passages`. */
  readonly changes?: readonly JsonChange[];
  /** Of a question alone, where its passages are near its matter and may not answer; else left out. */
  readonly sure?: false;
  /**
   * Of a question that gets nothing: the passage that comes closest and does not answer, left out where there is
   * none. Of kind `quotation` and verdict `absent`: the passage nearest in its words, null where there is none.
   */
  readonly nearest?: JsonPassage | JsonNearest | null;
  /** Of kind `quotation` alone, where the text holds several: each checked, in their order. */
  readonly quotations?: readonly JsonQuotation[];
  /** Of kind `quotation` alone, where the text holds more than are checked at a time: how many were not. */
  readonly unchecked?: number;
  /** For words that the corpus does not have; left out where there are none. */
  readonly suggestions?: readonly Suggestion[];
  readonly text: string;
}
