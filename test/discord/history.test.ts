import { once } from 'node:events';
import { Events, SnowflakeUtil } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FindOutcome, Post } from '../../src/digest/ports/sender.ts';
import type { Message } from '../../src/message/types.ts';
import { BOT, CHANNEL, GUILD, guildEvent, type Json, PERSON } from '../peers/discord-events.ts';
import type { DiscordServer } from '../peers/discord-server.ts';
import { messageOf } from './samples.ts';
import {
  DATE,
  isRead,
  isSend,
  never,
  postOf,
  type RunningSender,
  refusal,
  runSender,
  SINCE,
} from './sender-under-test.ts';

const HOUR = 3_600_000;

let running: RunningSender;
beforeEach(async () => {
  running = await runSender();
});
afterEach(() => running.stop());

const send = (): Promise<unknown> => running.sender.send(postOf(), never());
const find = (more: Partial<Post<Message>> = {}): Promise<FindOutcome> =>
  running.sender.find(postOf(more), never());

/** What the channel has besides, from the desk itself. */
const ownAnswer = (more: Json): Json => ({
  components: [
    { type: 1, components: [{ type: 2, style: 2, label: 'Why', custom_id: `r0:digest why ${DATE}` }] },
  ],
  ...more,
});

describe('find', () => {
  it('finds a post by its button, the history having no nonces', async () => {
    running.server.fail(isSend, { status: 502, done: true });
    await send();
    running.time.now += HOUR;
    running.server.say('Good morning');
    const id = String(running.server.messages[0]?.['id']);
    expect(running.server.messages[0]).not.toHaveProperty('nonce');
    expect(await find()).toEqual({
      type: 'found',
      id,
      link: `https://discord.com/channels/${GUILD}/${CHANNEL}/${id}`,
      at: SINCE,
    });
  });

  it('finds a post by its nonce where the history has it', async () => {
    const own = { id: '1', type: 19, author: { id: BOT }, timestamp: '2026-11-23T00:30:01.000Z' };
    const body = [{ ...own, nonce: postOf().key, components: [] }];
    running.server.fail(isRead, { status: 200, body });
    expect(await find()).toMatchObject({ type: 'found', id: '1', at: SINCE + 1000 });
  });

  it.each<[string, readonly Json[]]>([
    ['what people wrote', [{ content: 'digest why 2026-11-23' }]],
    [
      'a post for another day',
      [ownAnswer({ author: { id: BOT }, components: [{ custom_id: 'r0:digest why 2026-11-22' }] })],
    ],
    ['another bot’s button', [ownAnswer({ author: { id: PERSON } })]],
    ['the desk’s own reply about the day', [ownAnswer({ author: { id: BOT }, type: 19 })]],
    [
      'the desk’s own answer to a command',
      [ownAnswer({ author: { id: BOT }, interaction_metadata: { id: '1' } })],
    ],
  ])('does not take %s for it', async (_, messages) => {
    const plain = { id: '9', type: 0, author: { id: PERSON }, timestamp: '2026-11-23T00:30:01.000Z' };
    running.server.fail(isRead, { status: 200, body: messages.map((each) => ({ ...plain, ...each })) });
    expect(await find()).toEqual({ type: 'absent' });
  });

  it('reads from the instant that it is given, over as many answers as there are', async () => {
    for (let n = 0; n < 230; n++) {
      running.time.now += 1000;
      running.server.say(`message ${n}`);
    }
    await send();
    const id = String(running.server.messages.at(-1)?.['id']);
    expect(await find()).toMatchObject({ type: 'found', id });
    const reads = running.server.calls.filter(isRead);
    expect(reads.map(({ query }) => query.get('limit'))).toEqual(['100', '100', '100']);
    const first = BigInt(reads[0]?.query.get('after') ?? 0);
    expect(SnowflakeUtil.timestampFrom(first)).toBe(SINCE - 1);
  });

  it('goes on where a look broke off, so that a busy channel is read to its end', async () => {
    for (let n = 0; n < 150; n++) running.server.say(`message ${n}`);
    await send();
    running.server.fail(({ method, query }) => method === 'GET' && query.get('after') === readTo(), {
      status: 502,
    });
    const readTo = (): string => String(running.server.messages[99]?.['id']);
    expect(await find()).toMatchObject({ type: 'failed' });
    expect(await find()).toMatchObject({ type: 'found' });
    const afters = running.server.calls.filter(isRead).map(({ query }) => query.get('after'));
    expect(afters.slice(1)).toEqual([readTo(), readTo()]);
  });

  it('begins anew after a refusal: what it may read now it may not have been shown before', async () => {
    for (let n = 0; n < 150; n++) running.server.say(`message ${n}`);
    await send();
    running.server.fail(({ method, query }) => method === 'GET' && query.get('after') === readTo(), {
      ...refusal(403, 50_001, 'Missing Access'),
    });
    const readTo = (): string => String(running.server.messages[99]?.['id']);
    expect(await find()).toMatchObject({ type: 'unreadable' });
    expect(await find()).toMatchObject({ type: 'found' });
    const afters = running.server.calls.filter(isRead).map(({ query }) => query.get('after'));
    expect(afters).toEqual([afters[0], readTo(), afters[0], readTo()]);
  });

  it.each<[string, (running: RunningSender) => unknown, FindOutcome['type']]>([
    ['is absent from a channel with other messages', ({ server }) => server.say('Good morning'), 'absent'],
    [
      'is absent where nothing was written since',
      ({ server, time }) => {
        time.now -= HOUR;
        server.say('Good morning');
      },
      'absent',
    ],
    ['is absent from an empty channel whose history the desk may read', () => undefined, 'absent'],
    ['is unreadable where the history is hidden', withoutHistory, 'unreadable'],
  ])('%s', async (_, prepare, type) => {
    await prepare(running);
    expect((await find()).type).toBe(type);
  });

  it.each<[string, { status: number; body: unknown }]>([
    ['does not see the channel', refusal(403, 50_001, 'Missing Access')],
    ['may not read', refusal(403, 50_013, 'Missing Permissions')],
    ['finds no channel', refusal(404, 10_003, 'Unknown Channel')],
  ])('is unreadable where the desk %s', async (_, response) => {
    running.server.fail(isRead, response, 99);
    expect(await find()).toMatchObject({ type: 'unreadable', detail: expect.stringMatching(/\d{5}/) });
  });

  it.each<[string, Parameters<DiscordServer['fail']>[1], number]>([
    ['a limit', { status: 429, headers: { 'retry-after': '3' }, body: { message: 'slow down' } }, 3050],
    ['a 500', { status: 500 }, 30_000],
    ['a broken connection', { status: 200, broken: true }, 30_000],
    ['a refused token', refusal(401, 0, '401: Unauthorized'), 30_000],
  ])('can be known later after %s', async (_, response, wait) => {
    running.server.fail(isRead, response);
    expect(await find()).toEqual({ type: 'failed', wait, detail: expect.stringMatching(/./) });
    expect(running.server.calls.filter(isRead)).toHaveLength(1);
    running.server.say('Good morning');
    if (wait === 30_000) expect(await find()).toEqual({ type: 'absent' });
  });

  it('does not look for what has nothing to be known by', async () => {
    const message = messageOf({ type: 'paragraph', runs: [{ text: 'Good morning' }] });
    expect(await find({ message })).toMatchObject({ type: 'unreadable' });
  });
});

/** The desk’s role loses its right to read the history, which Discord then shows as empty. */
async function withoutHistory({ server, client }: RunningSender): Promise<void> {
  server.say('Good morning');
  server.hidden.add(CHANNEL);
  const overwrite = { id: BOT, type: 1, allow: '0', deny: String(1n << 16n) };
  const [channel] = guildEvent.channels;
  const heard = once(client, Events.ChannelUpdate);
  server.dispatch('CHANNEL_UPDATE', { ...channel, permission_overwrites: [overwrite] });
  await heard;
}
