import { describe, expect, it } from 'vitest';
import { dueBetween } from '../../src/digest/calendar.ts';
import { occurrenceKey } from '../../src/digest/occurrence.ts';
import type { Drawn, Due, Occurrence } from '../../src/digest/records.ts';
import { openMemoryDatabase } from '../../src/store/open.ts';
import { type Judgement, judge } from './judge.ts';
import type { Platform, Visible } from './platform.ts';
import { type Channel, GRACE, type Nature, START, subscriptionOf } from './world.ts';

const DAY = 24 * 3_600_000;
const END = START + 3 * DAY;

const channelWith = (nature: Nature): Channel => ({
  platform: 'slack',
  workspace: 'T0TORTURE',
  channel: 'C0000001',
  schedule: { zone: 'UTC', time: '09:00', days: [1, 2, 3, 4, 5, 6, 7] },
  filters: '',
  nature,
});

const drawnOf = (text: string): Drawn => ({
  round: 1,
  position: 1,
  of: 9,
  seed: '0123456789abcdef',
  article: 'way-forward',
  passage: 'way-forward:2',
  start: 0,
  end: 9,
  text,
});

/** A day as it should have gone: posted a second after it was due. */
interface Told {
  readonly row: Occurrence;
  readonly posts: readonly Visible[];
}

function toldOf(channel: Channel, due: Due): Told {
  const key = occurrenceKey(channel, due.date);
  const { platform, workspace, channel: id, schedule } = channel;
  return {
    row: {
      ...{
        platform,
        workspace,
        channel: id,
        date: due.date,
        due: due.at,
        zone: schedule.zone,
        key,
        fence: 1,
      },
      state: 'sent',
      drawn: drawnOf(`The excerpt of ${due.date}.`),
      message: null,
      notBefore: due.at,
      sendingSince: due.at,
      sentAt: due.at + 1000,
      remoteId: due.date,
      link: null,
      reason: null,
      steps: [{ at: due.at, step: 'drawn', fence: 0 }],
    },
    posts: [{ id: due.date, at: due.at + 1000, sent: { key } }],
  };
}

const platformWith = (channel: string, posts: readonly Visible[]): Platform => ({
  url: '',
  channels: new Map([[channel, posts]]),
  keyOf: ({ sent }) => String(sent['key']),
  has: () => false,
  calm: () => undefined,
  close: async () => undefined,
});

/** Three days, the last of them changed. */
async function judged(
  change: (told: Told) => Told | null,
  nature: Nature = { type: 'usual' },
): Promise<Judgement> {
  const channel = channelWith(nature);
  const told = dueBetween(channel.schedule, START, END).flatMap((due, n) => {
    const usual = toldOf(channel, due);
    const changed = n === 2 ? change(usual) : usual;
    return changed === null ? [] : [changed];
  });
  const store = await openMemoryDatabase(() => END);
  const subscription = subscriptionOf(channel, 0, 1);
  await store.digest.save(subscription);
  await store.digest.plan(
    { ...subscription, revision: 1 },
    told.map(({ row }) => row),
  );
  const platform = platformWith(
    channel.channel,
    told.flatMap(({ posts }) => posts),
  );
  const platforms = { slack: platform, discord: platformWith('', []) };
  const judgement = await judge({ channels: [channel], platforms, store: store.digest, end: END });
  await store.close();
  return judgement;
}

const without =
  (change: Partial<Occurrence>) =>
  (told: Told): Told => ({
    row: { ...told.row, remoteId: null, sentAt: null, ...change },
    posts: [],
  });

const skippedAfter =
  (late: number) =>
  (told: Told): Told =>
    without({
      state: 'skipped',
      reason: 'missed',
      steps: [{ at: told.row.due + late, step: 'skipped', fence: 1 }],
    })(told);

const unreadable: Nature = { type: 'unreadable' };
const archived: Nature = { type: 'refusing', reason: 'archived' };
const usual: Nature = { type: 'usual' };

describe('the judge of the torture', () => {
  it('finds nothing wrong where every day has its one post', async () => {
    expect(await judged((told) => told)).toEqual({
      ...{ occurrences: 3, posts: 3, doubled: 0, lost: 0, mismatched: 0, repeated: 0, early: 0 },
      ...{ unknown: 0, refused: 0, missed: 0, complaints: [] },
    });
  });

  const wrong: readonly (readonly [string, keyof Judgement, (told: Told) => Told | null])[] = [
    ['a second post of a day', 'doubled', (told) => ({ ...told, posts: [...told.posts, ...told.posts] })],
    ['a day without a row', 'lost', () => null],
    ['a row that still waits', 'lost', without({ state: 'pending', message: '{}' })],
    ['a row that is sent without a post', 'mismatched', (told) => ({ ...told, posts: [] })],
    [
      'a post under another id',
      'mismatched',
      (told) => ({ ...told, row: { ...told.row, remoteId: 'other' } }),
    ],
    [
      'a skipped day that has a post',
      'mismatched',
      (told) => ({ ...skippedAfter(DAY)(told), posts: told.posts }),
    ],
    [
      'a post that no row knows',
      'mismatched',
      (told) => ({ ...told, posts: [...told.posts, { id: '9', at: END, sent: { key: 'another' } }] }),
    ],
    [
      'an excerpt that comes again',
      'repeated',
      (told) => ({ ...told, row: { ...told.row, drawn: drawnOf('The excerpt of 2026-10-20.') } }),
    ],
    [
      'a post before its time',
      'early',
      (told) => ({ ...told, posts: told.posts.map((post) => ({ ...post, at: told.row.due - 1 })) }),
    ],
  ];
  it.each(wrong)('finds %s', async (_name, fault, change) => {
    const judgement = await judged(change);
    expect(judgement[fault]).toBe(1);
    expect(judgement.complaints).toContainEqual(
      expect.stringMatching(new RegExp(`^${fault}: slack C0000001 `)),
    );
  });

  const reasons: readonly (readonly [
    string,
    'unknown' | 'refused' | 'missed' | 'lost',
    Nature,
    (told: Told) => Told,
  ])[] = [
    ['unknown, and no history can be read', 'unknown', unreadable, without({ state: 'unknown' })],
    ['unknown, and it can be', 'lost', usual, without({ state: 'unknown' })],
    [
      'refused, and it takes no posts',
      'refused',
      archived,
      without({ state: 'refused', reason: 'archived' }),
    ],
    ['refused, for another reason', 'lost', archived, without({ state: 'refused', reason: 'gone' })],
    ['refused, and it takes posts', 'lost', usual, without({ state: 'refused', reason: 'archived' })],
    ['missed, when it was too late', 'missed', usual, skippedAfter(GRACE + 1)],
    ['missed, while there was time', 'lost', usual, skippedAfter(GRACE)],
    ['skipped, and nobody asked for it', 'lost', usual, without({ state: 'skipped', reason: 'asked' })],
  ];
  it.each(reasons)('takes a day that is %s as %s', async (_name, as, nature, change) => {
    const judgement = await judged(change, nature);
    const counted = { lost: 0, unknown: 0, refused: 0, missed: 0, [as]: 1 };
    expect(judgement).toMatchObject(counted);
  });
});
