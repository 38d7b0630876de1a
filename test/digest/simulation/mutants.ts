import { occurrenceKey } from '../../../src/digest/occurrence.ts';
import type { Clock } from '../../../src/digest/ports/clock.ts';
import type { Sender } from '../../../src/digest/ports/sender.ts';
import type { DigestStore } from '../../../src/digest/ports/store.ts';
import type { Occurrence } from '../../../src/digest/records.ts';
import { LOOKED_BACK, type Timing } from '../../../src/digest/timing.ts';
import type { Message } from '../../../src/message/types.ts';
import type { Timeline } from './timeline.ts';
import type { Breach } from './trace.ts';

/** A wrong protocol, made of the right one by what is put around its parts. Each process gets its own. */
export interface Mutant {
  readonly name: string;
  /** What it is caught by, any of them. */
  readonly breaks: readonly Breach[];
  /** The first seed that is tried, where those before it are known not to meet what it takes; else 1. */
  readonly from?: number;
  readonly store?: (store: DigestStore, timeline: Timeline) => DigestStore;
  readonly sender?: (sender: Sender<Message>) => Sender<Message>;
  readonly clock?: (clock: Clock) => Clock;
  readonly timing?: (timing: Timing) => Timing;
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
    breaks: ['doubled'],
    sender: (sender) => ({ ...sender, find: async () => ({ type: 'absent' }) }),
  },
  {
    name: 'takes the clock of the platform for its own',
    breaks: ['doubled'],
    sender: (sender) => ({
      ...sender,
      find: (post, signal) => sender.find({ ...post, since: post.since + LOOKED_BACK }, signal),
    }),
  },
  {
    name: 'does not settle: looks and sends again at once',
    from: 3,
    breaks: ['doubled'],
    store: (store) => ({
      ...store,
      doubtful: (reach, _before, now, most) => store.doubtful(reach, now, now, most),
    }),
  },
  {
    name: 'does not wait for what the platform may still be about to show',
    from: 3,
    breaks: ['doubled'],
    timing: (timing) => ({ ...timing, acceptance: 0 }),
  },
  {
    name: 'has no fence: claims and finishes without comparing',
    from: 2,
    breaks: ['doubled', 'changed'],
    store: (store) => ({
      ...store,
      claim: async (occurrence, now, step) => store.claim(await stored(store, occurrence), now, step),
      finish: async (occurrence, change, step) => store.finish(await stored(store, occurrence), change, step),
    }),
  },
  {
    name: 'never finds its claim too old to send',
    from: 6,
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
    breaks: ['doubled'],
    store: (store) => ({
      ...store,
      plan: (subscription, occurrences) => store.plan(subscription, occurrences.map(dated)),
    }),
  },
  {
    name: 'loses what it could not be sure of',
    breaks: ['lost', 'stuck'],
    store: (store) => ({ ...store, doubtful: async () => [] }),
  },
];
