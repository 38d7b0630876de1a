import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSelection } from '../../src/compose/excerpt-selection.ts';
import { createLog } from '../../src/compose/log.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import type { Parts } from '../../src/digest/parts.ts';
import type { Occurrence, Place } from '../../src/digest/records.ts';
import { plain } from '../../src/message/plain.ts';
import type { Message } from '../../src/message/types.ts';
import { subscription } from '../store/samples.ts';
import { type FakePlatform, fakePlatform, lookOnce } from './fake-platform.ts';
import { type DigestInMemory, digestInMemory } from './in-memory.ts';

const MINUTE = 60_000;
const five = await readCorpus('seeds');
const linkTo = createLinks({ publicUrl: 'https://desk.example', sourceUrlTemplate: null, localUrl: '' });
const place: Place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
const DATE = '2026-11-22';
const DUE = Date.parse(`${DATE}T13:00:00Z`);
const FILTERS = 'in:four-point-approach';

let desk: DigestInMemory;
let slack: FakePlatform;
let logged: string[];
/** Those of today's version. */
let parts: Parts<Message>;

beforeEach(async () => {
  desk = await digestInMemory(five, linkTo);
  slack = fakePlatform();
  logged = [];
  const lines = new PassThrough().on('data', (line) => logged.push(String(line)));
  parts = { ...desk.parts, log: createLog('warn', lines) };
  await desk.parts.store.save(
    subscription({
      ...place,
      schedule: { zone: 'UTC', time: '13:00', days: [1, 2, 3, 4, 5, 6, 7] },
      filters: FILTERS,
      next: { date: DATE, at: DUE },
    }),
  );
});

/** Plans the day as a version that stores messages in another way would have; what it sends comes to nothing. */
async function plannedWith(
  write: (message: Message) => string,
  outcome: 'failed' | 'in doubt',
): Promise<void> {
  const send = slack.send;
  slack.send = () => ({ type: outcome, detail: 'ECONNRESET' });
  await desk.clock.moveTo(DUE);
  let written = '';
  const wording = {
    ...desk.parts.wording,
    write: (message: Message) => {
      written = write(message);
      return written;
    },
    read: () => ({ blocks: [], omitted: [] }),
  };
  await lookOnce({ ...desk.parts, wording }, slack);
  expect(slack.sends).toHaveLength(1);
  expect((await stored()).message).toBe(written);
  slack.sends.length = 0;
  slack.send = send;
}

/** Looks once when what was planned is to be tried, or looked for, again. */
async function later(today = parts): Promise<void> {
  await desk.clock.advance(2 * MINUTE);
  await lookOnce(today, slack);
}

async function stored(): Promise<Occurrence> {
  const found = await desk.parts.store.occurrence(place, DATE);
  if (found === null) throw new Error('No occurrence');
  return found;
}

const said = (n: number): string => {
  const post = slack.sends[n];
  if (post === undefined) throw new Error(`No post ${n}`);
  return plain(post.message);
};

const stepsOf = ({ steps }: Occurrence): readonly string[] =>
  steps.map(({ step, detail }) => (step === 'drawn' && detail !== undefined ? `drawn ${detail}` : step));

const ANEW = /^drawn the stored post could not be read, and was made anew of the same excerpt$/;
const AGAIN =
  /^drawn again: the stored post could not be read, and its excerpt is no longer in the articles$/;

/** The corpus in which the drawn excerpt has other words, as many of them and in the same place. */
async function withoutExcerpt(): Promise<Corpus> {
  const { drawn } = await stored();
  if (drawn === null) throw new Error('Nothing was drawn');
  const articles = [...five.articles].map(([id, article]) => {
    const { text } = article;
    const other = drawn.text.replace(/\p{L}/gu, 'x');
    const changed = `${text.slice(0, drawn.start)}${other}${text.slice(drawn.end)}`;
    return [id, id === drawn.article ? { ...article, text: changed } : article] as const;
  });
  return { articles: new Map(articles), faults: [] };
}

const ofLaterVersion = (message: Message): string => JSON.stringify({ version: 2, ...message });

const unreadable: readonly (readonly [string, (message: Message) => string])[] = [
  ['of a later version', ofLaterVersion],
  ['that is no JSON', (message) => JSON.stringify(message).slice(1)],
  [
    'of another shape',
    ({ blocks }) => JSON.stringify({ blocks: [...blocks, { type: 'picture' }], omitted: [] }),
  ],
  ['with a part missing', ({ blocks }) => JSON.stringify({ blocks })],
];

describe('a stored post', () => {
  it('is posted as it was stored', async () => {
    await plannedWith(
      (message) =>
        desk.parts.wording.write({
          ...message,
          blocks: [...message.blocks, { type: 'heading', text: 'As stored' }],
        }),
      'failed',
    );
    await later();
    expect(said(0)).toContain('As stored');
    expect(logged).toEqual([]);
  });

  it('without a version, as they were before there were versions, is one of the first', async () => {
    await plannedWith(
      ({ blocks, omitted }) =>
        JSON.stringify({ blocks: [...blocks, { type: 'heading', text: 'As stored' }], omitted }),
      'failed',
    );
    await later();
    expect(said(0)).toContain('As stored');
    expect(stepsOf(await stored())).toEqual(['drawn', 'claimed', 'failed', 'claimed', 'sent']);
  });

  describe.each(unreadable)('%s', (_, write) => {
    it('is made anew of the recorded excerpt, and posted once', async () => {
      await plannedWith(write, 'failed');
      const before = await stored();
      await later();
      await later();
      expect(slack.sends).toHaveLength(1);
      expect(said(0)).toContain(before.drawn?.text);
      const after = await stored();
      expect(after).toMatchObject({ state: 'sent', drawn: before.drawn, key: before.key });
      expect(stepsOf(after)).toEqual([
        'drawn',
        'claimed',
        'failed',
        'claimed',
        expect.stringMatching(ANEW),
        'sent',
      ]);
    });

    it('is drawn again where the articles have its excerpt no longer, and says so', async () => {
      await plannedWith(write, 'failed');
      const before = await stored();
      const excerpts = createSelection(await withoutExcerpt());
      await later({ ...parts, excerpts });
      const after = await stored();
      expect(after.drawn).toMatchObject({ round: 1, position: 1 });
      expect(after.drawn?.text).not.toBe(before.drawn?.text);
      expect(excerpts(FILTERS).map(({ article, start, end }) => article.text.slice(start, end))).toContain(
        after.drawn?.text,
      );
      expect(said(0)).toContain(after.drawn?.text);
      expect(after.state).toBe('sent');
      expect(stepsOf(after)).toEqual([
        'drawn',
        'claimed',
        'failed',
        'claimed',
        expect.stringMatching(AGAIN),
        'sent',
      ]);
    });

    it('is skipped where nothing is left to show', async () => {
      await plannedWith(write, 'failed');
      await later({ ...parts, excerpts: () => [] });
      expect(slack.sends).toEqual([]);
      expect(await stored()).toMatchObject({ state: 'skipped', reason: 'empty', message: null });
    });
  });

  it('that cannot be read is logged once, however often it is tried', async () => {
    await plannedWith(ofLaterVersion, 'failed');
    const { send } = slack;
    slack.send = () => ({ type: 'failed', detail: 'ECONNREFUSED' });
    await later();
    await later();
    slack.send = send;
    await later();
    expect(await stored()).toMatchObject({ state: 'sent' });
    expect(logged.filter((line) => line.includes('cannot be read and is made anew'))).toHaveLength(1);
    expect(logged.join('')).toContain(`"channel":"C1","date":"${DATE}"`);
  });

  it('that cannot be read says that it is late', async () => {
    await plannedWith(ofLaterVersion, 'failed');
    await desk.clock.advance(60 * MINUTE);
    await later();
    expect(said(0)).toMatch(/Late: this was due at 13:00/);
  });

  it('that cannot be read is not sent where another takes it over meanwhile', async () => {
    await plannedWith(ofLaterVersion, 'failed');
    const { store } = parts;
    const overtaken = {
      ...store,
      subscription: async (of: Place) => {
        await store.claim(await stored(), desk.clock.now(), 'claimed');
        return store.subscription(of);
      },
    };
    await later({ ...parts, store: overtaken });
    expect(slack.sends).toEqual([]);
    expect(await stored()).toMatchObject({ state: 'sending', fence: 3 });
  });
});

describe('a stored post in doubt that cannot be read', () => {
  beforeEach(async () => {
    await plannedWith(ofLaterVersion, 'in doubt');
  });

  it('is looked for all the same, and found with the excerpt that it showed', async () => {
    const before = await stored();
    slack.find = () => ({ type: 'found', id: '7', link: null, at: DUE });
    await later({ ...parts, excerpts: createSelection(await withoutExcerpt()) });
    expect(slack.sends).toEqual([]);
    expect(await stored()).toMatchObject({ state: 'sent', remoteId: '7', drawn: before.drawn });
    // What a platform that keeps no keys knows it by.
    expect(JSON.stringify(slack.looks[0]?.message)).toContain(`digest why ${DATE}`);
  });

  it('is made anew and sent where it is not there', async () => {
    const { drawn } = await stored();
    await later();
    expect(said(0)).toContain(drawn?.text);
    expect(await stored()).toMatchObject({ state: 'sent', drawn });
  });

  it('is drawn again and sent where it is not there, nor its excerpt', async () => {
    await later({ ...parts, excerpts: createSelection(await withoutExcerpt()) });
    const after = await stored();
    expect(said(0)).toContain(after.drawn?.text);
    expect(stepsOf(after).slice(-4)).toEqual(['claimed', 'not found', expect.stringMatching(AGAIN), 'sent']);
  });

  it('is unknown where nothing is left to know it by', async () => {
    await later({ ...parts, excerpts: () => [] });
    expect(slack.looks).toEqual([]);
    expect(slack.sends).toEqual([]);
    expect(await stored()).toMatchObject({ state: 'unknown', message: null });
  });
});
