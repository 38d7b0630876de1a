import { dueBetween } from '../../../src/digest/calendar.ts';
import type { Occurrence, Place } from '../../../src/digest/records.ts';
import { LATE, settlingTime, type Timing } from '../../../src/digest/timing.ts';
import type { Articles } from './articles.ts';
import { type Ledger, placeKey, type Stretch } from './ledger.ts';
import type { Channel, Platform, Taken } from './platform.ts';
import { clearTime, type Spells } from './spells.ts';
import type { Breach, Trace } from './trace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So much good weather within the grace gets every post through: dozens of tries. */
const ENOUGH = HOUR;

export interface Judged {
  readonly ledger: Ledger;
  readonly trace: Trace;
  readonly articles: Articles;
  readonly timing: Timing;
  readonly platforms: readonly Platform[];
  /** When any process was running. */
  readonly up: Spells;
  /** By how much the clocks of two processes may differ from the true time. */
  readonly skew: number;
}

/** What must hold of every post as it appears in its channel. */
export function watchPosts(judged: Judged): void {
  const { ledger, trace, articles, timing, platforms, skew } = judged;
  const posted = new Map<string, string>();
  const shown = new Set<string>();
  const settled = settlingTime(timing) + MINUTE;

  const wrongWith = (
    { id, post, askedAt, takenAt }: Taken,
    place: Place,
  ): readonly [Breach, string] | null => {
    const row = ledger.byKey.get(post.key);
    if (row === undefined || row.drawn === null || placeKey(row) !== placeKey(place)) {
      return ['unmatched', 'it has no row'];
    }
    const day = `${placeKey(place)} ${ledger.dates.get(post.key) ?? row.date}`;
    const first = posted.get(day);
    posted.set(day, id);
    if (first !== undefined) return ['doubled', `${first} is there for ${day}`];
    if (!['sending', 'sent', 'unknown'].includes(row.state)) {
      return ['unmatched', `it is visible, its row ${row.state}`];
    }
    if (askedAt < row.due - skew) return ['early', `by ${row.due - askedAt} ms`];
    if (takenAt > row.due + timing.grace + settled) return ['late', `by ${takenAt - row.due} ms`];
    const said = JSON.stringify(post.message);
    if (!said.includes(row.drawn.text)) return ['unmatched', 'it shows another excerpt'];
    const lateness = askedAt - row.due - LATE;
    if (lateness > 0 !== said.includes('Late: ') && Math.abs(lateness) > MINUTE) {
      return ['late', 'it says otherwise than it is'];
    }
    const excerpt = `${placeKey(place)} round ${row.drawn.round}: ${articles.identityOf(row.drawn.text)}`;
    if (shown.has(excerpt)) return ['repeated', excerpt];
    shown.add(excerpt);
    const stretch = ledger.stretches.findLast((each) => placeKey(each.place) === placeKey(place));
    const offAt = stretch?.ended === 'off' ? stretch.to : null;
    return offAt !== null && askedAt > offAt + settled
      ? ['unwanted', `${(askedAt - offAt) / 1000} s after it was switched off`]
      : null;
  };

  for (const platform of platforms) {
    platform.appeared = (taken, { place }) => {
      trace.count('posts');
      const wrong = wrongWith(taken, place);
      if (wrong !== null) trace.breach(wrong[0], `${placeKey(place)}: ${taken.id}: ${wrong[1]}`);
    };
  }
}

const channelOf = ({ platforms }: Judged, { platform, channel }: Occurrence): [Platform, Channel] => {
  const own = platforms.find(({ settings }) => settings.name === platform);
  if (own === undefined) throw new RangeError(`No platform ${platform}`);
  return [own, own.channel(channel)];
};

/** What must hold of a row that has been final for a while, and of its post. */
function checkFinal(row: Occurrence, finishedAt: number, judged: Judged): void {
  const { trace, timing, up, ledger } = judged;
  const [platform, channel] = channelOf(judged, row);
  const name = `${placeKey(row)} ${row.date}`;
  const upTo = row.due + timing.grace;
  const post = channel.taken.find(({ post: { key } }) => key === row.key);
  switch (row.state) {
    case 'sent':
      if (post === undefined) trace.breach('lost', `${name} is sent, and there is no post`);
      else if (post.id !== row.remoteId)
        trace.breach('unmatched', `${name} is ${post.id}, not ${row.remoteId}`);
      return;
    case 'unknown':
      if (!channel.unreadable.touches(row.due, finishedAt) && !platform.down.touches(row.due, finishedAt)) {
        trace.breach('untrue', `${name} is unknown, though history could be read`);
      }
      return;
    case 'refused':
      if (!channel.refusing.touches(row.due, upTo)) trace.breach('untrue', `${name} was never refused`);
      return;
    case 'skipped':
      break;
    default:
      return;
  }
  if (post !== undefined) trace.breach('unmatched', `${name} was posted, and is recorded as skipped`);
  const clear = clearTime(row.due, upTo, up, [platform.down, channel.refusing]);
  if (row.reason === 'missed' && clear > ENOUGH) {
    trace.breach('lost', `${name} was missed, with ${Math.round(clear / MINUTE)} min of good weather`);
  }
  const isOff = ledger.offs.some(
    ({ place, at }) => place === placeKey(row) && at >= row.due - judged.skew && at <= finishedAt,
  );
  if (row.reason === 'off' && !isOff) {
    trace.breach('untrue', `${name}: it was never switched off`);
  }
}

/** Each day that was due has its row. */
function checkDues({ place, schedule, from, to }: Stretch, now: number, judged: Judged): void {
  const { ledger, trace, skew } = judged;
  const upTo = (to ?? now) - skew - 1;
  for (const { date } of dueBetween(schedule, Math.ceil(from) + skew, Math.floor(upTo))) {
    const has = [...ledger.byKey.values()].some(
      (row) => placeKey(row) === placeKey(place) && (ledger.dates.get(row.key) ?? row.date) === date,
    );
    if (!has) trace.breach('lost', `${placeKey(place)} ${date} was due, and there is no row`);
  }
}

/** What must hold once a day. Rows that were final at the last look are not looked at again. */
export class DailyCheck {
  readonly #judged: Judged;
  readonly #checked = new Set<string>();

  constructor(judged: Judged) {
    this.#judged = judged;
  }

  run(now: number): void {
    const { ledger, trace } = this.#judged;
    for (const [key, at] of ledger.finishedAt) {
      const row = ledger.byKey.get(key);
      // A post that was taken may take its time to appear.
      if (row === undefined || this.#checked.has(key) || now - at < HOUR || now < row.due) continue;
      this.#checked.add(key);
      checkFinal(row, at, this.#judged);
    }
    for (const row of ledger.open.values()) {
      if (now - row.due > 7 * 24 * HOUR)
        trace.breach('stuck', `${placeKey(row)} ${row.date} is ${row.state}`);
    }
  }

  /** When faults have stopped and time enough has passed. */
  end(now: number): void {
    const { ledger, trace } = this.#judged;
    this.run(now);
    for (const row of ledger.open.values()) {
      if (now - row.due > 7 * HOUR) trace.breach('stuck', `${placeKey(row)} ${row.date} is ${row.state}`);
    }
    for (const stretch of ledger.stretches) checkDues(stretch, now - HOUR, this.#judged);
  }
}
