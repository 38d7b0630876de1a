/** Durations of the delivery, in milliseconds. */
export interface Timing {
  /** Between two looks at what is due. */
  readonly tick: number;
  /** How long a send, or a look into a channel's history, may take. */
  readonly timeout: number;
  /** How long after that a platform may still be about to show what it was sent. */
  readonly acceptance: number;
  /** How late a digest may be posted; later, its day is skipped. */
  readonly grace: number;
  /** How long the end of the process waits for sends in flight. */
  readonly stop: number;
}

/** `grace` is a setting. */
export const usualTiming: Omit<Timing, 'grace'> = {
  tick: 1000,
  timeout: 10_000,
  acceptance: 45_000,
  stop: 10_000,
};

/** By how much the clocks of two replicas may differ. */
const CLOCKS = 5000;

/** From how long before the first claim a channel's history is read: the platform's clock may be behind. */
export const LOOKED_BACK = 10 * 60_000;

/**
 * After this long in `sending`, a post has appeared in its channel or never will: a claim may be followed by a look
 * into the history and by a send, each of them ended by the timeout; and another replica wrote down when it was.
 */
export const settlingTime = ({ timeout, acceptance }: Timing): number => 2 * timeout + acceptance + CLOCKS;

/** A history that could not be read at so many looks, nor for so long, is not looked into again. */
export const MOST_LOOKS = 100;
export const LONGEST_DOUBT = 24 * 3_600_000;

/** A post later than this says that it is late. */
export const LATE = 10 * 60_000;

/** From the first to the last of refusals that nothing comes between: then the digest is paused. */
export const GIVING_UP = 14 * 24 * 3_600_000;

const SOONEST = 5 * 60_000;
const LATEST = 2 * 3_600_000;

/** Until a refused post is tried again: 5 minutes, 15, 45, then two hours. @param attempts those made, from 1. */
export const untilNextTry = (attempts: number): number =>
  Math.min(SOONEST * 3 ** Math.max(0, attempts - 1), LATEST);

/** Until a platform that could not be reached is tried again: 5 seconds, 10, 20 and so on to 5 minutes. */
export const untilReachable = (attempts: number): number =>
  Math.min(5000 * 2 ** Math.max(0, attempts - 1), 5 * 60_000);
