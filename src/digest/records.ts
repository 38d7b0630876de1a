/** What is kept of the daily digest. Instants are milliseconds since 1970-01-01T00:00Z; dates are ISO, `YYYY-MM-DD`. */

/** Where a digest is posted. Workspace and channel as the platform names them; empty where it has none. */
export interface Place {
  /** `Platform.id`. */
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
}

/** Days of the week as ISO 8601 numbers them: 1 is Monday, 7 is Sunday. */
export type Day = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Schedule {
  /** An IANA time zone, in IANA's own case. */
  readonly zone: string;
  /** `HH:MM`, 00:00 to 23:59, of the zone's clocks. */
  readonly time: string;
  /** In order, at least one. */
  readonly days: readonly Day[];
}

/** A day on which a schedule is due, and when. */
export interface Due {
  /** The date in the schedule's zone: what an occurrence is keyed by. */
  readonly date: string;
  readonly at: number;
}

/** A channel's wish for a digest. There is one a place, kept when it is switched off, so that its round goes on. */
export interface Subscription extends Place {
  readonly on: boolean;
  readonly schedule: Schedule;
  /** The filters as they are typed, such as `from:"Global Times"`; empty for none. */
  readonly filters: string;
  /** What the draw is made from, besides the articles: 16 hexadecimal digits. */
  readonly seed: string;
  /** The round that is running, from 1. */
  readonly round: number;
  /** The id of the person who set it up, as the platform has it. */
  readonly setBy: string;
  /** What comes next; null while it is off or paused. */
  readonly next: Due | null;
  /** The instant of the first of the refusals that nothing has come between; null after a post. */
  readonly refusedSince: number | null;
  /** When the desk gave up posting here after 14 days of refusals; null where it did not. */
  readonly pausedAt: number | null;
  /** Rises with every change, from 1; 0 for one that is not stored yet. */
  readonly revision: number;
}

/** What a platform gives for not taking a post, as far as people can do something about it. */
export const refusalReasons = [
  'not-a-member',
  'no-permission',
  'archived',
  /** The channel is no longer there. */
  'gone',
  /** The platform does not know the desk's token any more. */
  'token',
  /** Anything else that it refuses for good. */
  'refused',
] as const;

/** Why a day has no post. */
export const skipReasons = [
  /** The desk was not running, or the platform could not be reached, until it was too late. */
  'missed',
  /** Somebody asked for it. */
  'asked',
  /** The digest was switched off before it was posted. */
  'off',
  /** No article of the corpus had anything to show. */
  'empty',
] as const;

/**
 * `pending` to `sending` by a claim; from there `sent`, `refused`, `unknown` (it cannot be known whether it was
 * posted), or `pending` again when it certainly was not. `refused` is tried again until it is too late.
 */
export const occurrenceStates = ['pending', 'sending', 'sent', 'refused', 'unknown', 'skipped'] as const;

/** What may happen in a delivery. */
export const stepNames = [
  'drawn',
  'claimed',
  'sent',
  'limited',
  'failed',
  'refused',
  'in doubt',
  'found',
  'not found',
  'unknown',
  'skipped',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];
export type SkipReason = (typeof skipReasons)[number];
export type OccurrenceState = (typeof occurrenceStates)[number];

/** The excerpt that was drawn, and how it was drawn. */
export interface Drawn {
  readonly round: number;
  /** Of the excerpt in its round, from 1. */
  readonly position: number;
  /** How many excerpts the round had when it was drawn, shown ones included. */
  readonly of: number;
  readonly seed: string;
  readonly article: string;
  readonly passage: string;
  /** In the article's text as it was then: UTF-16 code units from 0, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The excerpt itself. */
  readonly text: string;
}

/** One step of a delivery, for whoever wants to check it. */
export interface Step {
  readonly at: number;
  readonly step: (typeof stepNames)[number];
  readonly fence: number;
  /** What the platform said, where it said something. */
  readonly detail?: string;
}

/** A digest of one place on one local date: there is never a second one. */
export interface Occurrence extends Place {
  readonly date: string;
  readonly due: number;
  readonly zone: string;
  readonly state: OccurrenceState;
  /** Null for a day that was skipped. */
  readonly drawn: Drawn | null;
  /** The message to post, as `Wording.write` has it; null once nothing is to be posted any more. */
  readonly message: string | null;
  /** What the platform is given to know the post by: at most 25 letters, digits, `-` and `_`. */
  readonly key: string;
  /** Rises with every claim: who holds an older one has lost it. */
  readonly fence: number;
  /** Not to be tried, nor looked after, before this instant. */
  readonly notBefore: number;
  /** When it was last claimed. */
  readonly sendingSince: number | null;
  readonly sentAt: number | null;
  /** The post's id on its platform, and its address where it has one. */
  readonly remoteId: string | null;
  readonly link: string | null;
  readonly reason: RefusalReason | SkipReason | null;
  readonly steps: readonly Step[];
}
