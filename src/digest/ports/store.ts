import type { Occurrence, Place, SkipReason, Step, Subscription } from '../records.ts';

/** Every method rejects with `StoreError` when the store cannot be used. */
export interface DigestStore {
  subscription(place: Place): Promise<Subscription | null>;
  /**
   * Puts a subscription in the place of the one with its revision, with the next revision; revision 0 puts in a
   * new one. `cancel` records the place's occurrences that wait to be posted as skipped for that reason.
   *
   * @returns false, and changes nothing, when the stored one has another revision by now.
   */
  save(
    subscription: Subscription,
    cancel?: { readonly reason: SkipReason; readonly at: number },
  ): Promise<boolean>;
  /** Subscriptions whose next occurrence is due, the earliest first. */
  due(reach: Reach, now: number, most: number): Promise<readonly Subscription[]>;
  /**
   * In one transaction: saves the subscription as `save` does and adds the occurrences. One that is there already
   * for its place and date stays as it is.
   *
   * @returns false, and changes nothing, when the stored subscription has another revision by now.
   */
  plan(subscription: Subscription, occurrences: readonly Occurrence[]): Promise<boolean>;
  /** What the place was shown, or is about to be, the latest last; days that were skipped or refused left out. */
  shown(place: Place, from: { readonly round: number }): Promise<readonly Shown[]>;
  /** Occurrences that wait to be posted, or were refused and wait for another try, the earliest due first. */
  waiting(reach: Reach, now: number, most: number): Promise<readonly Occurrence[]>;
  /**
   * Takes an occurrence for sending: state `sending`, the next fence, `sendingSince` now. Compares state and fence
   * with the given ones in the same statement, so that one claimant alone gets it; durable when it resolves.
   *
   * @returns the claimed occurrence, or null when another was first.
   */
  claim(occurrence: Occurrence, now: number, step: Step['step']): Promise<Occurrence | null>;
  /** Occurrences in `sending` that were claimed at `before` or earlier and whose `notBefore` has passed. */
  doubtful(reach: Reach, before: number, now: number, most: number): Promise<readonly Occurrence[]>;
  /**
   * Changes an occurrence and adds a step to its record, guarded by state and fence as the given one has them.
   *
   * @returns false, and changes nothing, when another has claimed it meanwhile.
   */
  finish(occurrence: Occurrence, change: OccurrenceChange, step: Step): Promise<boolean>;
  occurrence(place: Place, date: string): Promise<Occurrence | null>;
  /** The place's latest occurrences by date, the latest first. */
  latest(place: Place, most: number): Promise<readonly Occurrence[]>;
}

/** What `DigestStore.finish` may change of an occurrence; what is left out stays. */
export type OccurrenceChange = Partial<
  Pick<Occurrence, 'state' | 'drawn' | 'message' | 'notBefore' | 'sentAt' | 'remoteId' | 'link' | 'reason'>
>;

/** A platform of which this process can post, in one workspace or, where it is null, in all. */
export interface Reach {
  readonly platform: string;
  readonly workspace: string | null;
}

/** An excerpt that was shown, and when: what a draw goes by. */
export interface Shown {
  readonly article: string;
  readonly passage: string;
  readonly text: string;
  readonly round: number;
  readonly date: string;
}
