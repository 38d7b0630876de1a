import type { Platform } from '../platform.ts';
import type { Place, RefusalReason } from '../records.ts';
import type { Reach } from './store.ts';

/** One post to one place. `M` is a message as the platforms' adapters take it; the digest only hands it on. */
export interface Post<M> extends Place {
  /** What the platform is given to know it by: at most 25 letters, digits, `-` and `_`. */
  readonly key: string;
  readonly message: M;
  /**
   * History before this instant, by the platform's clock, need not be read: it may be behind, which is reckoned
   * with. Milliseconds since 1970.
   */
  readonly since: number;
}

/** What is certain about one send. Durations in milliseconds. */
export type SendOutcome =
  | { readonly type: 'sent'; readonly id: string; readonly link: string | null }
  /** Not carried out, and told to wait: this channel `alone`, or the whole platform. */
  | { readonly type: 'limited'; readonly wait: number; readonly alone: boolean }
  /** Certainly not carried out, though it may be another time: the platform was not reached. */
  | { readonly type: 'failed'; readonly detail: string }
  /** The platform answered that it will not. */
  | { readonly type: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  /** It may have been carried out: the answer was lost, or says nothing (a 5xx). */
  | { readonly type: 'in doubt'; readonly detail: string };

/** What a channel's history says of a post. */
export type FindOutcome =
  | { readonly type: 'found'; readonly id: string; readonly link: string | null; readonly at: number }
  | { readonly type: 'absent' }
  /** It cannot be known: no right to read, or the channel is gone. */
  | { readonly type: 'unreadable'; readonly detail: string }
  /** It can be known later. */
  | { readonly type: 'failed'; readonly wait: number; readonly detail: string };

/** How posts reach one platform. Nothing rejects: what goes wrong is an outcome. */
export interface Sender<M> {
  readonly platform: Platform;
  readonly reach: Reach;
  /** Posts that the platform takes in a second from one application, over all channels, with room to spare. */
  readonly perSecond: number;
  /** One send that carries the key, never repeated by itself, ended by the signal at the latest. */
  send(post: Post<M>, signal: AbortSignal): Promise<SendOutcome>;
  /** Reads the channel's history for the key. */
  find(post: Post<M>, signal: AbortSignal): Promise<FindOutcome>;
  /** Says something to one person directly. @returns whether it arrived. */
  tell(user: string, message: M): Promise<boolean>;
}
