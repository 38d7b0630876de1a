import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post, SendOutcome } from '../../src/digest/ports/sender.ts';
import type { Message } from '../../src/message/types.ts';
import { CHANNEL, DM, GUILD, PERSON } from '../peers/discord-events.ts';
import { buttonsOf, discordFaults, visibleWords } from '../peers/discord-payload.ts';
import type { Call, DiscordServer } from '../peers/discord-server.ts';
import {
  DATE,
  isSend,
  messageFor,
  never,
  postOf,
  type RunningSender,
  refusal,
  runSender,
} from './sender-under-test.ts';

const HOUR = 3_600_000;

let running: RunningSender;
beforeEach(async () => {
  running = await runSender();
});
afterEach(() => running.stop());

const send = (more: Partial<Post<Message>> = {}): Promise<SendOutcome> =>
  running.sender.send(postOf(more), never());
const sends = (): readonly Call[] => running.server.calls.filter(isSend);

describe('reach', () => {
  it('is every server, with room for answers below the 50 requests a second of a bot', async () => {
    const { sender } = running;
    expect(sender.reach).toEqual({ platform: 'discord', workspace: null });
    expect(sender.perSecond).toBeLessThanOrEqual(40);
  });
});

describe('send', () => {
  it('posts once, with the key, in a form that Discord takes and that pings nobody', async () => {
    const outcome = await send();
    const [call] = sends();
    expect(sends()).toHaveLength(1);
    const body = call?.body ?? {};
    expect(body).toMatchObject({
      nonce: 'd-0123456789abcdef',
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
    expect(discordFaults(body)).toEqual([]);
    expect(visibleWords(body)).toContain('On multilateralism we agree.');
    expect(buttonsOf(body).map(({ id }) => id)).toContain(`r2:digest why ${DATE}`);
    const id = String(running.server.messages[0]?.['id']);
    expect(outcome).toEqual({
      type: 'sent',
      id,
      link: `https://discord.com/channels/${GUILD}/${CHANNEL}/${id}`,
    });
  });

  it('links to a direct message as Discord does', async () => {
    const outcome = await send({ workspace: '', channel: DM });
    expect(outcome).toMatchObject({
      type: 'sent',
      link: expect.stringMatching(new RegExp(`^https://discord\\.com/channels/@me/${DM}/\\d+$`)),
    });
  });

  it.each<[string, { status: number; body: unknown }, Partial<SendOutcome>]>([
    ['the desk does not see the channel', refusal(403, 50_001, 'Missing Access'), { reason: 'not-a-member' }],
    ['the desk may not write', refusal(403, 50_013, 'Missing Permissions'), { reason: 'no-permission' }],
    ['there is no such channel', refusal(404, 10_003, 'Unknown Channel'), { reason: 'gone' }],
    ['a thread is archived', refusal(400, 50_083, 'Thread is archived'), { reason: 'archived' }],
    ['a thread is locked', refusal(403, 160_005, 'Thread is locked'), { reason: 'archived' }],
    ['the token is not known', refusal(401, 0, '401: Unauthorized'), { reason: 'token' }],
    ['the token is not authorised', refusal(403, 40_001, 'Unauthorized'), { reason: 'token' }],
    ['a person takes no messages', refusal(403, 50_007, 'Cannot send messages'), { reason: 'refused' }],
    ['a form is invalid', refusal(400, 50_035, 'Invalid Form Body'), { reason: 'refused' }],
  ])('says that %s, having asked once', async (_, response, expected) => {
    running.server.fail(isSend, response, 99);
    const { message } = response.body as { message: string };
    expect(await send()).toEqual({
      type: 'refused',
      detail: expect.stringContaining(message),
      ...expected,
    });
    expect(sends()).toHaveLength(1);
  });

  it('asks again after the token was refused once', async () => {
    running.server.fail(isSend, refusal(401, 0, '401: Unauthorized'));
    expect(await send()).toMatchObject({ type: 'refused', reason: 'token' });
    expect(await send()).toMatchObject({ type: 'sent' });
  });

  it.each<[string, Readonly<Record<string, string>>, number, number, boolean]>([
    ['of the channel', { 'retry-after': '2', 'x-ratelimit-scope': 'user' }, 2000, 2200, true],
    [
      'of the bot',
      { 'retry-after': '7', 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
      6900,
      7200,
      false,
    ],
    ['with no time', {}, 1000, 1000, true],
  ])('gives the wait of a limit %s back at once, and whose it is', async (_, headers, least, most, alone) => {
    const body = { message: 'You are being rate limited.', retry_after: 2, global: false };
    running.server.fail(isSend, { status: 429, headers, body }, 99);
    const outcome = await send();
    expect(outcome).toMatchObject({ type: 'limited', alone });
    expect(outcome.type === 'limited' && outcome.wait >= least && outcome.wait <= most).toBe(true);
    expect(sends()).toHaveLength(1);
    expect(running.server.messages).toEqual([]);
  });

  it('waits a minute where a channel has been written to too often', async () => {
    running.server.fail(isSend, refusal(400, 20_028, 'The write action has hit the write rate limit'));
    expect(await send()).toEqual({ type: 'limited', wait: 60_000, alone: true });
  });

  it.each<[string, Parameters<DiscordServer['fail']>[1], number]>([
    ['a 500', { status: 500, body: { message: 'oops' } }, 0],
    ['a 502 after it was accepted', { status: 502, done: true }, 1],
    ['a 504', { status: 504 }, 0],
    ['a broken connection', { status: 200, broken: true }, 0],
    ['a connection broken after it was accepted', { status: 200, broken: true, done: true }, 1],
    ['a request that Discord gave up waiting for', refusal(408, 0, 'Request Timeout'), 0],
  ])('is in doubt after %s, having asked once', async (_, response, posted) => {
    running.server.fail(isSend, response, 99);
    expect(await send()).toMatchObject({ type: 'in doubt', detail: expect.stringMatching(/./) });
    expect(sends()).toHaveLength(1);
    expect(running.server.messages).toHaveLength(posted);
  });

  it('is in doubt after an answer without an id, whose contents are nobody’s business', async () => {
    running.server.fail(isSend, { status: 200, body: {} });
    expect(await send()).toMatchObject({ type: 'in doubt', detail: 'Discord answered something unexpected' });
    expect(sends()).toHaveLength(1);
  });

  it('is in doubt when the signal ends a slow answer, and asks no more', async () => {
    const { promise: after, resolve } = Promise.withResolvers<void>();
    running.server.fail(
      (call) => isSend(call) && call.path.includes(CHANNEL),
      { status: 200, done: true, after },
      99,
    );
    const ending = new AbortController();
    const sent = running.sender.send(postOf(), ending.signal);
    await running.server.called(isSend);
    ending.abort(new DOMException('timed out', 'TimeoutError'));
    expect(await sent).toMatchObject({ type: 'in doubt' });
    resolve();
    expect(await send({ channel: DM })).toMatchObject({ type: 'sent' });
    expect(sends().map(({ path }) => path)).toEqual([
      `/channels/${CHANNEL}/messages`,
      `/channels/${DM}/messages`,
    ]);
  });

  it('has failed for certain where Discord was not reached', async () => {
    await running.server.stop();
    // The connection that was kept open may not be known to be closed at first.
    await expect
      .poll(() => send())
      .toMatchObject({
        type: 'failed',
        detail: expect.stringMatching(/^Discord was not reached: .*ECONNREFUSED/),
      });
  });

  it('gives the first post again for its key within a few minutes, and another after', async () => {
    const first = await send();
    running.time.now += 60_000;
    expect(await send()).toEqual(first);
    expect(running.server.messages).toHaveLength(1);
    running.time.now += HOUR;
    expect(await send()).not.toEqual(first);
    expect(running.server.messages).toHaveLength(2);
  });
});

describe('tell', () => {
  it('reaches a person by a direct message', async () => {
    expect(await running.sender.tell(PERSON, messageFor(DATE))).toBe(true);
    const [opened, told] = running.server.calls.filter(({ method }) => method === 'POST');
    expect(opened).toMatchObject({ path: '/users/@me/channels', body: { recipient_id: PERSON } });
    expect(told?.path).toBe(`/channels/${DM}/messages`);
    expect(discordFaults(told?.body ?? {})).toEqual([]);
  });

  it.each([
    ['takes none', refusal(403, 50_007, 'Cannot send messages to this user')],
    ['cannot be asked about', { status: 500, body: {} }],
  ])('is false for a person who %s, and says so in the log', async (_, response) => {
    running.server.fail(isSend, response);
    expect(await running.sender.tell(PERSON, messageFor(DATE))).toBe(false);
    await expect.poll(running.logged).toContain('a person could not be told');
  });
});
