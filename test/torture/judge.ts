import { dueBetween } from '../../src/digest/calendar.ts';
import type { DigestStore } from '../../src/digest/ports/store.ts';
import type { Occurrence } from '../../src/digest/records.ts';
import type { Platform, Visible } from './platform.ts';
import { type Channel, GRACE, START } from './world.ts';

export interface Judgement {
  /** Days that were due up to the end. */
  readonly occurrences: number;
  readonly posts: number;
  readonly doubled: number;
  readonly lost: number;
  /** Rows and posts that do not say the same of each other. */
  readonly mismatched: number;
  /** Excerpts that came again before their round was over. */
  readonly repeated: number;
  readonly early: number;
  /** Days without a post for a reason that is true. */
  readonly unknown: number;
  readonly refused: number;
  readonly missed: number;
  /** What is wrong, in words. */
  readonly complaints: readonly string[];
}

export interface Evidence {
  readonly channels: readonly Channel[];
  readonly platforms: Readonly<Record<Channel['platform'], Platform>>;
  readonly store: DigestStore;
  /** By the digest's clock: what was due later may not be done with. */
  readonly end: number;
}

type Fault = 'doubled' | 'lost' | 'mismatched' | 'repeated' | 'early';
type Excuse = 'unknown' | 'refused' | 'missed';

const MOST = 1_000_000;

/** Whether what a row says of a day without a post is so. */
function excuseFor({ state, reason, steps, due }: Occurrence, { nature }: Channel): Excuse | null {
  if (state === 'unknown') return nature.type === 'unreadable' ? 'unknown' : null;
  if (state === 'refused') return nature.type === 'refusing' && reason === nature.reason ? 'refused' : null;
  if (state !== 'skipped' || reason !== 'missed') return null;
  return (steps.at(-1)?.at ?? 0) - due > GRACE ? 'missed' : null;
}

/** What is wrong with one day's row, given the posts with its key. */
function* faultsOf(row: Occurrence, posts: readonly Visible[], end: number): Generator<[Fault, string]> {
  const [post] = posts;
  if (posts.length > 1) yield ['doubled', `posted ${posts.length} times`];
  if (post !== undefined && post.at < row.due) yield ['early', `posted ${row.due - post.at} ms early`];
  if (row.state === 'sent') {
    if (post === undefined) yield ['mismatched', `sent as ${row.remoteId}, and not there`];
    else if (!posts.some(({ id }) => id === row.remoteId)) {
      yield ['mismatched', `sent as ${row.remoteId}, and there as ${post.id}`];
    }
  } else if (post !== undefined && row.state !== 'unknown' && row.due <= end) {
    yield ['mismatched', `${row.state}, and posted`];
  }
}

/** Excerpts that were shown twice in one round. */
function* repeatsOf(rows: readonly Occurrence[]): Generator<[Fault, string]> {
  const shown = new Set<string>();
  for (const { state, drawn, date } of rows) {
    if (state !== 'sent' || drawn === null) continue;
    const excerpt = `${drawn.round} ${drawn.text}`;
    if (shown.has(excerpt)) yield ['repeated', `${date} again in round ${drawn.round}: ${drawn.passage}`];
    shown.add(excerpt);
  }
}

/** Compares what is seen in the channels with what was due and what the store says. */
export async function judge({ channels, platforms, store, end }: Evidence): Promise<Judgement> {
  const faults: Record<Fault, number> = { doubled: 0, lost: 0, mismatched: 0, repeated: 0, early: 0 };
  const excuses: Record<Excuse, number> = { unknown: 0, refused: 0, missed: 0 };
  const complaints: string[] = [];
  let occurrences = 0;
  let posts = 0;

  for (const channel of channels) {
    const platform = platforms[channel.platform];
    const blame = (fault: Fault, words: string): void => {
      faults[fault]++;
      complaints.push(`${fault}: ${channel.platform} ${channel.channel} ${words}`);
    };
    const visible = platform.channels.get(channel.channel) ?? [];
    posts += visible.length;
    const byKey = Map.groupBy(visible, platform.keyOf);
    const rows = (await store.latest(channel, MOST)).toReversed();
    const byDate = new Map(rows.map((row) => [row.date, row]));

    for (const row of rows) {
      for (const [fault, words] of faultsOf(row, byKey.get(row.key) ?? [], end))
        blame(fault, `${row.date} ${words}`);
    }
    for (const [fault, words] of repeatsOf(rows)) blame(fault, words);
    const keys = new Set(rows.map(({ key }) => key));
    for (const key of byKey.keys())
      if (!keys.has(key)) blame('mismatched', `has a post that no row knows: ${key}`);

    const pausedAt = (await store.subscription(channel))?.pausedAt ?? null;
    for (const { date } of dueBetween(channel.schedule, START, Math.min(end, pausedAt ?? end))) {
      occurrences++;
      const row = byDate.get(date);
      const posted = row !== undefined && byKey.has(row.key);
      const excuse = row === undefined || posted ? null : excuseFor(row, channel);
      if (excuse !== null) excuses[excuse]++;
      else if (!posted) blame('lost', `${date} is ${row === undefined ? 'nowhere' : stateOf(row)}`);
    }
  }
  return { occurrences, posts, ...faults, ...excuses, complaints };
}

const stateOf = ({ state, reason, steps }: Occurrence): string =>
  `${state}${reason === null ? '' : ` (${reason})`} after ${steps.map(({ step }) => step).join(', ')}`;
