export interface Rounds {
  /** How many are measured, at most. */
  readonly most: number;
  /** How many come before them, numbered below 0, to warm up. */
  readonly warmUp: number;
  /** After that many no further one begins, except the first that is measured. */
  readonly seconds: number;
}

/** The numbers of the rounds, in order; the measured ones from 0. A slow machine measures fewer, never none. */
export function* rounds(
  { most, warmUp, seconds }: Rounds,
  now: () => number = () => performance.now(),
): Generator<number, void, void> {
  const end = now() + seconds * 1000;
  for (let round = 0 - warmUp; round < most; round++) {
    if (now() >= end && round !== 0) {
      if (round > 0) return;
      // Warm enough: what is left of the time is not for warming up.
      round = 0;
    }
    yield round;
  }
}
