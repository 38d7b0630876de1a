import type { DigestStore } from '../digest/ports/store.ts';

/** What surfaces keep beyond a single request. */
export interface Store {
  /**
   * Marks an event as seen.
   *
   * @returns true the first time, false for a repetition within the time that events are remembered.
   */
  firstSeen(key: string): Promise<boolean>;
  /** Keeps command text that is too long for a button and gives a key of at most 32 characters for it. */
  keepCommand(command: string): Promise<string>;
  /** The text that `keepCommand` kept, or null when it is no longer there. */
  recallCommand(key: string): Promise<string | null>;
}

/** The store that survives a restart, whole. */
export interface LastingStore extends Store {
  readonly digest: DigestStore;
  /** Takes out what has served its time: events, buttons' commands, occurrences long past. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
