import { moment } from './calendar.ts';
import { draw } from './draw.ts';
import { recordedExcerpt, skippedOccurrence } from './occurrence.ts';
import type { Parts } from './parts.ts';
import { nextDraw, nextFree, plan } from './plan.ts';
import type { Schedule, Subscription } from './records.ts';
import { stateOf } from './state.ts';
import type { Asked, Digest, DigestAnswer, DigestCommand, DigestRefusal } from './types.ts';
import { week } from './weekdays.ts';

export interface ControlParts extends Parts {
  /** For whom the platform tells no zone. */
  readonly defaultZone: string;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}

type On = Extract<DigestCommand, { action: 'on' }>;

const DEFAULT_TIME = '09:00';

const newSeed = (random: () => number): string =>
  Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join('');

/** Where nobody else sees it, everyone may; a digest that is off is switched on again by anyone whom the platform lets. */
async function mayChange(
  { platform, user, asker }: Asked,
  subscription: Subscription | null,
): Promise<boolean> {
  if (platform.posting === null) return true;
  const { changedBy } = platform.posting;
  const isOwn = subscription === null || !subscription.on || subscription.setBy === user;
  return (changedBy === 'managers and whoever set it up' && isOwn) || asker.manages();
}

const notAllowed = ({ platform }: Asked): DigestRefusal => ({
  refused: 'not-allowed',
  whoMay: platform.posting?.whoMayChange ?? '',
});

/** The stored subscription. What is due of it by now is written down first, so that no change makes a day vanish. */
async function upToDate(asked: Asked, parts: Parts): Promise<Subscription | null> {
  for (;;) {
    const stored = await parts.store.subscription(asked.place);
    const isBehind =
      asked.platform.posting !== null && (stored?.next?.at ?? Number.POSITIVE_INFINITY) <= parts.clock.now();
    if (stored === null || !isBehind) return stored;
    await plan(stored, parts);
  }
}

async function zoneFor(
  { zone }: On,
  before: Subscription | null,
  asked: Asked,
  defaultZone: string,
): Promise<{ readonly zone: string; readonly zoneFrom: 'typed' | 'profile' | 'setting' | 'before' }> {
  if (zone !== null) return { zone, zoneFrom: 'typed' };
  if (before?.on === true) return { zone: before.schedule.zone, zoneFrom: 'before' };
  const own = await asked.asker.zone();
  return own === null ? { zone: defaultZone, zoneFrom: 'setting' } : { zone: own, zoneFrom: 'profile' };
}

async function switchOn(
  command: On,
  asked: Asked,
  parts: ControlParts,
): Promise<DigestAnswer | DigestRefusal> {
  const { store, clock, excerpts, random, defaultZone } = parts;
  const { filters } = command;
  if (excerpts(filters).length === 0) return { refused: 'nothing-selected', filters };
  for (;;) {
    const before = await upToDate(asked, parts);
    if (!(await mayChange(asked, before))) return notAllowed(asked);
    const { zone, zoneFrom } = await zoneFor(command, before, asked, defaultZone);
    const kept = before?.on === true ? before.schedule : null;
    const schedule: Schedule = {
      zone,
      time: command.time ?? kept?.time ?? DEFAULT_TIME,
      days: command.days ?? kept?.days ?? week,
    };
    const subscription: Subscription = {
      ...asked.place,
      on: true,
      schedule,
      filters,
      seed: before?.seed ?? newSeed(random),
      round: before?.round ?? 1,
      setBy: before?.on === true ? before.setBy : asked.user,
      next: await nextFree(asked.place, schedule, clock.now(), parts),
      refusedSince: null,
      pausedAt: null,
      revision: before?.revision ?? 0,
    };
    if (await store.save(subscription)) {
      const state = await stateOf(asked, await store.subscription(asked.place), parts);
      return { kind: 'digest', action: 'on', state, obstacle: await asked.asker.obstacle(), zoneFrom };
    }
  }
}

async function switchOff(asked: Asked, parts: ControlParts): Promise<DigestAnswer | DigestRefusal> {
  const { store, clock } = parts;
  for (;;) {
    const before = await upToDate(asked, parts);
    if (before === null || !before.on) {
      return { kind: 'digest', action: 'off', state: await stateOf(asked, before, parts) };
    }
    if (!(await mayChange(asked, before))) return notAllowed(asked);
    const off = { ...before, on: false, next: null, pausedAt: null, refusedSince: null };
    if (await store.save(off, { reason: 'off', at: clock.now() })) {
      return { kind: 'digest', action: 'off', state: await stateOf(asked, off, parts) };
    }
  }
}

async function skip(asked: Asked, parts: ControlParts): Promise<DigestAnswer | DigestRefusal> {
  const { store, clock } = parts;
  for (;;) {
    const before = await upToDate(asked, parts);
    if (before === null || !before.on || before.next === null) {
      return { kind: 'digest', action: 'skip', state: await stateOf(asked, before, parts), skipped: null };
    }
    if (!(await mayChange(asked, before))) return notAllowed(asked);
    const { schedule } = before;
    const now = clock.now();
    // Where nothing is ever posted, days go by all the same.
    const due = before.next.at > now ? before.next : await nextFree(asked.place, schedule, now, parts);
    const after = { ...before, next: await nextFree(asked.place, schedule, due.at, parts) };
    if (
      await store.plan(after, [skippedOccurrence(asked.place, due, schedule.zone, { reason: 'asked', now })])
    ) {
      const state = await stateOf(asked, await store.subscription(asked.place), parts);
      return { kind: 'digest', action: 'skip', state, skipped: moment(due.at, schedule.zone) };
    }
  }
}

async function preview(asked: Asked, parts: ControlParts): Promise<DigestAnswer> {
  const { store, excerpts, random } = parts;
  const subscription = await store.subscription(asked.place);
  const state = await stateOf(asked, subscription, parts);
  const drawn =
    subscription === null
      ? draw(excerpts(''), [], { seed: newSeed(random), round: 1 })
      : await nextDraw(subscription, parts);
  return { kind: 'digest', action: 'preview', state, draw: drawn };
}

async function why(asked: Asked, date: string | null, parts: ControlParts): Promise<DigestAnswer> {
  const { store, excerpts } = parts;
  const subscription = await store.subscription(asked.place);
  const state = await stateOf(asked, subscription, parts);
  const latest = date === null ? await store.latest(asked.place, 30) : [];
  const occurrence =
    date === null
      ? (latest.find(({ drawn }) => drawn !== null) ?? null)
      : await store.occurrence(asked.place, date);
  return {
    kind: 'digest',
    action: 'why',
    state,
    occurrence,
    due: occurrence === null ? null : moment(occurrence.due, occurrence.zone),
    excerpt:
      occurrence === null || occurrence.drawn === null ? null : recordedExcerpt(occurrence.drawn, excerpts),
    draw: occurrence === null && subscription !== null ? await nextDraw(subscription, parts) : null,
  };
}

/** The digest as commands change it and ask about it. */
export const createDigest = (parts: ControlParts): Digest => ({
  run: async (command, asked) => {
    switch (command.action) {
      case 'on':
        return switchOn(command, asked, parts);
      case 'off':
        return switchOff(asked, parts);
      case 'status':
        return {
          kind: 'digest',
          action: 'status',
          state: await stateOf(asked, await parts.store.subscription(asked.place), parts),
        };
      case 'preview':
        return preview(asked, parts);
      case 'skip':
        return skip(asked, parts);
      case 'why':
        return why(asked, command.date, parts);
    }
  },
});

/** The digest where its store cannot be used. @param reason what is wrong and what to do about it. */
export const unavailableDigest = (reason: string): Digest => ({
  run: async ({ action }) => ({ kind: 'digest', action, state: null, unavailable: reason }),
});
