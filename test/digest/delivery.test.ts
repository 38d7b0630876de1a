import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createEngine } from '../../src/digest/engine.ts';
import type { DigestStore } from '../../src/digest/ports/store.ts';
import type { Occurrence, Place, Subscription } from '../../src/digest/records.ts';
import { subscription as sample } from '../store/samples.ts';
import { type FakePlatform, fakePlatform, lookOnce } from './fake-platform.ts';
import { type DigestInMemory, digestInMemory } from './in-memory.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const five = await readCorpus('seeds');
const linkTo = createLinks({ publicUrl: 'https://desk.example', sourceUrlTemplate: null, localUrl: '' });
const place: Place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
/** The first day's post is due then; every test begins an hour before. */
const DUE = Date.parse('2026-11-22T13:00:00Z');
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

let desk: DigestInMemory;
let slack: FakePlatform;

beforeEach(async () => {
  desk = await digestInMemory(five, linkTo);
  slack = fakePlatform();
});

/** Puts in a digest that is due every day at 13:00 UTC. */
async function subscribe(more: Partial<Subscription> = {}): Promise<void> {
  const subscription = sample({
    ...place,
    schedule: { zone: 'UTC', time: '13:00', days: [1, 2, 3, 4, 5, 6, 7] },
    filters: '',
    next: { date: dateOf(DUE), at: DUE },
    ...more,
  });
  if (!(await desk.parts.store.save(subscription))) throw new Error('It was there already.');
}

/** What a process does that looks once at an instant. */
async function at(instant: number, parts = desk.parts): Promise<void> {
  await desk.clock.moveTo(instant);
  await lookOnce(parts, slack);
}

async function stored(of: Place = place, due = DUE): Promise<Occurrence> {
  const found = await desk.parts.store.occurrence(of, dateOf(due));
  if (found === null) throw new Error(`Nothing for ${dateOf(due)}`);
  return found;
}

const refusedSince = async (): Promise<number | null | undefined> =>
  (await desk.parts.store.subscription(place))?.refusedSince;

/** The parts with something of the store in the place of its own. */
const withStore = (change: Partial<DigestStore>) => ({
  ...desk.parts,
  store: { ...desk.parts.store, ...change },
});

describe('refusals that posts come between', () => {
  const refuse = () => ({ type: 'refused', reason: 'archived', detail: 'is_archived' }) as const;

  it.each(['sent', 'found'])('pause nothing, however long ago the first was: %s', async (arrival) => {
    await subscribe();
    const { send } = slack;
    slack.send = refuse;
    await at(DUE);
    expect(await refusedSince()).toBe(DUE);
    // The day after, a post arrives, be it that this is found out later.
    slack.send = arrival === 'sent' ? send : () => ({ type: 'in doubt', detail: '502' });
    slack.find = () => ({ type: 'found', id: '7', link: null, at: DUE + DAY });
    await at(DUE + DAY);
    await at(DUE + DAY + 2 * MINUTE);
    expect(await stored(place, DUE + DAY)).toMatchObject({ state: 'sent' });
    expect(await refusedSince()).toBeNull();
    slack.send = refuse;
    await at(DUE + 15 * DAY);
    expect(slack.told).toEqual([]);
    expect(await desk.parts.store.subscription(place)).toMatchObject({
      pausedAt: null,
      refusedSince: DUE + 15 * DAY,
    });
  });
});

describe('a claim', () => {
  /** The time that reading the subscription takes, between the claim and the send. */
  const slowBy = (duration: number) =>
    withStore({
      subscription: async (of) => {
        await desk.clock.advance(duration);
        return desk.parts.store.subscription(of);
      },
    });

  it('that has grown old is given back unsent', async () => {
    await subscribe();
    await at(DUE, slowBy(10 * SECOND + 1));
    expect(slack.sends).toEqual([]);
    expect(await stored()).toMatchObject({ state: 'pending' });
    expect((await stored()).steps.at(-1)).toMatchObject({
      step: 'failed',
      detail: 'halted before the send',
    });
  });

  it('is sent as long as it is no older than a send may take', async () => {
    await subscribe();
    await at(DUE, slowBy(10 * SECOND));
    expect(slack.sends).toHaveLength(1);
    expect(await stored()).toMatchObject({ state: 'sent' });
  });
});

describe('a post in doubt', () => {
  beforeEach(async () => {
    await subscribe();
    slack.send = () => ({ type: 'in doubt', detail: 'ECONNRESET' });
    await at(DUE);
    expect(slack.sends).toHaveLength(1);
  });

  it('is looked for as soon as it is there or never comes: two timeouts, the acceptance, two clocks', async () => {
    await at(DUE + 70 * SECOND - 1);
    expect(slack.looks).toEqual([]);
    await at(DUE + 70 * SECOND);
    expect(slack.looks).toHaveLength(1);
  });

  it('is sent again where it is not there', async () => {
    await at(DUE + 2 * MINUTE);
    expect((await stored()).steps.map(({ step }) => step)).toEqual([
      'drawn',
      'claimed',
      'in doubt',
      'claimed',
      'not found',
      'in doubt',
    ]);
    expect(slack.sends.map(({ key }) => key)).toEqual([slack.sends[0]?.key, slack.sends[0]?.key]);
  });

  it('is not sent again where another took it over while it was looked for', async () => {
    slack.find = async () => {
      await desk.parts.store.claim(await stored(), desk.clock.now(), 'claimed');
      return { type: 'absent' };
    };
    await at(DUE + 2 * MINUTE);
    expect(slack.looks).toHaveLength(1);
    expect(slack.sends).toHaveLength(1);
    expect(await stored()).toMatchObject({ state: 'sending', fence: 3 });
  });

  it('is looked for again for a day at least, however often its history could not be read', async () => {
    slack.find = () => ({ type: 'failed', wait: SECOND, detail: '503' });
    for (let look = 1; look <= 120; look++) await at(DUE + look * 6 * MINUTE);
    expect(slack.looks).toHaveLength(120);
    expect(await stored()).toMatchObject({ state: 'sending' });
    await at(DUE + DAY + SECOND);
    expect(await stored()).toMatchObject({ state: 'unknown', message: null });
    expect((await stored()).steps.at(-1)).toMatchObject({ step: 'unknown', detail: '503' });
  });

  it('is looked for a hundred times at least, however long that takes', async () => {
    slack.find = () => ({ type: 'failed', wait: SECOND, detail: '503' });
    for (let look = 1; look <= 99; look++) await at(DUE + look * HOUR);
    expect(await stored()).toMatchObject({ state: 'sending' });
    await at(DUE + 100 * HOUR);
    expect(await stored()).toMatchObject({ state: 'unknown' });
  });

  it('waits for as long as the platform asks before it is looked for again', async () => {
    slack.find = () => ({ type: 'failed', wait: HOUR, detail: '429' });
    await at(DUE + 2 * MINUTE);
    await at(DUE + 2 * MINUTE + HOUR - 1);
    expect(slack.looks).toHaveLength(1);
    await at(DUE + 2 * MINUTE + HOUR);
    expect(slack.looks).toHaveLength(2);
  });
});

describe('a platform that asks for patience', () => {
  const limit = (alone: boolean): void => {
    const { send } = slack;
    slack.send = (post) => (slack.sends.length === 1 ? { type: 'limited', wait: MINUTE, alone } : send(post));
  };

  it('is left alone by all of its channels, and by no other platform’s', async () => {
    slack = fakePlatform('slack', 1);
    const discord = fakePlatform('discord');
    limit(false);
    for (const channel of ['C1', 'C2']) await subscribe({ channel });
    await subscribe({ platform: 'discord' });
    const engine = createEngine(desk.parts, [slack.sender, discord.sender]);
    await desk.clock.moveTo(DUE);
    await engine.tick();
    for (let second = 1; second < 60; second += 2) {
      await desk.clock.moveTo(DUE + second * SECOND);
      await engine.tick();
    }
    expect(slack.sends).toHaveLength(1);
    expect(discord.sends).toHaveLength(1);
    for (const second of [60, 61, 62]) {
      await desk.clock.moveTo(DUE + second * SECOND);
      await engine.tick();
    }
    await engine.stop();
    expect(slack.sends.map(({ channel }) => channel)).toEqual(['C1', 'C1', 'C2']);
  });

  it('in one channel alone gets the posts of others', async () => {
    slack = fakePlatform('slack', 1);
    limit(true);
    for (const channel of ['C1', 'C2']) await subscribe({ channel });
    const engine = createEngine(desk.parts, [slack.sender]);
    for (const second of [0, 1]) {
      await desk.clock.moveTo(DUE + second * SECOND);
      await engine.tick();
    }
    await engine.stop();
    expect(slack.sends.map(({ channel }) => channel)).toEqual(['C1', 'C2']);
  });
});

describe('an engine that is stopped', () => {
  const engineOf = (parts = desk.parts) => createEngine(parts, [slack.sender]);

  /** Whether a promise is over once everything else that can run has run. */
  async function isOver(promise: Promise<unknown>): Promise<boolean> {
    let over = false;
    void promise.then(() => {
      over = true;
    });
    for (let turns = 0; turns < 10; turns++) await turn();
    return over;
  }

  it('claims nothing more', async () => {
    for (const channel of ['C1', 'C2', 'C3']) await subscribe({ channel });
    await desk.clock.moveTo(DUE);
    const engine = engineOf();
    const stopped: Promise<void>[] = [];
    const { send } = slack;
    slack.send = (post) => {
      stopped.push(engine.stop());
      return send(post);
    };
    await engine.tick();
    await Promise.all(stopped);
    expect(stopped).toHaveLength(1);
    expect(slack.sends).toHaveLength(1);
    const states = ['C1', 'C2', 'C3'].map(async (channel) => (await stored({ ...place, channel })).state);
    expect(await Promise.all(states)).toEqual(['sent', 'pending', 'pending']);
  });

  it('plans nothing more', async () => {
    for (const channel of ['C1', 'C2']) await subscribe({ channel });
    await desk.clock.moveTo(DUE);
    const engine = engineOf(
      withStore({
        plan: (...planned) => {
          void engine.stop();
          return desk.parts.store.plan(...planned);
        },
      }),
    );
    await engine.tick();
    expect(await desk.parts.store.occurrence({ ...place, channel: 'C2' }, dateOf(DUE))).toBeNull();
  });

  it('lets a send in flight come to its end', async () => {
    await subscribe();
    await desk.clock.moveTo(DUE);
    const { promise: answer, resolve } = Promise.withResolvers<{ type: 'sent'; id: string; link: null }>();
    slack.send = () => answer;
    const engine = engineOf();
    await engine.tick();
    const stopped = engine.stop();
    expect(await isOver(stopped)).toBe(false);
    resolve({ type: 'sent', id: '7', link: null });
    await stopped;
    expect(await stored()).toMatchObject({ state: 'sent', remoteId: '7' });
  });

  it('still sends what it was claiming at that moment', async () => {
    await subscribe();
    await desk.clock.moveTo(DUE);
    const { promise: claiming, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const engine = engineOf(
      withStore({
        claim: async (...claimed) => {
          reach();
          await claiming;
          return desk.parts.store.claim(...claimed);
        },
      }),
    );
    const ticked = engine.tick();
    await reached;
    const stopped = engine.stop();
    expect(await isOver(stopped)).toBe(false);
    goOn();
    await stopped;
    expect(await stored()).toMatchObject({ state: 'sent' });
    await ticked;
  });

  it('waits ten seconds for it, and no longer', async () => {
    await subscribe();
    await desk.clock.moveTo(DUE);
    slack.send = () => Promise.withResolvers<never>().promise;
    const engine = engineOf();
    await engine.tick();
    const stopped = engine.stop();
    await desk.clock.advance(10 * SECOND - 1);
    expect(await isOver(stopped)).toBe(false);
    await desk.clock.advance(1);
    await stopped;
    expect(await stored()).toMatchObject({ state: 'sending' });
  });

  it('was looking every second before, and does no more', async () => {
    await subscribe();
    const engine = engineOf();
    const running = engine.run();
    await desk.clock.moveTo(DUE - 1);
    expect(await isOver(running)).toBe(false);
    for (let step = 0; step < 12; step++) {
      await desk.clock.advance(250);
      await isOver(running);
    }
    expect(slack.sends).toHaveLength(1);
    await engine.stop();
    await running;
    expect(await isOver(running)).toBe(true);
  });
});

describe('a round that ends', () => {
  it('is followed by one that does not begin with what was shown last', async () => {
    const filters = 'in:four-point-approach';
    const all = desk.parts.excerpts(filters);
    const channels = Array.from({ length: 6 }, (_, n) => `C${n}`);
    for (const [n, channel] of channels.entries()) {
      await subscribe({ channel, filters, seed: `${n}123456789abcdef` });
    }
    for (let day = 0; day < 2 * all.length; day++) await at(DUE + day * DAY);
    for (const channel of channels) {
      const posts = (await desk.parts.store.latest({ ...place, channel }, 100)).toReversed();
      const texts = posts.map(({ drawn }) => drawn?.text);
      expect(new Set(texts.slice(0, all.length)).size).toBe(all.length);
      for (const [n, text] of texts.entries()) {
        expect(texts.slice(Math.max(0, n - Math.floor(all.length / 2)), n)).not.toContain(text);
      }
      expect(posts.map(({ drawn }) => drawn?.round)).toEqual(all.flatMap(() => [1]).concat(all.map(() => 2)));
    }
  });
});
