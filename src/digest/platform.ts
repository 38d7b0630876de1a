import type { Place, RefusalReason } from './records.ts';

/** A chat platform or another surface, as its adapter declares it: the core knows none by name. */
export interface Platform {
  /** What rows, event keys and logs know it by; never changed. */
  readonly id: string;
  /** As people write it. */
  readonly name: string;
  /** How digests are posted there; null where nothing is ever posted. */
  readonly posting: Posting | null;
}

/** What the digest has to know of a platform on which it posts. Texts set what is typed in backticks. */
export interface Posting {
  /** Who may change a digest that is on: those who manage the place alone, or whoever set it up as well. */
  readonly changedBy: 'managers' | 'managers and whoever set it up';
  /** The same in a sentence. */
  readonly whoMayChange: string;
  /** What to do so that posts arrive again; `unknown`: so that the desk can look for a post itself. Sentences. */
  readonly remedies: Readonly<Record<RefusalReason | 'unknown', string>>;
  /** Where a channel opens in the platform's own app. */
  channelUrl(place: Place): string;
}
