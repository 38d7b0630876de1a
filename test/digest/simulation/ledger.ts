import { isDeepStrictEqual } from 'node:util';
import { dueBetween } from '../../../src/digest/calendar.ts';
import type { DigestStore } from '../../../src/digest/ports/store.ts';
import type { Occurrence, Place, Schedule, Subscription } from '../../../src/digest/records.ts';
import type { Excerpt } from '../../../src/digest/types.ts';
import type { Articles } from './articles.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';

export const placeKey = ({ platform, channel }: Place): string => `${platform} #${channel}`;

/** How long a place had one schedule. */
export interface Stretch {
  readonly place: Place;
  readonly schedule: Schedule;
  readonly from: number;
  to: number | null;
  /** What ended it. */
  ended: 'changed' | 'off' | 'paused' | null;
}

const nothingMoreComes = ({ state, message }: Occurrence): boolean =>
  state === 'sent' || state === 'unknown' || state === 'skipped' || (state === 'refused' && message === null);

/** Sees all that is written to the store as it is written, and what must hold of it at every step. */
export class Ledger {
  readonly subscriptions = new Map<string, Subscription>();
  /** By key; the local date as the calendar has it for the instant at which it was due. */
  readonly dates = new Map<string, string>();
  /** Occurrences that something is still to be done about. */
  readonly open = new Map<string, Occurrence>();
  readonly byKey = new Map<string, Occurrence>();
  readonly stretches: Stretch[] = [];
  /** When each place was switched off. */
  readonly offs: { readonly place: string; readonly at: number }[] = [];
  readonly finishedAt = new Map<string, number>();
  /** Which process claimed each post last. */
  readonly #holders = new Map<string, string>();
  /** Hears of every change. */
  changed: (what: Occurrence | Subscription) => void = () => {};
  readonly #timeline: Timeline;
  readonly #trace: Trace;
  readonly #articles: Articles;
  readonly #random: () => number;

  constructor(timeline: Timeline, trace: Trace, articles: Articles, random: () => number) {
    this.#timeline = timeline;
    this.#trace = trace;
    this.#articles = articles;
    this.#random = random;
  }

  /** Whether nothing can be found, so that it need not be looked for: most looks are in vain. */
  #knows(nothing: boolean): boolean {
    return nothing && this.#random() < 0.9;
  }

  /** The store as a process has it, with what it changes seen here. @param excerpts the process's own. */
  watch(store: DigestStore, who: string, excerpts: (filters: string) => readonly Excerpt[]): DigestStore {
    return {
      ...store,
      due: async (reach, now, most) =>
        this.#knows([...this.subscriptions.values()].every(({ next }) => next === null || next.at > now))
          ? []
          : store.due(reach, now, most),
      waiting: async (reach, now, most) =>
        this.#knows(
          [...this.open.values()].every(({ state, notBefore }) => state === 'sending' || notBefore > now),
        )
          ? []
          : store.waiting(reach, now, most),
      doubtful: async (reach, before, now, most) =>
        this.#knows([...this.open.values()].every(({ state }) => state !== 'sending'))
          ? []
          : store.doubtful(reach, before, now, most),
      save: async (subscription, cancel) => {
        const done = await store.save(subscription, cancel);
        if (done) {
          this.#subscribed(subscription, who);
          const cancelled = cancel === undefined ? [] : await store.latest(subscription, 12);
          for (const each of cancelled) this.#noted(each, who);
        }
        return done;
      },
      plan: async (subscription, occurrences) => {
        const done = await store.plan(subscription, occurrences);
        if (done) {
          const before = this.subscriptions.get(placeKey(subscription));
          this.#subscribed(subscription, who);
          for (const each of occurrences) {
            const row = await store.occurrence(each, each.date);
            const isNew = row !== null && !this.byKey.has(row.key);
            if (row !== null) this.#noted(row, who);
            if (isNew) this.#planned(each, subscription, before, excerpts);
          }
        }
        return done;
      },
      claim: async (occurrence, now, step) => {
        const claimed = await store.claim(occurrence, now, step);
        if (claimed !== null) {
          this.#holders.set(claimed.key, who);
          this.#noted(claimed, who);
        }
        return claimed;
      },
      finish: async (occurrence, change, step) => {
        const done = await store.finish(occurrence, change, step);
        if (!done) this.#trace.count('taken over by another');
        const row = done ? await store.occurrence(occurrence, occurrence.date) : null;
        if (row !== null) this.#noted(row, who, step.step);
        return done;
      },
    };
  }

  /** A process sends a post, which is for whoever claimed it last alone. */
  sends(key: string, who: string): void {
    const state = this.byKey.get(key)?.state;
    const holder = this.#holders.get(key);
    if (state === 'sending' && holder === who) return;
    this.#trace.breach('overtaken', `${who} sends ${key}, which is ${state} and was claimed by ${holder}`);
  }

  /** Compares what a replica reads with what was written. */
  async compare(store: DigestStore): Promise<void> {
    for (const [key, subscription] of this.subscriptions) {
      const read = await store.subscription(subscription);
      if (!isDeepStrictEqual(read, subscription)) this.#trace.breach('changed', `the subscription of ${key}`);
      for (const occurrence of await store.latest(subscription, 4)) {
        if (!isDeepStrictEqual(occurrence, this.byKey.get(occurrence.key))) {
          this.#trace.breach('changed', `${key} ${occurrence.date} reads otherwise than it was written`);
        }
      }
    }
  }

  #subscribed(subscription: Subscription, who: string): void {
    const key = placeKey(subscription);
    const now = this.#timeline.now;
    const stored = { ...subscription, revision: subscription.revision + 1 };
    this.subscriptions.set(key, stored);
    if (!stored.on) this.offs.push({ place: key, at: now });
    this.changed(stored);
    const stretch = this.stretches.findLast((each) => placeKey(each.place) === key && each.to === null);
    const goesOn = stored.on && stored.pausedAt === null;
    if (stretch !== undefined) {
      if (goesOn && isDeepStrictEqual(stretch.schedule, stored.schedule)) return;
      stretch.to = now;
      stretch.ended = stored.on ? (goesOn ? 'changed' : 'paused') : 'off';
    }
    if (stretch !== undefined || goesOn) {
      const { zone, time, days } = stored.schedule;
      this.#trace.say(
        `${who}: ${key} is ${goesOn ? `on, ${time} ${zone} ${days.join('')}` : (stretch?.ended ?? 'off')}`,
      );
    }
    if (!goesOn) return;
    const { schedule } = stored;
    this.stretches.push({ place: stored, schedule, from: now, to: null, ended: null });
  }

  #planned(
    occurrence: Occurrence,
    subscription: Subscription,
    before: Subscription | undefined,
    excerpts: (filters: string) => readonly Excerpt[],
  ): void {
    const { key, due, drawn, reason } = occurrence;
    const [exact] = dueBetween(subscription.schedule, due - 1, due);
    if (exact === undefined) {
      this.#trace.breach('early', `${placeKey(occurrence)} is not due at ${due}`);
      return;
    }
    this.dates.set(key, exact.date);
    if (reason === 'empty' && excerpts(subscription.filters).length > 0) {
      this.#trace.breach('untrue', `${placeKey(occurrence)} ${occurrence.date}: there was something to show`);
    }
    if (drawn === null || before === undefined || drawn.round === before.round) return;
    this.#trace.count('rounds');
    const shown = new Set(
      [...this.byKey.values()].flatMap((each) =>
        placeKey(each) === placeKey(occurrence) &&
        each.drawn?.round === before.round &&
        each.state !== 'skipped'
          ? [this.#articles.identityOf(each.drawn.text)]
          : [],
      ),
    );
    const left = excerpts(before.filters).filter(
      ({ article, start, end }) => !shown.has(this.#articles.identityOf(article.text.slice(start, end))),
    );
    if (left.length > 0) {
      this.#trace.breach(
        'repeated',
        `${placeKey(occurrence)}: round ${before.round} ended with ${left.length} left`,
      );
    }
  }

  #noted(row: Occurrence, who: string, step = row.steps.at(-1)?.step): void {
    const before = this.byKey.get(row.key);
    if (isDeepStrictEqual(before, row)) return;
    const name = `${placeKey(row)} ${row.date}`;
    this.#trace.say(`${who}: ${name} ${step ?? ''} → ${row.state}, fence ${row.fence}`);
    if (before !== undefined) {
      if (nothingMoreComes(before)) {
        this.#trace.breach('changed', `${name} was ${before.state} for good and became ${row.state}`);
      }
      if (row.fence < before.fence) this.#trace.breach('changed', `${name}: its fence fell`);
      if (row.due !== before.due || !isDeepStrictEqual(row.drawn, before.drawn)) {
        this.#trace.breach('changed', `${name}: what is to be posted changed`);
      }
      if (row.steps.length <= before.steps.length)
        this.#trace.breach('changed', `${name}: no step was added`);
    } else {
      this.#trace.count('occurrences');
    }
    this.byKey.set(row.key, row);
    if (nothingMoreComes(row)) {
      this.open.delete(row.key);
      this.finishedAt.set(row.key, this.#timeline.now);
      this.#trace.count(row.reason === null ? row.state : `${row.state}: ${row.reason}`);
    } else this.open.set(row.key, row);
    this.changed(row);
  }
}
