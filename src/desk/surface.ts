import type { Logger } from 'pino';
import type { Sender } from '../digest/ports/sender.ts';
import type { Message } from '../message/types.ts';
import type { Store } from '../store/types.ts';
import type { Desk } from './types.ts';

/** What every adapter is given besides its own settings. */
export interface SurfaceContext {
  readonly desk: Desk;
  readonly store: Store;
  readonly log: Logger;
}

/** A surface that is running. */
export interface Surface {
  /** One line for the terminal: where people find the desk on this surface. */
  readonly ready: string;
  /** Posts the daily digest; null where there is nothing to post to. */
  readonly sender: Sender<Message> | null;
  /** Stops taking requests and lets those that are under way finish. */
  stop(): Promise<void>;
}
