import type { Logger } from 'pino';
import type { LinkTo } from '../corpus/links.ts';
import type { Sender } from './sender.types.ts';
import type { DigestStore } from './store.ts';
import type { Timing } from './timing.ts';
import type { Excerpt } from './types.ts';

/** The clock that the digest lives by. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Resolves after that many milliseconds, or as soon as the signal is aborted. */
  wait(duration: number, signal?: AbortSignal): Promise<void>;
  /** Lets everything else that is due run first, so that thousands of channels hold up nobody. */
  breathe(): Promise<void>;
}

/** What the digest is made of. */
export interface Parts {
  readonly store: DigestStore;
  readonly clock: Clock;
  readonly timing: Timing;
  /** The excerpts that filters leave, written as they are typed. */
  readonly excerpts: (filters: string) => readonly Excerpt[];
  readonly linkTo: LinkTo;
  readonly log: Logger;
}

/** What a delivery needs besides. */
export interface DeliveryParts extends Parts {
  readonly sender: Sender;
}
