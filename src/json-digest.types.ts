import type { Occurrence, RefusalReason, SkipReason, Step } from './store/digest.types.ts';

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
