import type { Occurrence, Place, SkipReason, Subscription } from '../store/digest.types.ts';
import { skipReasons } from '../store/digest-names.ts';
import { moment, nextDue } from './calendar.ts';
import { leftOf } from './draw.ts';
import type { Parts } from './parts.ts';
import type { DigestState, Moment, Trouble } from './types.ts';

/** Occurrences that are looked back on for the latest post: two weeks of days that came to nothing. */
const LOOKED_BACK = 15;

/** A terminal and a page have no channel that something could be posted in. */
export const canPost = ({ platform }: Place): boolean => platform === 'slack' || platform === 'discord';

/** What comes next, as the zone's clocks show it. Where nothing is ever posted, what would. */
export function dueOf(subscription: Subscription, now: number): Moment | null {
  const { next, schedule, on, pausedAt } = subscription;
  if (!on || pausedAt !== null || next === null) return null;
  const due = canPost(subscription) || next.at > now ? next : nextDue(schedule, now);
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
  place: Place,
  subscription: Subscription | null,
  { store, clock, excerpts }: Pick<Parts, 'store' | 'clock' | 'excerpts'>,
): Promise<DigestState> {
  const { platform, workspace, channel } = place;
  const own = { platform, workspace, channel };
  if (subscription === null) {
    return {
      place: own,
      state: 'off',
      schedule: null,
      filters: '',
      due: null,
      round: null,
      last: null,
      trouble: null,
      underWay: null,
      skipped: [],
      posts: canPost(place),
    };
  }
  const { schedule, filters, round, on, pausedAt } = subscription;
  const latest = await store.latest(place, LOOKED_BACK);
  const sent = latest.find(({ state }) => state === 'sent') ?? null;
  const since = latest.slice(0, sent === null ? latest.length : latest.indexOf(sent));
  const underWay = latest.find((each) => each.state === 'pending' || each.state === 'sending');
  const all = excerpts(filters);
  const left = leftOf(all, await store.shown(place, { round }), round);
  return {
    place: own,
    state: !on ? 'off' : pausedAt === null ? 'on' : 'paused',
    schedule,
    filters,
    due: dueOf(subscription, clock.now()),
    round: { n: round, left, of: all.length },
    last: sent === null ? null : { occurrence: sent, sent: moment(sent.sentAt ?? sent.due, sent.zone) },
    trouble: troubleOf(latest),
    underWay: underWay === undefined ? null : { date: underWay.date, detail: detailOf(underWay) },
    skipped: since.flatMap(({ date, state, reason }) =>
      state === 'skipped' && isSkip(reason) ? [{ date, reason }] : [],
    ),
    posts: canPost(place),
  };
}
