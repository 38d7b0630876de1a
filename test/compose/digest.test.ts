import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/digest/records.ts';
import { openStore } from '../../src/store/open.ts';
import { type Running, run, startAndAwait } from '../command-line.ts';
import { CHANNEL, GUILD } from '../peers/discord-events.ts';
import { type Call, type DiscordServer, startDiscordServer, TOKEN } from '../peers/discord-server.ts';

let folder: string;
let discord: DiscordServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sco-desk-kept-'));
  discord = await startDiscordServer();
});

afterEach(async () => {
  await discord.stop();
  await rm(folder, { recursive: true, force: true });
});

const openHere = () => openStore({ dataDirectory: folder, databaseUrl: null, now: () => Date.now() });

/** A digest that fell due an hour ago, as `digest on` left it. */
async function dueAnHourAgo(): Promise<void> {
  const due = new Date(Date.now() - 3_600_000);
  const subscription: Subscription = {
    platform: 'discord',
    workspace: GUILD,
    channel: CHANNEL,
    on: true,
    schedule: { zone: 'UTC', time: due.toISOString().slice(11, 16), days: [1, 2, 3, 4, 5, 6, 7] },
    filters: '',
    seed: '0123456789abcdef',
    round: 1,
    setBy: '1',
    next: { date: due.toISOString().slice(0, 10), at: Math.floor(due.getTime() / 60_000) * 60_000 },
    refusedSince: null,
    pausedAt: null,
    revision: 0,
  };
  const store = await openHere();
  expect(await store.digest.save(subscription)).toBe(true);
  await store.close();
}

const startHere = (): Promise<Running> =>
  startAndAwait(['start'], /Discord: /, {
    PORT: '0',
    DATA_DIR: folder,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
  });

const addressOf = (desk: Running): string => /http:\/\/localhost:\d+/.exec(desk.out)?.[0] ?? '';

/** Two answers, one after the other: by then it has been at a signal that it was sent before them. */
async function tookSignal(desk: Running): Promise<void> {
  for (let answers = 0; answers < 2; answers++) await (await fetch(`${addressOf(desk)}/a/`)).text();
}

const isPost = ({ method, path }: Pick<Call, 'method' | 'path'>): boolean =>
  method === 'POST' && path === `/channels/${CHANNEL}/messages`;

async function states(): Promise<readonly string[]> {
  const store = await openHere();
  const latest = await store.digest.latest({ platform: 'discord', workspace: GUILD, channel: CHANNEL }, 5);
  await store.close();
  return latest.map(({ state }) => state);
}

describe('the digest of a desk that was not running', () => {
  it('comes late, says so, and comes once, however often the desk is started', async () => {
    await dueAnHourAgo();
    for (let start = 0; start < 2; start++) {
      const desk = await startHere();
      if (start === 0) await discord.called(isPost);
      expect(await desk.stop()).toMatchObject({ code: 0, err: '' });
    }
    expect(discord.calls.filter(isPost)).toHaveLength(1);
    expect(JSON.stringify(discord.messages[0])).toMatch(/Late: this was due at /);
    expect(await states()).toEqual(['sent']);
  });

  it('is sent to its end at SIGTERM', async () => {
    await dueAnHourAgo();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    discord.fail(isPost, { status: 200, done: true, after: held, body: { id: '77' } });
    const desk = await startHere();
    await discord.called(isPost);
    const ended = desk.stop();
    await tookSignal(desk);
    letGo();
    expect(await ended).toMatchObject({ code: 0 });
    expect(await states()).toEqual(['sent']);
  });

  it('is left in doubt, not lost, where a second signal ends the desk at once', async () => {
    await dueAnHourAgo();
    const { promise: never, resolve: letGo } = Promise.withResolvers<void>();
    discord.fail(isPost, { status: 500, after: never });
    const desk = await startHere();
    await discord.called(isPost);
    void desk.stop();
    await tookSignal(desk);
    // It would end with 0 after waiting for the post.
    expect(await desk.stop()).toMatchObject({ code: 1 });
    letGo();
    expect(await states()).toEqual(['sending']);
  });
});

describe('a store that cannot be used', () => {
  it('is told at the start, and all but the digest works', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const desk = await startAndAwait(['start'], /The digest is off.*\n/, { PORT: '0', DATA_DIR: file });
    expect(desk.out).toMatch(/The digest is off\. DATA_DIR .* is a file.* Set DATA_DIR to a folder\./);
    const url = addressOf(desk);
    const answer = async (line: string): Promise<unknown> =>
      (await fetch(`${url}/api?q=${encodeURIComponent(line)}`)).json();
    expect(await answer('search multilateralism')).toMatchObject({ kind: 'hits' });
    for (const line of [
      'digest on',
      'digest off',
      'digest status',
      'digest preview',
      'digest skip',
      'digest why',
    ]) {
      expect(await answer(line)).toMatchObject({
        kind: 'digest',
        state: 'unavailable',
        text: expect.stringMatching(/is a file/),
      });
    }
    expect(await desk.stop()).toMatchObject({ code: 0, err: '' });
  });
});

describe('what one process was told', () => {
  it('is known to the next one', async () => {
    const settings = { DATA_DIR: join(folder, 'data') };
    const ask = async (line: string): Promise<unknown> =>
      JSON.parse((await run(['sco', '--json', line], '', settings)).out);
    await ask('digest on 08:30 Asia/Shanghai mon-fri');
    expect(await ask('digest status')).toMatchObject({
      state: 'on',
      due: expect.stringMatching(/T08:30:00\+08:00\[Asia\/Shanghai\]$/),
    });
  });
});
