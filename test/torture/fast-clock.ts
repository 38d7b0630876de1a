import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Clock } from '../../src/digest/ports/clock.ts';

/** A time that runs faster than the machine's, the same in every process that is given it. */
export interface Pace {
  /** An instant of the machine's clock, and what the fast one shows then. Milliseconds since 1970, both. */
  readonly from: number;
  readonly shows: number;
  /** Milliseconds of the fast clock in one of the machine's. */
  readonly speed: number;
}

/** What the fast clock shows now: whole milliseconds since 1970. */
export const shownNow = ({ from, shows, speed }: Pace): number =>
  Math.floor(shows + (Date.now() - from) * speed);

export const fastClock = (pace: Pace): Clock => ({
  now: () => shownNow(pace),
  async wait(duration, signal) {
    try {
      await setTimeout(duration / pace.speed, undefined, signal === undefined ? {} : { signal });
    } catch (reason) {
      // Woken early, which is what the signal is for.
      if (signal?.aborted !== true) throw reason;
    }
  },
  breathe: () => setImmediate(),
});
