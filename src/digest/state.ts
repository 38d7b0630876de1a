import { moment, nextDue } from './calendar.ts';
import { leftOf } from './draw.ts';
import type { Parts } from './parts.ts';
import { type Occurrence, type SkipReason, type Subscription, skipReasons } from './records.ts';
import type { Asked, DigestState, Moment, Trouble } from './types.ts';

/** Occurrences among which the latest post is looked for: it may lie before two weeks of days without one. */
const RECENT = 15;

/** What comes next, as the zone's clocks show it. Where nothing is ever posted, what would. */
function dueOf(subscription: Subscription, now: number, posts: boolean): Moment | null {
  const { next, schedule, on, pausedAt } = subscription;
  if (!on || pausedAt !== null || next === null) return null;
  const due = posts || next.at > now ? next : nextDue(schedule, now);
  return moment(due.at, schedule.zone);
}

const detailOf = ({ steps }: Occurrence): string => steps.at(-1)?.detail ?? '';

const isSkip = (reason: Occurrence['reason']): reason is SkipReason =>
  skipReasons.some((each) => each === reason);

function troubleOf(latest: readonly Occurrence[]): Trouble | null {
  const tried = latest.find(({ state }) => state !== 'skipped' && state !== 'pending' && state !== 'sending');
  if (tried === undefined) return null;
  const { state, reason, date } = tried;
  if (state === 'unknown') return { reason: 'unknown', detail: detailOf(tried), date };
  if (state !== 'refused' || reason === null || isSkip(reason)) return null;
  return { reason, detail: detailOf(tried), date };
}

/** How a place's digest stands, from what is stored of it. */
export async function stateOf(
  { place, platform }: Pick<Asked, 'place' | 'platform'>,
  subscription: Subscription | null,
  { store, clock, excerpts }: Pick<Parts, 'store' | 'clock' | 'excerpts'>,
): Promise<DigestState> {
  if (subscription === null) {
    return {
      platform,
      place,
      state: 'off',
      schedule: null,
      filters: '',
      due: null,
      round: null,
      last: null,
      trouble: null,
      underWay: null,
      skipped: [],
    };
  }
  const { schedule, filters, round, on, pausedAt } = subscription;
  const latest = await store.latest(place, RECENT);
  const sent = latest.find(({ state }) => state === 'sent') ?? null;
  const since = latest.slice(0, sent === null ? latest.length : latest.indexOf(sent));
  const underWay = latest.find((each) => each.state === 'pending' || each.state === 'sending');
  const all = excerpts(filters);
  const left = leftOf(all, await store.shown(place, { round }), round);
  return {
    platform,
    place,
    state: !on ? 'off' : pausedAt === null ? 'on' : 'paused',
    schedule,
    filters,
    due: dueOf(subscription, clock.now(), platform.posting !== null),
    round: { n: round, left, of: all.length },
    last: sent === null ? null : { occurrence: sent, sent: moment(sent.sentAt ?? sent.due, sent.zone) },
    trouble: troubleOf(latest),
    underWay: underWay === undefined ? null : { date: underWay.date, detail: detailOf(underWay) },
    skipped: since.flatMap(({ date, state, reason }) =>
      state === 'skipped' && isSkip(reason) ? [{ date, reason }] : [],
    ),
  };
}
