import { nextDue } from '../../src/digest/calendar.ts';
import type { Day, Place, RefusalReason, Schedule, Subscription } from '../../src/digest/records.ts';
import type { Timing } from '../../src/digest/timing.ts';
import { seeded } from '../bench/random.ts';

/** What is the matter with a channel, besides what may happen to any. */
export type Nature =
  | { readonly type: 'usual' }
  /** Its history cannot be read. */
  | { readonly type: 'unreadable' }
  /** It takes no posts until faults stop. */
  | { readonly type: 'refusing'; readonly reason: RefusalReason };

export interface Channel extends Place {
  readonly platform: 'slack' | 'discord';
  readonly schedule: Schedule;
  readonly filters: string;
  readonly nature: Nature;
}

export const WORKSPACE = 'T0TORTURE';
export const GUILD = '900000000000000001';

/** Before clocks change in New York, Cairo and St John's. */
export const START = Date.parse('2026-10-20T00:00:00Z');

const DAY = 24 * 3_600_000;

/** Later than this nothing is posted, by the digest's clock. */
export const GRACE = 23 * 3_600_000;

/** How many processes may be killed, one after the other, while a post is still in time. */
const KILLS_IN_GRACE = 30;

/** Durations by the machine's clock, in milliseconds, on one that does nothing else. */
const quick = {
  tick: 20,
  timeout: 250,
  acceptance: 600,
  answer: 110,
  acceptedAfter: 250,
  life: 500,
  stop: 3000,
};

/** What a process needs to know of the time that it lives in. */
export interface Tempo {
  /** Milliseconds of the digest's clock in one of the machine's. */
  readonly speed: number;
  /** By the digest's clock. */
  readonly timing: Timing;
  /** Of each sender, by the digest's clock. */
  readonly perSecond: number;
  /** The rest by the machine's clock: what a platform takes to answer at most, */
  readonly answer: number;
  /** to show a message at most, once its sender has given up or is gone, */
  readonly acceptedAfter: number;
  /** and how long a process lives at most. */
  readonly life: number;
}

/** Posts that a process sends at one tick to one platform, at most. */
const PACE = 6;

/**
 * On a slow or busy machine everything takes longer, and the digest's clock goes slower, so that the same happens.
 *
 * @param start milliseconds that a process takes to start there.
 */
export function tempoOf(start: number): Tempo {
  const slower = Math.max(1, start / 1000);
  const speed = GRACE / (KILLS_IN_GRACE * slower * 1200);
  const timing: Timing = {
    tick: quick.tick * slower * speed,
    timeout: quick.timeout * slower * speed,
    acceptance: quick.acceptance * slower * speed,
    stop: quick.stop * slower * speed,
    grace: GRACE,
  };
  return {
    speed,
    timing,
    // A little more, so that it is not a post less for how fractions are rounded.
    perSecond: ((PACE + 0.5) * 1000) / timing.tick,
    answer: quick.answer * slower,
    acceptedAfter: quick.acceptedAfter * slower,
    life: quick.life * slower,
  };
}

/**
 * Channels that are due in the time of one kill, on the average. A process that is killed while it warms up ends about
 * six deliveries, so that twice as many are more than one process keeps up with.
 */
const DUE_IN_KILL = 6;

/** As many as keep the processes busy, whatever the tempo. */
export const CHANNELS = Math.round((DUE_IN_KILL * DAY * KILLS_IN_GRACE) / GRACE);

const zones = [
  'America/New_York',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Europe/Minsk',
  'America/St_Johns',
  'UTC',
] as const;

const daily: readonly Day[] = [1, 2, 3, 4, 5, 6, 7];
const weekdays: readonly Day[] = [1, 2, 3, 4, 5];

/** Narrow ones, so that rounds come to their end and begin again. */
const filters = ['', 'in:way-forward', 'in:four-point-approach', 'in:upcoming-meetings'] as const;

const two = (n: number): string => String(n).padStart(2, '0');
const at = <T>(items: readonly [T, ...T[]], n: number): T => items[n % items.length] ?? items[0];

function natureOf(platform: Channel['platform'], n: number): Nature {
  if (n % 60 === 7) return { type: 'unreadable' };
  if (n % 120 !== 11) return { type: 'usual' };
  return { type: 'refusing', reason: platform === 'slack' ? 'archived' : 'no-permission' };
}

/** Channels whose times are spread over the day. */
export const channelsOf = (count: number): readonly Channel[] =>
  Array.from({ length: count }, (_, n) => {
    const platform = n % 2 === 0 ? 'slack' : 'discord';
    const minute = Math.floor((n * 1440) / count);
    return {
      platform,
      workspace: platform === 'slack' ? WORKSPACE : GUILD,
      channel:
        platform === 'slack'
          ? `C0${String(n).padStart(6, '0')}`
          : `9100000000000${String(n).padStart(5, '0')}`,
      schedule: {
        zone: at(zones, n >> 1),
        time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
        days: n % 10 === 3 ? weekdays : daily,
      },
      filters: at(filters, n >> 2),
      nature: natureOf(platform, n >> 1),
    };
  });

/** As `digest on` would have written it. */
export function subscriptionOf(channel: Channel, n: number, seed: number): Subscription {
  const random = seeded(seed + n);
  const { platform, workspace, channel: id, schedule, filters: typed } = channel;
  return {
    platform,
    workspace,
    channel: id,
    on: true,
    schedule,
    filters: typed,
    seed: Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join(''),
    round: 1,
    setBy: 'U0TORTURE',
    next: nextDue(schedule, START),
    refusedSince: null,
    pausedAt: null,
    revision: 0,
  };
}
