import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryDatabase } from '../../src/store/open.ts';
import type { LastingStore } from '../../src/store/types.ts';
import { type TestClock, testClock } from '../digest/clock.ts';
import {
  actionEvent,
  autocompleteEvent,
  BOT,
  buttonEvent,
  CHANNEL,
  GUILD,
  type Json,
  managingEvent,
  memberWith,
  messageEvent,
} from '../peers/discord-events.ts';
import { buttonsOf, discordFaults, visibleWords } from '../peers/discord-payload.ts';
import { type Call, type DiscordServer, startDiscordServer } from '../peers/discord-server.ts';
import { type RunningDigest, runDigest } from './desk-under-test.ts';

const MINUTE = 60_000;
const PLACE = { platform: 'discord', workspace: GUILD, channel: CHANNEL } as const;

/** 16:00 of the 22nd in Shanghai, so that the first digest is due the next morning. */
const START = '2026-11-22T08:00:00Z';
const FIRST = '2026-11-23';
const DUE = Date.parse('2026-11-23T00:30:00Z');

let clock: TestClock;
let server: DiscordServer;
let database: LastingStore;
let desk: RunningDigest;

beforeEach(async () => {
  clock = testClock(START);
  server = await startDiscordServer(clock.now);
  database = await openMemoryDatabase(clock.now);
  desk = await runDigest(clock, { server, database });
});
afterEach(async () => {
  await desk.stop();
  await server.stop();
  await database.close();
});

const isPost = ({ method, path, body }: Pick<Call, 'method' | 'path' | 'body'>): boolean =>
  method === 'POST' && path === `/channels/${CHANNEL}/messages` && body['message_reference'] === undefined;
const isEdit = ({ method }: Pick<Call, 'method'>): boolean => method === 'PATCH';

/** What the person sees who used a command or a button. */
async function answerTo(event: Json): Promise<Json> {
  const before = server.calls.filter(isEdit).length;
  server.dispatch('INTERACTION_CREATE', event);
  const calls = await server.called(isEdit, before + 1);
  const body = calls.at(-1)?.body ?? {};
  expect(discordFaults(body)).toEqual([]);
  return body;
}

const switchOn = (options: Json = {}): Promise<Json> =>
  answerTo(managingEvent('digest', 'on', { time: '08:30', zone: 'Asia/Shanghai', ...options }));

const posts = (): readonly Json[] =>
  server.messages.filter(
    ({ type, interaction_metadata }) => type === 0 && interaction_metadata === undefined,
  );

const stepsOf = async (date: string): Promise<readonly string[]> =>
  (await database.digest.occurrence(PLACE, date))?.steps.map(({ step }) => step) ?? [];

/** One look of the engine, and what it began brought to an end. */
async function tick(date: string, until: string): Promise<void> {
  await desk.engine.tick();
  await expect.poll(async () => (await stepsOf(date)).at(-1), { timeout: 10_000 }).toBe(until);
}

describe('the daily digest', () => {
  it('goes from the command to the post, says why, and brings another excerpt the next day', async () => {
    expect(visibleWords(await switchOn())).toContain('08:30');
    const status = visibleWords(await answerTo(actionEvent('digest', 'status')));
    expect(status).toContain('Asia/Shanghai');
    expect(status).toContain('+08:00');

    await clock.moveTo(DUE - 1000);
    await desk.engine.tick();
    expect(posts()).toEqual([]);

    await clock.moveTo(DUE);
    await tick(FIRST, 'sent');
    const [post] = posts();
    expect(post?.['channel_id']).toBe(CHANNEL);
    const why = buttonsOf(post ?? {}).find(({ label }) => label === 'Why this one');
    const drawn = (await database.digest.occurrence(PLACE, FIRST))?.drawn;
    expect(visibleWords(post ?? {})).toContain(drawn?.text);

    const record = visibleWords(await answerTo(buttonEvent(why?.id ?? '')));
    expect(record).toContain(drawn?.seed);
    expect(visibleWords(await answerTo(actionEvent('digest', 'why', { date: FIRST })))).toContain(
      drawn?.seed,
    );
    const sent = await database.digest.occurrence(PLACE, FIRST);
    expect(sent?.link).toBe(`https://discord.com/channels/${GUILD}/${CHANNEL}/${post?.['id']}`);

    await desk.engine.tick();
    await clock.moveTo(DUE + 24 * 60 * MINUTE);
    await tick('2026-11-24', 'sent');
    expect(posts()).toHaveLength(2);
    const [first, second] = posts().map((each) => visibleWords(each));
    expect(second).not.toBe(first);
    expect((await database.digest.occurrence(PLACE, '2026-11-24'))?.drawn?.text).not.toBe(drawn?.text);
  });

  it('finds a post whose answer was lost, and does not post it again', async () => {
    await switchOn();
    server.fail(isPost, { status: 502, done: true });
    await clock.moveTo(DUE);
    await tick(FIRST, 'in doubt');
    // Longer than Discord knows a nonce.
    await clock.advance(10 * MINUTE);
    await tick(FIRST, 'found');
    expect(server.calls.filter(isPost)).toHaveLength(1);
    expect(posts()).toHaveLength(1);
    expect(await database.digest.occurrence(PLACE, FIRST)).toMatchObject({
      state: 'sent',
      remoteId: posts()[0]?.['id'],
    });
  });

  it('is posted again with its key where Discord did not take it, whatever was written meanwhile', async () => {
    await switchOn();
    server.fail(isPost, { status: 502 });
    await clock.moveTo(DUE);
    await tick(FIRST, 'in doubt');
    server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> random`));
    await server.called(({ body }) => body['message_reference'] !== undefined);
    await clock.advance(10 * MINUTE);
    await tick(FIRST, 'sent');
    expect(await stepsOf(FIRST)).toContain('not found');
    expect(posts()).toHaveLength(1);
    const [lost, taken] = server.calls.filter(isPost).map(({ body }) => body['nonce']);
    expect(taken).toBe(lost);
  });

  it('comes once after the desk was down, and says that it is late', async () => {
    await switchOn();
    await desk.stop();
    await clock.moveTo(DUE + 2 * 24 * 60 * MINUTE + 120 * MINUTE);
    desk = await runDigest(clock, { server, database });
    await tick('2026-11-25', 'sent');
    expect(posts().map((each) => visibleWords(each))).toEqual([expect.stringMatching(/^.*Late: /s)]);
    for (const date of [FIRST, '2026-11-24']) {
      expect(await database.digest.occurrence(PLACE, date)).toMatchObject({
        state: 'skipped',
        reason: 'missed',
      });
    }
  });

  it('that Discord refuses is shown in the status, with what to do', async () => {
    await switchOn();
    server.fail(isPost, { status: 403, body: { code: 50_013, message: 'Missing Permissions' } });
    await clock.moveTo(DUE);
    await tick(FIRST, 'refused');
    const status = visibleWords(await answerTo(actionEvent('digest', 'status')));
    expect(status).toMatch(/permission/i);
    expect(status).toContain('Missing Permissions');
    await clock.advance(5 * MINUTE);
    await tick(FIRST, 'sent');
    expect(posts()).toHaveLength(1);
  });

  it('that is wanted where the desk may not write is said to meet an obstacle', async () => {
    const event = managingEvent('digest', 'on', {}, { app_permissions: String(1n << 10n) });
    expect(visibleWords(await answerTo(event))).toMatch(/permission/i);
  });
});

describe('who may change the digest', () => {
  it('is told to a person who may not, whichever way they ask', async () => {
    await switchOn();
    const got = visibleWords(await answerTo(managingEvent('digest', 'off', {}, { member: memberWith(0n) })));
    expect(got).toMatch(/Manage Server/);
    server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> digest off`));
    const [reply] = await server.called(({ body }) => body['message_reference'] !== undefined);
    expect(visibleWords(reply?.body ?? {})).toMatch(/Manage Server/);
    expect(await database.digest.subscription(PLACE)).toMatchObject({ on: true });
  });

  it('leaves everyone the status, the preview and the reason', async () => {
    await switchOn();
    for (const action of ['status', 'preview', 'why']) {
      expect(visibleWords(await answerTo(actionEvent('digest', action)))).not.toMatch(/Manage Server/);
    }
  });

  it('lets who manages the server switch it off', async () => {
    await switchOn();
    await answerTo(managingEvent('digest', 'off'));
    expect(await database.digest.subscription(PLACE)).toMatchObject({ on: false });
    await clock.moveTo(DUE);
    await desk.engine.tick();
    expect(posts()).toEqual([]);
  });
});

describe('choices while it is typed', () => {
  it.each<[string, string, RegExp]>([
    ['zone', 'shang', /^Asia\/Shanghai$/],
    ['time', '08', /^08:/],
    ['days', 'mon', /^mon/],
  ])('offer a %s for %j', async (name, typed, expected) => {
    server.dispatch('INTERACTION_CREATE', autocompleteEvent('digest', name, typed, 'on'));
    const [call] = await server.called(({ body }) => body['type'] === 8);
    const data = call?.body['data'];
    const choices = typeof data === 'object' && data !== null && 'choices' in data ? data.choices : [];
    const values = Array.isArray(choices) ? choices.map(({ value }: { value: string }) => value) : [];
    expect(call?.status).toBe(204);
    expect(values[0]).toMatch(expected);
    expect(values.length).toBeLessThanOrEqual(25);
  });
});
