import type { Logger } from 'pino';
import type { Clock } from './ports/clock.ts';
import type { Sender } from './ports/sender.ts';
import type { DigestStore } from './ports/store.ts';
import type { Wording } from './ports/wording.ts';
import type { Timing } from './timing.ts';
import type { Excerpt } from './types.ts';

/**
 * What the digest is made of. `M` is a message as its wording makes it and its senders take it; the digest itself only
 * hands it on, whatever it is.
 */
export interface Parts<M = unknown> {
  readonly store: DigestStore;
  readonly clock: Clock;
  readonly timing: Timing;
  /** The excerpts that filters leave, written as they are typed. */
  readonly excerpts: (filters: string) => readonly Excerpt[];
  readonly wording: Wording<M>;
  readonly log: Logger;
}

/** What a delivery needs besides. */
export interface DeliveryParts<M = unknown> extends Parts<M> {
  readonly sender: Sender<M>;
}
