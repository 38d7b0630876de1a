import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/digest/ports/clock.ts';

/** A clock whose time a test moves; it never goes on by itself. */
export interface TestClock extends Clock {
  /** Moves on to an instant, in milliseconds since 1970, waking those who wait until then, the earliest first. */
  moveTo(instant: number): Promise<void>;
  /** Moves on by that many milliseconds. */
  advance(duration: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** @param start where it stands at first: an instant as `Date.parse` reads it. */
export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  const sleepers = new Set<Sleeper>();

  const nextBefore = (instant: number): Sleeper | undefined =>
    [...sleepers].filter(({ at }) => at <= instant).sort((one, other) => one.at - other.at)[0];

  const moveTo = async (instant: number): Promise<void> => {
    if (instant < now)
      throw new RangeError(`The clock does not go back, to ${new Date(instant).toISOString()}`);
    for (let next = nextBefore(instant); next !== undefined; next = nextBefore(instant)) {
      now = Math.max(now, next.at);
      next.wake();
      await turn();
    }
    now = instant;
  };

  return {
    now: () => now,
    wait: (duration, signal) =>
      new Promise((resolve) => {
        const sleeper: Sleeper = {
          at: now + duration,
          wake: () => {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        if (signal?.aborted === true) return resolve();
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      }),
    breathe: () => turn(),
    moveTo,
    advance: (duration) => moveTo(now + duration),
  };
}
