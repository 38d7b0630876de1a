import type { Platform } from '../platform.ts';
import type { Subscription } from '../records.ts';
import type { Excerpt, Moment } from '../types.ts';

/** How the digest says things: it has no words of its own. `M` is a message as `Sender` takes it. */
export interface Wording<M> {
  /** The daily post. @param date the local date that it is for, `YYYY-MM-DD`. */
  post(excerpt: Excerpt, date: string): M;
  /** A post that goes out long after it was due, saying so. */
  late(message: M, due: Moment): M;
  /** What the person who set a digest up is told when it is paused. */
  paused(subscription: Subscription, platform: Platform): M;
  /** A message as text, to be stored until it is posted. */
  write(message: M): string;
  /** The message that `write` wrote; null for one that this version of the desk cannot read. */
  read(stored: string): M | null;
}
