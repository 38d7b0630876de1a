import { describe, it, type TestContext } from 'vitest';
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

type Finishing = Pick<TestContext, 'onTestFinished'>;

async function workspaceFor({ onTestFinished }: Finishing): Promise<Workspace> {
  const workspace = await openWorkspace();
  onTestFinished(() => workspace.close());
  return workspace;
}

/** The desk in a workspace of its own, so that tests which wait for a connection can wait side by side. */
async function start(test: Finishing, replying: Replying = echo) {
  const workspace = await workspaceFor(test);
  const context = testContext(replying);
  const connected = workspace.connected();
  const surface = await startSlack(context, {
    botToken: 'xoxb-1',
    appToken: 'xapp-1',
    signingSecret: null,
    apiUrl: workspace.apiUrl,
  });
  test.onTestFinished(() => surface.stop());
  return { workspace, context, surface, slack: await connected };
}

const command = ({ responseUrl }: Workspace, text: string): Record<string, unknown> =>
  commandBody(text, { response_url: responseUrl, trigger_id: '1.1' });

describe.concurrent('Slack in Socket Mode', () => {
  it('connects and says so', async ({ expect, ...test }) => {
    const { surface } = await start(test);
    expect(surface.ready).toBe('Slack: /sco in Reading Room (Socket Mode)');
    expect(surface.handler).toBeNull();
  });

  it('answers a command, a mention and a button', async ({ expect, ...test }) => {
    const { slack, workspace } = await start(test);
    await slack.envelope('slash_commands', command(workspace, 'search trade'));
    expect((await workspace.called('response_url')).sent).toMatchObject({ text: 'You said: search trade' });
    await slack.envelope('events_api', mentionBody('hello'));
    expect((await workspace.called('chat.postMessage')).sent).toMatchObject({ thread_ts: '100.1' });
    const click = clickBody({ action: 'sco:run:0', value: 'help', held: 'thread' });
    await slack.envelope('interactive', click);
    expect((await workspace.called('chat.postMessage')).sent).toMatchObject({ thread_ts: '80.1' });
  });

  it('acknowledges by the envelope’s id before a slow core has an answer', async ({ expect, ...test }) => {
    const { promise: slow, resolve: release } = Promise.withResolvers<void>();
    const { slack, workspace } = await start(test, async () => {
      await slow;
      return message(words('at last'));
    });
    const acknowledged = await slack.envelope('slash_commands', command(workspace, 'x'));
    expect(acknowledged).toMatchObject({ payload: {} });
    expect(workspace.calls).toEqual([]);
    release();
    expect((await workspace.called('response_url')).sent).toMatchObject({ text: 'at last' });
  });

  it('acknowledges an event that is delivered again, and answers it once', async ({ expect, ...test }) => {
    const { slack, workspace, surface } = await start(test);
    await slack.envelope('events_api', mentionBody('hello'));
    await workspace.called('chat.postMessage');
    await slack.envelope('events_api', mentionBody('hello'), { retry_attempt: 1, retry_reason: 'timeout' });
    await surface.stop();
    expect(workspace.calls).toHaveLength(1);
  });

  it.for<[string, (slack: Connection) => void]>([
    ['Slack asks it to', (slack) => slack.sayDisconnect()],
    ['the connection breaks', (slack) => slack.drop()],
  ])('connects again by itself when %s', async ([, end], { expect, ...test }) => {
    const { slack: first, workspace } = await start(test);
    const next = workspace.connected();
    end(first);
    await first.closed;
    const second = await next;
    await second.envelope('slash_commands', command(workspace, 'still there?'));
    expect((await workspace.called('response_url')).sent).toMatchObject({ text: 'You said: still there?' });
  });

  it.for<[string, ReturnType<Misfortune>]>([
    ['refuses the token', { status: 200, body: { ok: false, error: 'invalid_auth' } }],
    ['fails', { status: 500, body: {} }],
    ['says too many requests', { status: 429, headers: { 'retry-after': '0' }, body: { ok: false } }],
    [
      'names an address where nobody is',
      { status: 200, body: { ok: true, url: `ws://127.0.0.1:${nobody}/` } },
    ],
  ])('keeps trying when Slack %s while it connects again', async ([, wrong], { expect, ...test }) => {
    const { slack: first, workspace, context } = await start(test);
    let failures = 1;
    workspace.meetWith(({ method }) =>
      method === 'apps.connections.open' && failures-- > 0 ? wrong : undefined,
    );
    const next = workspace.connected();
    first.drop();
    const second = await next;
    expect(failures).toBe(-1);
    await second.envelope('slash_commands', command(workspace, 'back?'));
    await workspace.called('response_url');
    expect(JSON.stringify(context.logged)).toContain('trying again');
  });

  it('connects once more when the new connection is lost as soon as it stands', async ({
    expect,
    ...test
  }) => {
    const { slack: first, workspace } = await start(test);
    const next = workspace.connected();
    first.drop();
    const third = next.then((second) => {
      const after = workspace.connected();
      second.drop();
      return after;
    });
    await (await third).envelope('slash_commands', command(workspace, 'third time?'));
    expect((await workspace.called('response_url')).sent).toMatchObject({ text: 'You said: third time?' });
  });

  it('closes the connection when stopped and does not open another', async ({ expect, ...test }) => {
    const { slack, workspace, surface } = await start(test);
    await surface.stop();
    await slack.closed;
    await workspace.called('apps.connections.open');
    const another = workspace.called('apps.connections.open').then(() => 'another');
    expect(await Promise.race([another, new Promise((resolve) => setImmediate(resolve, 'none'))])).toBe(
      'none',
    );
  });

  it('can be stopped while it connects again', async ({ expect, ...test }) => {
    const { slack: first, workspace, surface } = await start(test);
    workspace.meetWith(() => ({ status: 500, body: {} }));
    await workspace.called('apps.connections.open');
    first.drop();
    await workspace.called('apps.connections.open');
    await expect(surface.stop()).resolves.toBeUndefined();
  });
});

describe.concurrent('a start of Slack that fails', () => {
  const startAt = (apiUrl: string): Promise<SlackSurface> =>
    startSlack(testContext(), { botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: null, apiUrl });

  it.for([
    ['auth.test', 'invalid_auth', 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    ['auth.test', 'account_inactive', 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    ['apps.connections.open', 'invalid_auth', 'SLACK_APP_TOKEN', 'connections:write'],
    ['apps.connections.open', 'not_allowed_token_type', 'SLACK_APP_TOKEN', 'connections:write'],
    ['apps.connections.open', 'missing_scope', 'SLACK_APP_TOKEN', 'connections:write'],
  ] as const)('says in one line what is wrong and what to do: %s, %s', async (row, { expect, ...test }) => {
    const [method, error, setting, remedy] = row;
    const workspace = await workspaceFor(test);
    workspace.meetWith((call) =>
      call.method === method ? { status: 200, body: { ok: false, error } } : undefined,
    );
    await expect(startAt(workspace.apiUrl)).rejects.toMatchObject({
      name: 'StartError',
      problem: `Slack does not accept the token in ${setting} (${error})`,
      remedy: expect.stringContaining(remedy),
      message: expect.stringMatching(/^[^\n]+$/),
    });
  });

  it('says so when Slack cannot be reached', async ({ expect }) => {
    await expect(startAt(`http://127.0.0.1:${nobody}/api/`)).rejects.toMatchObject({
      name: 'StartError',
      problem: `Slack could not be reached (connect ECONNREFUSED 127.0.0.1:${nobody})`,
      remedy: expect.stringContaining('network'),
    });
  });

  it('says so when there is no way for requests to come in', async ({ expect }) => {
    await expect(
      startSlack(testContext(), { botToken: 'xoxb-1', appToken: null, signingSecret: null, apiUrl: null }),
    ).rejects.toMatchObject({
      name: 'StartError',
      remedy: expect.stringContaining('SLACK_SIGNING_SECRET'),
    });
  });
});
