import { dueBetween, nextDue } from './calendar.ts';
import { draw } from './draw.ts';
import { pendingOccurrence, skippedOccurrence } from './occurrence.ts';
import type { Parts } from './parts.ts';
import type { Due, Occurrence, Place, Schedule, Subscription } from './records.ts';
import type { Draw } from './types.ts';

/**
 * What would be posted next in a place.
 *
 * @param date of an occurrence that is drawn again: what it held does not count as shown.
 * @returns null where the filters leave nothing.
 */
export async function nextDraw(
  subscription: Subscription,
  { store, excerpts }: Pick<Parts, 'store' | 'excerpts'>,
  date?: string,
): Promise<Draw | null> {
  // The round before as well, so that a new one does not begin with what ended it.
  const shown = await store.shown(subscription, { round: subscription.round - 1 });
  const others = shown.filter((each) => each.date !== date);
  return draw(excerpts(subscription.filters), others, subscription);
}

function latestOccurrence(
  subscription: Subscription,
  due: Due,
  drawn: Draw | null,
  { clock, wording, timing }: Parts,
): Occurrence {
  const now = clock.now();
  const { zone } = subscription.schedule;
  if (now - due.at > timing.grace) {
    return skippedOccurrence(subscription, due, zone, { reason: 'missed', now });
  }
  if (drawn === null) return skippedOccurrence(subscription, due, zone, { reason: 'empty', now });
  const message = wording.write(wording.post(drawn.excerpt, due.date));
  return pendingOccurrence(subscription, due, zone, { draw: drawn, message, now });
}

/** The first day due after an instant that has no occurrence: a place gets one a date, and some were skipped ahead. */
export async function nextFree(
  place: Place,
  schedule: Schedule,
  after: number,
  { store }: Pick<Parts, 'store'>,
): Promise<Due> {
  let due = nextDue(schedule, after);
  while ((await store.occurrence(place, due.date)) !== null) due = nextDue(schedule, due.at);
  return due;
}

/**
 * Writes down what is due in one place: the latest day with its excerpt and its message, older ones as missed. The
 * store takes it only from the first of several replicas.
 */
export async function plan(subscription: Subscription, parts: Parts): Promise<void> {
  const { store, clock } = parts;
  const { schedule, next } = subscription;
  const now = clock.now();
  if (next === null || next.at > now) return;
  const dues = dueBetween(schedule, next.at - 1, now);
  const latest = dues.at(-1);
  if (latest === undefined) {
    // The zone's rules have changed since: what was to be due now is due at another time.
    await store.plan({ ...subscription, next: await nextFree(subscription, schedule, now, parts) }, []);
    return;
  }
  const missed = dues
    .slice(0, -1)
    .map((due) => skippedOccurrence(subscription, due, schedule.zone, { reason: 'missed', now }));
  const drawn = await nextDraw(subscription, parts);
  const occurrence = latestOccurrence(subscription, latest, drawn, parts);
  const round = occurrence.drawn?.round ?? subscription.round;
  const after = await nextFree(subscription, schedule, latest.at, parts);
  await store.plan({ ...subscription, round, next: after }, [...missed, occurrence]);
}
