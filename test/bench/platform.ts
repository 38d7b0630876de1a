import type { Arrival } from './arrivals.ts';

/** What a person does: a mention, a slash command, one that is answered at once. */
export type EventKind = 'mention' | 'command' | 'ping';

/** A chat platform on loopback, with one program connected to it. */
export interface Platform {
  /** What a program needs in its environment to connect here. */
  readonly settings: Readonly<Record<string, string>>;
  /** Resolves when a program has connected and events reach it. */
  connected(): Promise<void>;
  send(kind: EventKind, words: string): void;
  /** Whether the request is the one that shows the person an answer. */
  isAnswer(kind: EventKind): (arrival: Arrival) => boolean;
  close(): Promise<void>;
}

/** The port of an address. */
export const portOf = (url: string): number => Number(new URL(url).port);
