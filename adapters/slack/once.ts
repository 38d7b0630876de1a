import { setTimeout as after } from 'node:timers/promises';
import { outcomeOf } from './outcome.ts';

/** Attempts, the first included. */
const ATTEMPTS = 3;
/** A person has gone on to something else by then. Milliseconds. */
const LONGEST_WAIT = 30_000;

/** Makes a call that must not be carried out twice: it is repeated only where Slack certainly did nothing. */
export async function once<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (fault) {
      const outcome = outcomeOf(fault);
      if (outcome.type !== 'repeatable' || outcome.wait > LONGEST_WAIT || attempt === ATTEMPTS) throw fault;
      await after(outcome.wait);
    }
  }
}
