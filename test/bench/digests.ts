import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Subscription } from '../../src/digest/records.ts';
import { openStore } from '../../src/store/open.ts';
import { openPostsPlatform, type PostsPlatform } from './posts-platform.ts';
import { runProgram } from './program.ts';
import { below, beside, type Group, row } from './row.ts';
import { type Summary, summarize } from './statistics.ts';

export interface DigestPlan {
  /** All due in the same minute. */
  readonly channels: number;
  /** Milliseconds of the digest's clock in one of the machine's. */
  readonly speed: number;
  /** How long commands are answered with nothing beside them. */
  readonly seconds: number;
  /** Lines of each kind that are made of the corpus, beside the usual ones. */
  readonly made: number;
}

/** What the process that posts measured of itself. Times in milliseconds, memory in bytes. */
export interface DigestMeasures {
  /** From when a command was due to its answer, with nothing beside it and beside the posting. */
  readonly alone: Summary;
  readonly beside: Summary;
  /** Of the event loop, by `monitorEventLoopDelay`. */
  readonly delay: Summary;
  /** After a garbage collection. */
  readonly heap: { readonly before: number; readonly halfway: number; readonly after: number };
  /** At most. */
  readonly resident: number;
  /** By the digest's clock, from the instant that all were due to the last post. */
  readonly seconds: number;
  readonly sent: number;
  readonly limited: number;
}

const MEGABYTE = 1_000_000;

/** Commands must be answered meanwhile: the event loop is held up for less, in milliseconds. */
const MOST_DELAY = 50;

const DUE = Date.parse('2026-11-23T09:00:00Z');

const first: Subscription = {
  platform: 'discord',
  workspace: '900000000000000001',
  channel: '910000000000000000',
  on: true,
  schedule: { zone: 'UTC', time: '09:00', days: [1, 2, 3, 4, 5, 6, 7] },
  filters: '',
  seed: '0123456789abcdef',
  round: 1,
  setBy: '1',
  next: { date: '2026-11-23', at: DUE },
  refusedSince: null,
  pausedAt: null,
  revision: 0,
};

/** Copies of the first channel's row with ids and seeds of their own: thousands of saves would take longer than all the rest. */
async function subscribe(dataDirectory: string, channels: number): Promise<void> {
  const store = await openStore({ dataDirectory, databaseUrl: null, now: () => DUE });
  await store.digest.save(first);
  await store.close();
  const database = new DatabaseSync(join(dataDirectory, 'sco-desk.sqlite'));
  const columns = database
    .prepare('select name from pragma_table_info(?)')
    .all('digest_subscription')
    .map(({ name }) => String(name));
  const copied = columns.map((name) => {
    if (name === 'channel') return 'cast(910000000000000000 + n as text)';
    return name === 'seed' ? "printf('%016x', n * 2654435761)" : name;
  });
  database.exec(
    `with recursive copies(n) as (select 1 union all select n + 1 from copies where n < ${channels - 1})
     insert into digest_subscription (${columns.join()}) select ${copied.join()} from digest_subscription, copies`,
  );
  database.close();
}

async function measure(
  plan: DigestPlan,
  platform: PostsPlatform,
  dataDirectory: string,
): Promise<DigestMeasures> {
  const { channels, speed, seconds, made } = plan;
  await subscribe(dataDirectory, channels);
  const settings = { url: platform.url, dataDirectory, channels, speed, shows: DUE, seconds, made };
  const program = runProgram('digest', { DIGEST_BENCH: JSON.stringify(settings) }, { probe: true });
  const [, result = ''] = await program.printed(/^result (.*)\n/m);
  await program.stop();
  return JSON.parse(result);
}

const one = (bytes: number): Summary => summarize([bytes / MEGABYTE]);

/** Every channel due at once on one SQLite file, while commands are answered in the same process. */
export async function measureDigests(plan: DigestPlan): Promise<readonly Group[]> {
  const platform = await openPostsPlatform(plan.speed);
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sco-bench-'));
  try {
    const measures = await measure(plan, platform, dataDirectory);
    return groupsOf(plan, measures, platform);
  } finally {
    await platform.close();
    await rm(dataDirectory, { recursive: true });
  }
}

function groupsOf(
  { channels, speed }: DigestPlan,
  measures: DigestMeasures,
  platform: PostsPlatform,
): readonly Group[] {
  const { alone, beside: busy, delay, heap, resident, seconds, sent } = measures;
  const title = `${channels.toLocaleString('en')} digests due in the same minute`;
  const inQuiet = row('  commands, nothing beside them', 'ms', alone);
  const posted = [...platform.posts.values()].reduce((sum, each) => sum + each, 0);
  const doubled = posted - platform.posts.size;
  return [
    {
      title: `${title}: commands answered meanwhile`,
      rows: [
        below(row('event-loop delay while posting', 'ms', delay), MOST_DELAY),
        beside(row('commands beside the posting', 'ms', busy), inQuiet),
        inQuiet,
      ],
      notes: [
        `${posted} posts in ${platform.posts.size} channels, ${doubled} doubled, in ${Math.round(seconds)} s of the digest’s clock; ${platform.limited()} answered with 429, ${platform.busiest()} calls in the busiest second of 50 that are allowed.`,
        `The digest’s clock runs ${speed} times as fast as the machine’s: ${Math.round((sent * speed) / seconds)} posts a second in fact, which is harder than life, each durable in SQLite three times.`,
      ],
    },
    {
      title: `${title}: memory`,
      rows: [
        row('heap used before', 'MB', one(heap.before)),
        row('heap used halfway', 'MB', one(heap.halfway)),
        row('heap used after', 'MB', one(heap.after)),
        row('resident at most', 'MB', one(resident)),
      ],
      notes: ['After a garbage collection each, the last one aside.'],
    },
  ];
}
