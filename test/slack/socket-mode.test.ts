import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackSurface, startSlack } from '../../adapters/slack/start.ts';
import { clickBody, commandBody, mentionBody } from '../peers/slack-bodies.ts';
import { echo, type Replying, testContext } from '../peers/slack-context.ts';
import { message, words } from '../peers/slack-messages.ts';
import {
  type Connection,
  closedPort,
  type Misfortune,
  openWorkspace,
  type Workspace,
} from '../peers/slack-workspace.ts';

const nobody = await closedPort();

describe('Slack in Socket Mode', () => {
  let workspace: Workspace;
  let surface: SlackSurface | undefined;
  let context: ReturnType<typeof testContext>;

  async function start(replying: Replying = echo): Promise<Connection> {
    context = testContext(replying);
    const connection = workspace.connected();
    surface = await startSlack(context, {
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
      signingSecret: null,
      apiUrl: workspace.apiUrl,
    });
    return connection;
  }

  beforeEach(async () => {
    workspace = await openWorkspace();
    surface = undefined;
  });

  afterEach(async () => {
    await surface?.stop();
    await workspace.close();
  });

  const command = (text: string, trigger = '1.1'): Record<string, unknown> =>
    commandBody(text, { response_url: workspace.responseUrl, trigger_id: trigger });

  it('connects and says so', async () => {
    await start();
    expect(surface?.ready).toBe('Slack: /sco in Reading Room (Socket Mode)');
    expect(surface?.handler).toBeNull();
  });

  it('answers a command, a mention and a button', async () => {
    const slack = await start();
    await slack.envelope('slash_commands', command('search trade'));
    expect((await workspace.called('response_url')).sent).toMatchObject({ text: 'You said: search trade' });
    await slack.envelope('events_api', mentionBody('hello'));
    expect((await workspace.called('chat.postMessage')).sent).toMatchObject({ thread_ts: '100.1' });
    const click = clickBody({ action: 'sco:run:0', value: 'help', held: 'thread' });
    await slack.envelope('interactive', click);
    expect((await workspace.called('chat.postMessage')).sent).toMatchObject({ thread_ts: '80.1' });
  });

  it('acknowledges by the envelope’s id before a slow core has an answer', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slack = await start(async () => {
      await slow;
      return message(words('at last'));
    });
    expect(await slack.envelope('slash_commands', command('x'))).toMatchObject({ payload: {} });
    expect(workspace.calls).toEqual([]);
    release();
    expect((await workspace.called('response_url')).sent).toMatchObject({ text: 'at last' });
  });

  it('acknowledges an event that is delivered again, and answers it once', async () => {
    const slack = await start();
    await slack.envelope('events_api', mentionBody('hello'));
    await workspace.called('chat.postMessage');
    await slack.envelope('events_api', mentionBody('hello'), { retry_attempt: 1, retry_reason: 'timeout' });
    await surface?.stop();
    expect(workspace.calls).toHaveLength(1);
  });

  it.each<[string, (slack: Connection) => void]>([
    ['Slack asks it to', (slack) => slack.sayDisconnect()],
    ['the connection breaks', (slack) => slack.drop()],
  ])('connects again by itself when %s', async (_name, end) => {
    const first = await start();
    const next = workspace.connected();
    end(first);
    await first.closed;
    const second = await next;
    await second.envelope('slash_commands', command('still there?'));
    expect((await workspace.called('response_url')).sent).toMatchObject({ text: 'You said: still there?' });
  });

  it.each<[string, ReturnType<Misfortune>]>([
    ['refuses the token', { status: 200, body: { ok: false, error: 'invalid_auth' } }],
    ['fails', { status: 500, body: {} }],
    ['says too many requests', { status: 429, headers: { 'retry-after': '0' }, body: { ok: false } }],
    [
      'names an address where nobody is',
      { status: 200, body: { ok: true, url: `ws://127.0.0.1:${nobody}/` } },
    ],
  ])('keeps trying when Slack %s while it connects again', async (_name, wrong) => {
    const first = await start();
    let failures = 1;
    workspace.meetWith(({ method }) =>
      method === 'apps.connections.open' && failures-- > 0 ? wrong : undefined,
    );
    const next = workspace.connected();
    first.drop();
    const second = await next;
    expect(failures).toBe(-1);
    await second.envelope('slash_commands', command('back?'));
    await workspace.called('response_url');
    expect(JSON.stringify(context.logged)).toContain('trying again');
  });

  it('connects once more when the new connection is lost as soon as it stands', async () => {
    const first = await start();
    const next = workspace.connected();
    first.drop();
    const third = next.then((second) => {
      const after = workspace.connected();
      second.drop();
      return after;
    });
    await (await third).envelope('slash_commands', command('third time?'));
    await workspace.called('response_url');
  });

  it('closes the connection when stopped and does not open another', async () => {
    const slack = await start();
    await surface?.stop();
    await slack.closed;
    await workspace.called('apps.connections.open');
    const another = workspace.called('apps.connections.open').then(() => 'another');
    expect(await Promise.race([another, new Promise((resolve) => setImmediate(resolve, 'none'))])).toBe(
      'none',
    );
  });

  it('can be stopped while it connects again', async () => {
    const first = await start();
    workspace.meetWith(() => ({ status: 500, body: {} }));
    await workspace.called('apps.connections.open');
    first.drop();
    await workspace.called('apps.connections.open');
    await surface?.stop();
  });
});

describe('a start of Slack that fails', () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await openWorkspace();
  });

  afterEach(() => workspace.close());

  const start = (apiUrl = workspace.apiUrl): Promise<SlackSurface> =>
    startSlack(testContext(), { botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: null, apiUrl });

  it.each([
    ['auth.test', 'invalid_auth', 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    ['auth.test', 'account_inactive', 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    ['apps.connections.open', 'invalid_auth', 'SLACK_APP_TOKEN', 'connections:write'],
    ['apps.connections.open', 'not_allowed_token_type', 'SLACK_APP_TOKEN', 'connections:write'],
    ['apps.connections.open', 'missing_scope', 'SLACK_APP_TOKEN', 'connections:write'],
  ])('says in one line what is wrong and what to do: %s, %s', async (method, error, setting, remedy) => {
    workspace.meetWith((call) =>
      call.method === method ? { status: 200, body: { ok: false, error } } : undefined,
    );
    await expect(start()).rejects.toMatchObject({
      name: 'StartError',
      problem: `Slack does not accept the token in ${setting} (${error})`,
      remedy: expect.stringContaining(remedy),
      message: expect.stringMatching(/^[^\n]+$/),
    });
  });

  it('says so when Slack cannot be reached', async () => {
    await expect(start(`http://127.0.0.1:${nobody}/api/`)).rejects.toMatchObject({
      name: 'StartError',
      problem: `Slack could not be reached (connect ECONNREFUSED 127.0.0.1:${nobody})`,
      remedy: expect.stringContaining('network'),
    });
  });

  it('says so when there is no way for requests to come in', async () => {
    await expect(
      startSlack(testContext(), { botToken: 'xoxb-1', appToken: null, signingSecret: null, apiUrl: null }),
    ).rejects.toMatchObject({
      name: 'StartError',
      remedy: expect.stringContaining('SLACK_SIGNING_SECRET'),
    });
  });
});
