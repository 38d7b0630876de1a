import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { WebSettings } from '../../adapters/web/settings.ts';
import { start } from '../../src/compose/start.ts';
import type { Starters } from '../../src/compose/surfaces.ts';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { SendOutcome } from '../../src/digest/ports/sender.ts';
import { openStore } from '../../src/store/open.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { type FakePlatform, fakePlatform } from '../digest/fake-platform.ts';
import { byNobody } from '../digest/no-digest.ts';
import { subscription } from '../store/samples.ts';

let folder: string;
/** What happened to the surfaces, in order. */
let events: string[];
let said: string[];
let slack: FakePlatform;
let contexts: SurfaceContext[];
let web: WebSettings | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sco-desk-composed-'));
  events = [];
  said = [];
  contexts = [];
  web = null;
  slack = fakePlatform();
});

const surface = (name: string) => ({
  ready: `${name} is ready`,
  sender: null,
  stop: async () => void events.push(`${name} stopped`),
});

/** Surfaces that only say what becomes of them. */
const fakes = (change: Partial<Starters> = {}): Starters => ({
  slack: async (context) => {
    contexts.push(context);
    return { ...surface('slack'), sender: slack.sender, handler: null };
  },
  discord: async () => surface('discord'),
  web: async (_, settings) => {
    web = settings;
    return { ...surface('web'), url: 'http://localhost:1' };
  },
  ...change,
});

const tokens = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  DISCORD_TOKEN: 'MTIz.abc.def',
} as const;

async function startWith(
  starters: Starters,
  environment: Readonly<Record<string, string>> = tokens,
  args: readonly string[] = [],
) {
  const settings = { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...environment };
  const started = await start(settings, args, (line) => void said.push(line), starters);
  onTestFinished(async () => started.stop?.());
  return started;
}

const failing = (problem: string) => async (): Promise<never> => {
  throw new StoreError({ problem, remedy: `mend ${problem}` });
};

/** While a database in write-ahead mode is open, its log lies beside it. */
const storeIsOpen = (): boolean => existsSync(join(folder, 'sco-desk.sqlite-wal'));

describe('a desk that cannot start', () => {
  it('names every fault at once: settings, port and corpus', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    const { stop, faults } = await startWith(
      fakes(),
      { PORT: String(port), SLACK_BOT_TOKEN: 'token', SLACK_APP_TOKEN: 'xapp-1', PLAYGROUND: 'maybe' },
      ['--corpus', join(folder, 'nowhere')],
    );
    expect(stop).toBeNull();
    expect(faults.map(({ problem }) => problem)).toEqual([
      expect.stringMatching(/^PLAYGROUND “maybe”/),
      expect.stringMatching(/^SLACK_BOT_TOKEN is not right/),
      expect.stringContaining(String(port)),
      expect.stringContaining(join(folder, 'nowhere')),
    ]);
    expect([said, events]).toEqual([[], []]);
  });

  it('says how it is used where an argument is none of its own', async () => {
    const { faults } = await startWith(fakes(), tokens, ['--port', '80']);
    expect(faults).toEqual([
      { problem: expect.stringContaining('--port'), remedy: 'Usage: npm start -- [--corpus DIR]' },
    ]);
  });

  it.each<[string, Partial<Starters>, readonly string[], readonly string[]]>([
    ['Slack', { slack: failing('slack') }, ['slack'], ['discord', 'web']],
    ['Discord', { discord: failing('discord') }, ['discord'], ['slack', 'web']],
    ['the page', { web: failing('web') }, ['web'], ['slack', 'discord']],
    ['two of them', { slack: failing('slack'), web: failing('web') }, ['slack', 'web'], ['discord']],
  ])('since %s cannot, stops the others and closes the store', async (_, change, faulty, others) => {
    const { stop, faults } = await startWith(fakes(change));
    expect(stop).toBeNull();
    expect(faults).toEqual(faulty.map((problem) => ({ problem, remedy: `mend ${problem}` })));
    expect(events).toEqual(others.map((name) => `${name} stopped`));
    expect(said).toEqual([]);
    expect(storeIsOpen()).toBe(false);
  });

  it('for a fault that is nobody’s but ours says so with its stack', async () => {
    const bug = async (): Promise<never> => {
      throw new TypeError('a bug');
    };
    await expect(startWith(fakes({ discord: bug }))).rejects.toThrow('a bug');
  });
});

describe('a desk that starts', () => {
  it('says where it is, each surface in a line, and that links cannot be followed yet', async () => {
    await startWith(fakes());
    expect(said).toEqual([
      'SCO Desk, 5 articles. Playground and reader: http://localhost:1',
      'slack is ready',
      'discord is ready',
      expect.stringMatching(/^Teammates cannot follow links to http:\/\/localhost:1: set PUBLIC_URL/),
    ]);
  });

  it.each([
    { PUBLIC_URL: 'https://desk.example' },
    { SOURCE_URL_TEMPLATE: 'https://example.org/{file}#L{line}' },
  ])('says no more than that where links can be followed, and only what is configured: %j', async (links) => {
    const { DISCORD_TOKEN } = tokens;
    await startWith(fakes(), { DISCORD_TOKEN, PLAYGROUND: 'off', ...links });
    expect(said).toEqual(['SCO Desk, 5 articles. Reader: http://localhost:1/a/', 'discord is ready']);
    expect(contexts).toEqual([]);
  });

  it('names the files that it could not read, and counts the others', async () => {
    const corpus = mkdtempSync(join(tmpdir(), 'sco-desk-corpus-'));
    writeFileSync(join(corpus, 'good.txt'), 'A title\n\nA paragraph about tariffs.');
    writeFileSync(join(corpus, 'bad.txt'), Buffer.from([0xff, 0xfe, 0x00]));
    await startWith(fakes(), {}, ['--corpus', corpus]);
    expect(said).toEqual([
      expect.stringContaining('bad.txt'),
      expect.stringMatching(/^SCO Desk, 1 article\. .*SLACK_BOT_TOKEN and SLACK_APP_TOKEN.*DISCORD_TOKEN/),
    ]);
  });

  it('gives the page the port that is free and, where Slack calls it, Slack’s own handler', async () => {
    const handler = (): void => undefined;
    const onSlack = async () => ({ ...surface('slack'), handler });
    await startWith(fakes({ slack: onSlack }));
    expect(web?.port).toBeGreaterThan(0);
    expect(web?.playground).toBe(true);
    expect([...(web?.mounts ?? [])]).toEqual([['/slack/events', handler]]);
    await startWith(fakes(), { ...tokens, PLAYGROUND: 'off' });
    expect(web?.playground).toBe(false);
    expect([...(web?.mounts ?? [])]).toEqual([]);
  });

  it('with its store away says so, and does all but the digest', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await startWith(fakes(), { ...tokens, DATA_DIR: file });
    expect(said.at(-1)).toMatch(/^The digest is off\. DATA_DIR .* is a file/);
    const [context] = contexts;
    const ask = async (words: string) =>
      (await context?.desk.reply({ ...byNobody, workspace: '', channel: '', words }))?.answer;
    expect(await ask('search multilateralism')).toMatchObject({ kind: 'hits' });
    expect(await ask('digest status')).toMatchObject({ unavailable: expect.stringContaining('is a file') });
    expect(await context?.store.firstSeen('a')).toBe(true);
  });
});

describe('a desk that is stopped', () => {
  /** A digest that is due now. */
  async function due(): Promise<void> {
    const at = Date.now() - 60_000;
    const store = await openStore({ dataDirectory: folder, databaseUrl: null, now: Date.now });
    const schedule = {
      zone: 'UTC',
      time: new Date(at).toISOString().slice(11, 16),
      days: [1, 2, 3, 4, 5, 6, 7],
    } as const;
    const minute = Math.floor(at / 60_000) * 60_000;
    const next = { date: new Date(at).toISOString().slice(0, 10), at: minute };
    await store.digest.save(subscription({ schedule, filters: '', next }));
    await store.close();
  }

  it('posts to the end what is under way, then stops its surfaces, then closes the store', async () => {
    await due();
    const { promise: sending, resolve: reach } = Promise.withResolvers<void>();
    const { promise: answer, resolve: letGo } = Promise.withResolvers<SendOutcome>();
    slack.send = () => {
      reach();
      return answer;
    };
    const started = await startWith(
      fakes({
        discord: async ({ store }) => ({
          ...surface('discord'),
          stop: async () => {
            // What it does last may need the store.
            events.push(
              `discord stopped, ${storeIsOpen() && (await store.firstSeen('last')) ? 'with' : 'without'} a store`,
            );
          },
        }),
      }),
    );
    await sending;
    const stopped = started.stop?.().then(() => events.push('all stopped'));
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(events).toEqual([]);
    letGo({ type: 'sent', id: '7', link: null });
    await stopped;
    expect(events.toSorted()).toEqual([
      'all stopped',
      'discord stopped, with a store',
      'slack stopped',
      'web stopped',
    ]);
    expect(events.at(-1)).toBe('all stopped');
    expect(storeIsOpen()).toBe(false);
    const store = await openStore({ dataDirectory: folder, databaseUrl: null, now: Date.now });
    expect(await store.digest.latest(subscription(), 2)).toMatchObject([{ state: 'sent', remoteId: '7' }]);
    expect(await store.firstSeen('last')).toBe(false);
    await store.close();
  });

  it('stops each surface, though another does not stop as it should', async () => {
    const stubborn = async () => ({
      ...surface('discord'),
      stop: async () => {
        throw new Error('It stays.');
      },
    });
    const started = await startWith(fakes({ discord: stubborn }));
    await started.stop?.();
    expect(events).toEqual(['slack stopped', 'web stopped']);
    expect(storeIsOpen()).toBe(false);
  });
});
