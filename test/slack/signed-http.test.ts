import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackSurface, startSlack } from '../../adapters/slack/start.ts';
import { commandBody, mentionBody } from '../peers/slack-bodies.ts';
import { echo, type Replying, testContext } from '../peers/slack-context.ts';
import { message, words } from '../peers/slack-messages.ts';
import { addressOf, openWorkspace, type Workspace } from '../peers/slack-workspace.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const now = (): number => Math.floor(Date.now() / 1000);

interface Sending {
  readonly type?: 'form' | 'json';
  readonly secret?: string;
  /** Unix seconds. */
  readonly at?: number;
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

describe('Slack over signed HTTP', () => {
  let workspace: Workspace;
  let server: Server;
  let surface: SlackSurface;
  let context: ReturnType<typeof testContext>;

  async function start(replying: Replying = echo): Promise<void> {
    context = testContext(replying);
    surface = await startSlack(context, {
      botToken: 'xoxb-1',
      appToken: null,
      signingSecret: SECRET,
      apiUrl: workspace.apiUrl,
    });
    const { handler } = surface;
    if (handler === null) throw new Error('no handler');
    server = createServer(handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  beforeEach(async () => {
    workspace = await openWorkspace();
  });

  afterEach(async () => {
    await surface.stop();
    server.closeAllConnections();
    server.close();
    await workspace.close();
  });

  function send(body: object, sending: Sending = {}): Promise<Response> {
    const { type = 'form', secret = SECRET, at = now(), path = '/slack/events', headers = {} } = sending;
    const raw = type === 'json' ? JSON.stringify(body) : new URLSearchParams({ ...body }).toString();
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${raw}`).digest('hex')}`;
    return fetch(`http://127.0.0.1:${addressOf(server).port}${path}`, {
      method: 'POST',
      body: raw,
      headers: {
        'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': signature,
        ...headers,
      },
    });
  }

  const command = (): object => commandBody('search trade', { response_url: workspace.responseUrl });

  it('says where it is found', async () => {
    await start();
    expect(surface.ready).toBe('Slack: /sco in Reading Room (signed HTTP)');
  });

  it('answers a signed command', async () => {
    await start();
    expect((await send(command())).status).toBe(200);
    expect((await workspace.called('response_url')).sent).toMatchObject({
      response_type: 'ephemeral',
      text: 'You said: search trade',
    });
  });

  it('answers a signed event in its thread', async () => {
    await start();
    expect((await send(mentionBody('hello'), { type: 'json' })).status).toBe(200);
    expect((await workspace.called('chat.postMessage')).sent).toMatchObject({ thread_ts: '100.1' });
  });

  it('answers a retried event once', async () => {
    await start();
    await send(mentionBody('hello'), { type: 'json' });
    await workspace.called('chat.postMessage');
    const again = await send(mentionBody('hello'), {
      type: 'json',
      headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
    });
    expect(again.status).toBe(200);
    await surface.stop();
    expect(workspace.calls).toHaveLength(1);
  });

  it('proves to Slack that the address is the desk’s', async () => {
    await start();
    const response = await send({ type: 'url_verification', challenge: 'abc' }, { type: 'json' });
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  it.each<[string, number, () => Sending]>([
    ['forged', 401, () => ({ secret: 'ffffffffffffffffffffffffffffffff' })],
    ['more than five minutes old', 401, () => ({ at: now() - 360 })],
    ['dated more than five minutes ahead', 401, () => ({ at: now() + 360 })],
    ['without a readable time', 401, () => ({ headers: { 'x-slack-request-timestamp': 'soon' } })],
    ['without a signature', 401, () => ({ headers: { 'x-slack-signature': '' } })],
    ['to another path', 404, () => ({ path: '/slack/other' })],
  ])('refuses a request %s', async (_name, status, sending) => {
    await start();
    expect((await send(command(), sending())).status).toBe(status);
    await surface.stop();
    expect(context.asked).toEqual([]);
    expect(workspace.calls).toEqual([]);
  });

  it('accepts a request from a clock that is four minutes off', async () => {
    await start();
    expect((await send(command(), { at: now() - 240 })).status).toBe(200);
    expect((await send({ ...command(), trigger_id: '9' }, { at: now() + 240 })).status).toBe(200);
  });

  it('refuses to be read in a browser', async () => {
    await start();
    expect((await fetch(`http://127.0.0.1:${addressOf(server).port}/slack/events`)).status).toBe(404);
  });

  it('acknowledges before a slow core has an answer, and lets it finish when stopped', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    await start(async () => {
      await slow;
      return message(words('at last'));
    });
    expect((await send(command())).status).toBe(200);
    expect(workspace.calls).toEqual([]);
    const stopped = surface.stop();
    expect((await send({ ...command(), trigger_id: '9' })).status).toBe(503);
    release();
    await stopped;
    expect(workspace.calls.map(({ sent }) => sent)).toMatchObject([{ text: 'at last' }]);
  });
});
