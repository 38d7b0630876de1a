import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Clock } from '../digest/ports/clock.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(duration, signal) {
    try {
      await setTimeout(duration, undefined, { ...(signal === undefined ? {} : { signal }) });
    } catch (reason) {
      // Woken early, which is what the signal is for.
      if (signal?.aborted !== true) throw reason;
    }
  },
  breathe: () => setImmediate(),
};
