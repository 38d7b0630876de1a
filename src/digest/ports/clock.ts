/** The clock that the digest lives by. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Resolves after that many milliseconds, or as soon as the signal is aborted. */
  wait(duration: number, signal?: AbortSignal): Promise<void>;
  /** Lets everything else that is due run first, so that thousands of channels hold up nobody. */
  breathe(): Promise<void>;
}
