import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientUntil, webClientOptions } from '../../adapters/slack/client.ts';
import { slackFailure, slackRefusals } from '../../adapters/slack/failure.ts';
import { identityOf } from '../../adapters/slack/identity.ts';
import { slackSender } from '../../adapters/slack/sender.ts';
import type { FindOutcome, Post, Sender } from '../../src/digest/ports/sender.ts';
import type { RefusalReason } from '../../src/digest/records.ts';
import type { Message } from '../../src/message/types.ts';
import { WORKSPACE } from '../peers/slack-bodies.ts';
import { type EmulatedSlack, emulatedSlack } from '../peers/slack-emulated.ts';
import { slackManifest } from '../peers/slack-manifest.ts';
import { message, quotation, run, share, words } from '../peers/slack-messages.ts';
import { closedPort, type Misfortune, openWorkspace, type Workspace } from '../peers/slack-workspace.ts';

const CHANNEL = 'C0000001';
const KEY = 'kW3x_9-ZkW3x_9-ZkW3x_9';
const log = pino({ level: 'silent' });
const never = () => new AbortController().signal;

const excerpt = message(
  { type: 'heading', text: 'Excerpt of the day' },
  quotation('Security for all, by all.', { actions: [run('Why this one', 'digest why 2026-11-23')] }),
  { type: 'actions', actions: [share('random')] },
);

const postIn = (channel: string, since = Date.now() - 60_000, key = KEY): Post<Message> => ({
  platform: 'slack',
  workspace: WORKSPACE,
  channel,
  key,
  message: excerpt,
  since,
});

const identity = identityOf({
  ok: true,
  team_id: WORKSPACE,
  url: 'https://reading-room.slack.com/',
  bot_id: 'B0000BOT',
  user_id: 'U0000BOT',
});

const senderAt = (apiUrl: string): Sender<Message> =>
  slackSender(clientUntil('xoxb-1', webClientOptions(log, apiUrl)), identity, log);

describe('why Slack does not take a post', () => {
  const reasons: Readonly<Record<RefusalReason, readonly string[]>> = {
    'not-a-member': ['not_in_channel'],
    'no-permission': [
      'restricted_action',
      'restricted_action_read_only_channel',
      'restricted_action_thread_only_channel',
      'restricted_action_non_threadable_channel',
      'restricted_action_of_a_kind_to_come',
      'posting_to_general_channel_denied',
      'user_is_restricted',
      'missing_scope',
      'no_permission',
      'not_allowed_token_type',
      'access_denied',
      'ekm_access_denied',
      'enterprise_is_restricted',
      'team_access_not_granted',
      'messages_tab_disabled',
    ],
    archived: ['is_archived'],
    gone: ['channel_not_found'],
    token: ['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'],
    refused: ['invalid_blocks', 'msg_too_long', 'metadata_too_large', 'something_new', 'constructor'],
  };

  const table = Object.entries(reasons).flatMap(([reason, codes]) => codes.map((code) => [code, reason]));

  it.each(table)('%s means %s', (code, reason) => {
    const fault = new webApi.WebAPIPlatformError({ ok: false, error: code ?? '' });
    expect(slackFailure(fault)).toEqual({ type: 'refused', reason, detail: code });
  });

  it('is tried here for every code that the adapter knows', () => {
    expect(Object.keys(slackRefusals).filter((code) => !table.some(([tried]) => tried === code))).toEqual([]);
  });
});

describe('on a workspace that can be made to fail', () => {
  let workspace: Workspace;
  let sender: Sender<Message>;

  beforeEach(async () => {
    workspace = await openWorkspace();
    sender = senderAt(workspace.apiUrl);
  });

  afterEach(() => workspace.close());

  const inDoubt = { type: 'in doubt' };
  const kept = (): number => workspace.conversations.posts.length;
  const platformError = (error: string, more: object = {}) => ({
    status: 200,
    body: { ok: false, error, ...more },
  });
  const only =
    (method: string, wrong: ReturnType<Misfortune>): Misfortune =>
    (call) =>
      call.method === method ? wrong : undefined;

  it('sends one post that carries its key, with what everyone sees alone, previews off', async () => {
    const outcome = await sender.send(postIn(CHANNEL), never());
    const [post] = workspace.conversations.posts;
    expect(workspace.calls).toHaveLength(1);
    const { sent } = await workspace.called('chat.postMessage');
    expect(sent).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    expect(post?.metadata).toEqual({ event_type: 'sco_digest', event_payload: { key: KEY } });
    expect(JSON.stringify(post?.blocks)).toContain('digest why 2026-11-23');
    expect(JSON.stringify(post?.blocks)).not.toContain('Share to channel');
    expect(outcome).toEqual({
      type: 'sent',
      id: post?.ts,
      link: `https://reading-room.slack.com/archives/${CHANNEL}/p${post?.ts.replace('.', '')}`,
    });
  });

  it('has no link to give where Slack does not say where the workspace is', async () => {
    const client = clientUntil('xoxb-1', webClientOptions(log, workspace.apiUrl));
    const homeless = slackSender(client, identityOf({ ok: true, team_id: WORKSPACE }), log);
    expect(await homeless.send(postIn(CHANNEL), never())).toMatchObject({ type: 'sent', link: null });
  });

  it.each<[string, ReturnType<Misfortune>, object]>([
    [
      '429',
      { status: 429, headers: { 'retry-after': '7' }, body: {} },
      { type: 'limited', wait: 7000, alone: false },
    ],
    [
      '429 that does not say for how long',
      { status: 429, body: {} },
      { type: 'limited', wait: 30_000, alone: false },
    ],
    ['rate_limited', platformError('rate_limited'), { type: 'limited', wait: 30_000, alone: false }],
    ['request_timeout', platformError('request_timeout'), { type: 'failed', detail: 'request_timeout' }],
    ['500', { status: 500, body: {} }, { ...inDoubt, detail: 'HTTP 500' }],
    ['502 of a post that was taken', { status: 502, body: {}, done: true }, inDoubt],
    ['fatal_error', platformError('fatal_error'), { ...inDoubt, detail: 'fatal_error' }],
    ['internal_error', platformError('internal_error'), { ...inDoubt, detail: 'internal_error' }],
    ['service_unavailable', platformError('service_unavailable'), inDoubt],
    ['a page of a proxy', { status: 200, body: '<html>Sorry</html>', done: true }, inDoubt],
    ['a success without a time stamp', { status: 200, body: { ok: true } }, inDoubt],
    ['a connection that ends', { connection: 'ended', done: true }, inDoubt],
    ['an answer that breaks off', { connection: 'cut', done: true }, inDoubt],
    ['403 of a proxy', { status: 403, body: '' }, { type: 'refused', reason: 'refused', detail: 'HTTP 403' }],
    [
      'not_in_channel',
      platformError('not_in_channel'),
      { type: 'refused', reason: 'not-a-member', detail: 'not_in_channel' },
    ],
    [
      'missing_scope, with the scope',
      platformError('missing_scope', { needed: 'chat:write', provided: 'commands' }),
      { type: 'refused', reason: 'no-permission', detail: 'missing_scope: chat:write' },
    ],
    [
      'channel_not_found, with what it can mean',
      platformError('channel_not_found'),
      {
        type: 'refused',
        reason: 'gone',
        detail: expect.stringMatching(/^channel_not_found \(deleted, or private and the desk was removed/),
      },
    ],
  ])('says what is certain after one call: %s', async (_name, wrong, outcome) => {
    workspace.meetWith(() => wrong);
    expect(await sender.send(postIn(CHANNEL), never())).toMatchObject(outcome);
    expect(workspace.calls).toHaveLength(1);
    expect(kept()).toBe(wrong?.done === true ? 1 : 0);
  });

  it('is in doubt of a post that the signal ends, and makes no other call', async () => {
    workspace.meetWith(() => ({ connection: 'silent', done: true }));
    const ending = new AbortController();
    const sent = sender.send(postIn(CHANNEL), ending.signal);
    await workspace.called('chat.postMessage');
    ending.abort(new DOMException('ended by the signal', 'TimeoutError'));
    expect(await sent).toMatchObject({ ...inDoubt, detail: 'no answer came: ended by the signal' });
    expect(workspace.calls).toHaveLength(1);
  });

  it('is in doubt of a post that the client’s own time limit ends before the signal does', async () => {
    workspace.meetWith(() => ({ connection: 'silent' }));
    const options = { ...webClientOptions(log, workspace.apiUrl), timeout: 20 };
    const hasty = slackSender(clientUntil('xoxb-1', options), identity, log);
    expect(await hasty.send(postIn(CHANNEL), never())).toMatchObject(inDoubt);
  });

  it('ends each of many sends by its own signal', async () => {
    workspace.meetWith((call) =>
      call.sent['channel'] === 'C0000002' ? { connection: 'silent' } : undefined,
    );
    const ending = new AbortController();
    const silent = sender.send(postIn('C0000002'), ending.signal);
    await workspace.called('chat.postMessage');
    const others = Array.from({ length: 20 }, () => sender.send(postIn(CHANNEL), never()));
    ending.abort();
    expect(await silent).toMatchObject(inDoubt);
    for (const other of others) expect(await other).toMatchObject({ type: 'sent' });
  });

  it('sends nothing once the signal has ended it', async () => {
    expect(await sender.send(postIn(CHANNEL), AbortSignal.abort())).toMatchObject({ type: 'failed' });
    expect(kept()).toBe(0);
  });

  it('knows that nothing was sent where no connection stood', async () => {
    const nobody = senderAt(`http://127.0.0.1:${await closedPort()}/api/`);
    expect(await nobody.send(postIn(CHANNEL), never())).toMatchObject({
      type: 'failed',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await nobody.find(postIn(CHANNEL), never())).toMatchObject({ type: 'failed' });
  });

  it('finds a post whose answer was lost, among those of others', async () => {
    workspace.meetWith(() => ({ status: 502, body: {}, done: true }));
    const since = Date.now() - 60_000;
    await sender.send(postIn(CHANNEL, since), never());
    workspace.meetWith(() => undefined);
    await sender.send(postIn(CHANNEL, since, 'another-key'), never());
    workspace.conversations.keep(CHANNEL, { user: 'U0000001', text: 'Good morning' });
    const [post] = workspace.conversations.posts;
    expect(await sender.find(postIn(CHANNEL, since), never())).toEqual({
      type: 'found',
      id: post?.ts,
      link: `https://reading-room.slack.com/archives/${CHANNEL}/p${post?.ts.replace('.', '')}`,
      at: Math.round(Number(post?.ts) * 1000),
    });
    expect(await sender.find(postIn('C0000002', since), never())).toEqual({ type: 'absent' });
  });

  it('takes no one else’s message for its own, whatever its metadata', async () => {
    const metadata = { event_type: 'sco_digest', event_payload: { key: KEY } };
    workspace.conversations.keep(CHANNEL, { user: 'U0000002', bot_id: 'B0000002', metadata });
    expect(await sender.find(postIn(CHANNEL), never())).toEqual({ type: 'absent' });
  });

  it('reads page after page, from the instant that it is given', async () => {
    const { conversations } = workspace;
    const since = Date.parse('2026-11-23T00:30:00Z');
    const metadata = { event_type: 'sco_digest', event_payload: { key: KEY } };
    conversations.now = () => since - 1000;
    conversations.keep(CHANNEL, { metadata });
    conversations.now = () => since;
    for (let n = 0; n < 450; n++) conversations.keep(CHANNEL, { user: 'U0000001' });
    expect(await sender.find(postIn(CHANNEL, since), never())).toEqual({ type: 'absent' });
    expect(workspace.calls).toHaveLength(3);
    conversations.now = () => since + 1000;
    conversations.posts.unshift({ ...conversations.keep(CHANNEL, { metadata }), text: 'the first' });
    expect(await sender.find(postIn(CHANNEL, since), never())).toMatchObject({
      type: 'found',
      at: since + 1000,
    });
  });

  it('does not claim that a post is absent from a history too long to read', async () => {
    for (let n = 0; n < 2001; n++) workspace.conversations.keep(CHANNEL, { user: 'U0000001' });
    expect(await sender.find(postIn(CHANNEL), never())).toMatchObject({
      type: 'unreadable',
      detail: expect.stringContaining('2000 messages'),
    });
  });

  it.each<[string, ReturnType<Misfortune>, FindOutcome | object]>([
    ['missing_scope', platformError('missing_scope', { needed: 'groups:history' }), { type: 'unreadable' }],
    ['not_in_channel', platformError('not_in_channel'), { type: 'unreadable', detail: 'not_in_channel' }],
    ['channel_not_found', platformError('channel_not_found'), { type: 'unreadable' }],
    ['token_revoked', platformError('token_revoked'), { type: 'failed', wait: 600_000 }],
    ['429', { status: 429, headers: { 'retry-after': '9' }, body: {} }, { type: 'failed', wait: 9000 }],
    ['500', { status: 500, body: {} }, { type: 'failed', wait: 30_000 }],
    ['internal_error', platformError('internal_error'), { type: 'failed', wait: 30_000 }],
    ['an answer that breaks off', { connection: 'cut', done: true }, { type: 'failed' }],
  ])('never takes a history that it cannot read for an empty one: %s', async (_name, wrong, outcome) => {
    workspace.meetWith(only('conversations.history', wrong));
    expect(await sender.find(postIn(CHANNEL), never())).toMatchObject(outcome);
  });

  it('ends a look into the history by the signal', async () => {
    workspace.meetWith(() => ({ connection: 'silent' }));
    const ending = new AbortController();
    const found = sender.find(postIn(CHANNEL), ending.signal);
    await workspace.called('conversations.history');
    ending.abort(new DOMException('ended by the signal', 'TimeoutError'));
    expect(await found).toMatchObject({ type: 'failed', detail: 'no answer came: ended by the signal' });
  });

  it('tells a person directly, once, or says that it could not', async () => {
    expect(await sender.tell('U0000001', message(words('It is paused.')))).toBe(true);
    expect(workspace.conversations.posts).toMatchObject([{ channel: 'U0000001' }]);
    workspace.meetWith(() => platformError('user_disabled'));
    expect(await sender.tell('U0000001', message(words('It is paused.')))).toBe(false);
  });
});

describe('on a workspace that knows members and scopes', () => {
  const manifestScopes = slackManifest.oauth_config.scopes.bot;
  const fewScopes = ['chat:write', 'commands', 'im:history'];
  let slack: EmulatedSlack;
  let sender: Sender<Message>;

  beforeAll(async () => {
    slack = await emulatedSlack([manifestScopes, fewScopes]);
    sender = await slack.sender(manifestScopes);
  });

  afterAll(() => slack.close());

  it('posts in the workspace of its token', () => {
    expect(sender.reach).toEqual({ platform: 'slack', workspace: slack.team });
  });

  it('posts, and finds the post again by its key', async () => {
    const channel = await slack.channel('sco');
    expect(await sender.find(postIn(channel), never())).toEqual({ type: 'absent' });
    const sent = await sender.send(postIn(channel), never());
    expect(sent).toMatchObject({ type: 'sent', link: expect.stringContaining(`/archives/${channel}/p`) });
    const { at, ...found } = { at: 0, ...(await sender.find(postIn(channel), never())) };
    expect({ ...found, type: 'sent' }).toEqual(sent);
    expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
  });

  it('is refused in a private channel that it was not invited to, and cannot read it', async () => {
    const channel = await slack.channel('board', { private: true });
    const refused = { type: 'refused', reason: 'not-a-member', detail: 'not_in_channel' };
    expect(await sender.send(postIn(channel), never())).toEqual(refused);
    expect(await sender.find(postIn(channel), never())).toMatchObject({ type: 'unreadable' });
    await slack.invite(channel);
    expect(await sender.send(postIn(channel), never())).toMatchObject({ type: 'sent' });
    expect(await sender.find(postIn(channel), never())).toMatchObject({ type: 'found' });
  });

  it('is refused in an archived channel, whose history can be read all the same', async () => {
    const channel = await slack.channel('old', { archived: true });
    expect(await sender.send(postIn(channel), never())).toMatchObject({
      type: 'refused',
      reason: 'archived',
    });
    expect(await sender.find(postIn(channel), never())).toEqual({ type: 'absent' });
  });

  it('is refused where there is no channel', async () => {
    expect(await sender.send(postIn('C0NOWHERE'), never())).toMatchObject({
      type: 'refused',
      reason: 'gone',
    });
  });

  it('cannot know what became of a post without the scopes for histories', async () => {
    const channel = await slack.channel('plain');
    const limited = await slack.sender(fewScopes);
    expect(await limited.send(postIn(channel), never())).toMatchObject({ type: 'sent' });
    expect(await limited.find(postIn(channel), never())).toEqual({
      type: 'unreadable',
      detail: 'missing_scope: channels:history',
    });
  });

  it('tells a person in a direct message, with the scopes of the manifest', async () => {
    expect(await sender.tell(slack.ann, message(words('It is paused.')))).toBe(true);
    expect(await sender.tell('U0NOBODY', message(words('It is paused.')))).toBe(false);
  });
});
