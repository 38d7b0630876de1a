import { occurrenceKey } from '../../../src/digest/occurrence.ts';
import type { Clock } from '../../../src/digest/ports/clock.ts';
import type { Sender } from '../../../src/digest/ports/sender.ts';
import type { DigestStore } from '../../../src/digest/ports/store.ts';
import type { Occurrence } from '../../../src/digest/records.ts';
import { LOOKED_BACK, type Timing } from '../../../src/digest/timing.ts';
import type { Message } from '../../../src/message/types.ts';
import type { Timeline } from './timeline.ts';
import type { Breach } from './trace.ts';
import { perfect, type Weather } from './weather.ts';

/** A wrong protocol, made of the right one by what is put around its parts. Each process gets its own. */
export interface Mutant {
  readonly name: string;
  /** What it is caught by, any of them. */
  readonly breaks: readonly Breach[];
  /** The seed that is tried first, else 1: one with which it comes to light early. */
  readonly from?: number;
  /** For how long it lives, where it comes to light at the end alone; else 20 days. */
  readonly days?: number;
  readonly store?: (store: DigestStore, timeline: Timeline) => DigestStore;
  readonly sender?: (sender: Sender<Message>) => Sender<Message>;
  readonly clock?: (clock: Clock) => Clock;
  readonly timing?: (timing: Timing) => Timing;
  /** The weather in which it comes to light, unless it is the stormy one. */
  readonly weather?: Weather;
}

/** What the store has of an occurrence by now. */
const stored = async (store: DigestStore, occurrence: Occurrence): Promise<Occurrence> =>
  (await store.occurrence(occurrence, occurrence.date)) ?? occurrence;

const dated = (occurrence: Occurrence): Occurrence => {
  const date = new Date(occurrence.due).toISOString();
  return { ...occurrence, date, key: occurrenceKey(occurrence, date) };
};

export const mutants: readonly Mutant[] = [
  {
    name: 'sends, then marks: a claim is only remembered in the process',
    from: 4,
    breaks: ['doubled'],
    store: (store) => {
      const own = new Set<string>();
      return {
        ...store,
        claim: async (occurrence, now) => {
          if (own.has(occurrence.key)) return null;
          own.add(occurrence.key);
          return { ...occurrence, sendingSince: now };
        },
        finish: (occurrence, change, step) => {
          own.delete(occurrence.key);
          return store.finish(occurrence, change, step);
        },
      };
    },
  },
  {
    name: 'marks, then sends: a claim says that it was sent',
    from: 8,
    breaks: ['lost'],
    store: (store) => ({
      ...store,
      claim: async (occurrence, now, step) => {
        const held = await store.claim(occurrence, now, step);
        if (held === null) return null;
        const sent = { state: 'sent', sentAt: now, message: null } as const;
        return (await store.finish(held, sent, { at: now, step: 'sent', fence: held.fence })) ? held : null;
      },
      finish: async () => true,
    }),
  },
  {
    name: 'sends again without looking',
    from: 6,
    breaks: ['doubled'],
    sender: (sender) => ({ ...sender, find: async () => ({ type: 'absent' }) }),
  },
  {
    name: 'takes the clock of the platform for its own',
    from: 4,
    breaks: ['doubled'],
    sender: (sender) => ({
      ...sender,
      find: (post, signal) => sender.find({ ...post, since: post.since + LOOKED_BACK }, signal),
    }),
  },
  {
    name: 'does not settle: looks and sends again at once',
    breaks: ['doubled'],
    store: (store) => ({
      ...store,
      doubtful: (reach, _before, now, most) => store.doubtful(reach, now, now, most),
    }),
  },
  {
    name: 'does not wait for what the platform may still be about to show',
    from: 6,
    breaks: ['doubled'],
    timing: (timing) => ({ ...timing, acceptance: 0 }),
  },
  {
    name: 'settles one timeout early: a look and a send may follow each other',
    from: 23,
    breaks: ['doubled'],
    timing: (timing) => ({ ...timing, acceptance: timing.acceptance - timing.timeout }),
    weather: { ...perfect, lostBefore: 0.2, hanging: 0.3, slow: 0.9 },
  },
  {
    name: 'sends what another has taken over while it was looked for',
    from: 19,
    breaks: ['doubled', 'overtaken'],
    store: (store) => ({
      ...store,
      claim: async (occurrence, now, step) => {
        const held = await store.claim(occurrence, now, step);
        const isLook = occurrence.state === 'sending';
        return held === null || !isLook ? held : { ...held, sendingSince: Number.POSITIVE_INFINITY };
      },
      finish: async (occurrence, change, step) =>
        (await store.finish(occurrence, change, step)) || step.step === 'not found',
    }),
  },
  {
    name: 'has no fence: claims and finishes without comparing',
    from: 5,
    breaks: ['doubled', 'changed', 'overtaken'],
    store: (store) => ({
      ...store,
      claim: async (occurrence, now, step) => store.claim(await stored(store, occurrence), now, step),
      finish: async (occurrence, change, step) => store.finish(await stored(store, occurrence), change, step),
    }),
  },
  {
    name: 'never finds its claim too old to send',
    from: 3,
    breaks: ['doubled'],
    store: (store) => ({
      ...store,
      claim: async (occurrence, now, step) => {
        const held = await store.claim(occurrence, now, step);
        return held === null ? null : { ...held, sendingSince: Number.POSITIVE_INFINITY };
      },
    }),
  },
  {
    name: 'draws whatever was shown',
    breaks: ['repeated'],
    store: (store) => ({ ...store, shown: async () => [] }),
  },
  {
    name: 'ticks a minute early',
    breaks: ['early'],
    clock: (clock) => ({ ...clock, now: () => clock.now() + 60_000 }),
  },
  {
    name: 'goes by the instant in place of the local date',
    from: 8,
    breaks: ['doubled'],
    store: (store) => ({
      ...store,
      plan: (subscription, occurrences) => store.plan(subscription, occurrences.map(dated)),
    }),
  },
  {
    name: 'loses what it could not be sure of',
    days: 3,
    breaks: ['lost', 'stuck'],
    store: (store) => ({ ...store, doubtful: async () => [] }),
  },
];
