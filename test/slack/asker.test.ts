import { webApi } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { slackAsker } from '../../adapters/slack/asker.ts';
import { webClientOptions } from '../../adapters/slack/client.ts';
import type { Asker } from '../../src/digest/types.ts';
import { SlackApp } from '../peers/slack-app.ts';
import {
  CHANNEL,
  clickBody,
  commandBody,
  DIRECT,
  mentionBody,
  messageBody,
  PERSON,
} from '../peers/slack-bodies.ts';
import { type TestContext, testContext } from '../peers/slack-context.ts';
import { type EmulatedSlack, emulatedSlack } from '../peers/slack-emulated.ts';
import { slackManifest } from '../peers/slack-manifest.ts';
import { message, words } from '../peers/slack-messages.ts';
import { openWorkspace, type Workspace } from '../peers/slack-workspace.ts';

const everything = async (asker: Asker) => ({
  zone: await asker.zone(),
  manages: await asker.manages(),
  obstacle: await asker.obstacle(),
});

describe('who asks, on a workspace that tells everything', () => {
  let workspace: Workspace;
  let context: TestContext;

  beforeEach(async () => {
    workspace = await openWorkspace();
    context = testContext();
  });

  afterEach(() => workspace.close());

  function asker(channel = CHANNEL): Asker {
    const client = new webApi.WebClient('xoxb-1', webClientOptions(context.log, workspace.apiUrl));
    return slackAsker({ client, user: PERSON, channel }, context.log);
  }

  const person = (more: object): void => {
    workspace.conversations.people.set(PERSON, { id: PERSON, tz: 'Asia/Shanghai', ...more });
  };
  const channel = (more: object): void => {
    workspace.conversations.channels.set(CHANNEL, {
      id: CHANNEL,
      creator: 'U0000002',
      is_member: true,
      ...more,
    });
  };
  const methods = (): readonly string[] => workspace.calls.map(({ method }) => method);

  it('gives the zone of the profile', async () => {
    person({});
    expect(await asker().zone()).toBe('Asia/Shanghai');
  });

  it.each<[string, object]>([
    ['no zone', { tz: undefined }],
    ['a zone that is not known', { tz: 'Mars/Olympus_Mons' }],
    ['an empty zone', { tz: '' }],
  ])('gives no zone where the profile has %s', async (_name, profile) => {
    person(profile);
    expect(await asker().zone()).toBeNull();
  });

  it.each<[string, object, object, boolean]>([
    ['an admin', { is_admin: true }, {}, true],
    ['an owner', { is_owner: true }, {}, true],
    ['the primary owner', { is_primary_owner: true }, {}, true],
    ['whoever made the channel', {}, { creator: PERSON }, true],
    ['anyone else', { is_admin: false, is_owner: false, is_primary_owner: false }, {}, false],
    ['a guest', { is_restricted: true }, {}, false],
    ['anyone in a channel of which the maker is not told', {}, { creator: undefined }, false],
  ])('knows whether the person manages the channel: %s', async (_name, profile, place, manages) => {
    person(profile);
    channel(place);
    expect(await asker().manages()).toBe(manages);
  });

  it('lets a person manage a direct message, where nothing stands in the way, without a call', async () => {
    const direct = asker(DIRECT);
    expect([await direct.manages(), await direct.obstacle()]).toEqual([true, null]);
    expect(methods()).toEqual([]);
  });

  it.each<[string, object | null, string | null]>([
    ['nothing', {}, null],
    ['the channel is archived', { is_archived: true, is_member: false }, 'archived'],
    ['the desk is not a member', { is_member: false }, 'not-a-member'],
    ['the channel is private and the desk not in it', null, 'not-a-member'],
    ['Slack does not say whether the desk is a member', { is_member: undefined }, null],
  ])('knows what stands in the way of a post: %s', async (_name, place, obstacle) => {
    if (place !== null) channel(place);
    expect(await asker().obstacle()).toBe(obstacle);
    expect(context.logged).toEqual([]);
  });

  it('looks nothing up before it is asked, and nothing twice', async () => {
    person({});
    channel({});
    const one = asker();
    expect(methods()).toEqual([]);
    await Promise.all([one.manages(), one.zone(), one.obstacle()]);
    await everything(one);
    expect(methods().toSorted()).toEqual(['conversations.info', 'users.info']);
  });

  it('asks again for another request', async () => {
    person({ is_admin: true });
    expect(await asker().manages()).toBe(true);
    person({ is_admin: false });
    channel({});
    expect(await asker().manages()).toBe(false);
  });

  it('knows nothing where Slack fails, and the log says so', async () => {
    workspace.meetWith(() => ({ status: 500, body: {} }));
    expect(await everything(asker())).toEqual({ zone: null, manages: false, obstacle: null });
    expect(context.logged.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([
        'Slack did not say who a person is',
        'Slack did not say what a channel is like',
      ]),
    );
  });

  it('waits where Slack says that there were too many requests', async () => {
    person({ is_admin: true });
    let refusals = 1;
    workspace.meetWith(() =>
      refusals-- > 0 ? { status: 429, headers: { 'retry-after': '0' }, body: {} } : undefined,
    );
    expect(await asker().manages()).toBe(true);
  });
});

describe('who asks, on a workspace that knows scopes', () => {
  const { bot } = slackManifest.oauth_config.scopes;
  const before = ['app_mentions:read', 'chat:write', 'commands', 'im:history'];
  let slack: EmulatedSlack;
  let context: TestContext;

  beforeAll(async () => {
    slack = await emulatedSlack([bot, before]);
  });
  beforeEach(() => {
    context = testContext();
  });
  afterAll(() => slack.close());

  const asker = (user: string, channel: string, scopes = bot): Asker =>
    slackAsker({ client: slack.client(scopes), user, channel }, context.log);

  it('tells admins and the makers of channels from others, with the scopes of the manifest', async () => {
    const open = await slack.channel('reading');
    const closed = await slack.channel('board', { private: true });
    await slack.invite(closed);
    for (const channel of [open, closed]) {
      expect(await asker(slack.boss, channel).manages()).toBe(true);
      expect(await asker(slack.maker, channel).manages()).toBe(true);
      expect(await asker(slack.ann, channel).manages()).toBe(false);
    }
    expect(context.logged).toEqual([]);
  });

  it('knows what stands in the way, with the scopes of the manifest', async () => {
    const uninvited = await slack.channel('uninvited');
    expect(await asker(slack.ann, uninvited).obstacle()).toBe('not-a-member');
    const board = await slack.channel('uninvited-board', { private: true });
    expect(await asker(slack.ann, board).obstacle()).toBe('not-a-member');
    await slack.invite(uninvited);
    expect(await asker(slack.ann, uninvited).obstacle()).toBeNull();
    expect(await asker(slack.ann, await slack.channel('old', { archived: true })).obstacle()).toBe(
      'archived',
    );
    expect(await asker(slack.ann, 'C0NOWHERE').obstacle()).toBe('not-a-member');
  });

  it('knows nothing without those scopes, and the log names them and the remedy', async () => {
    const channel = await slack.channel('scopes');
    const nothing = { zone: null, manages: false, obstacle: null };
    expect(await everything(asker(slack.boss, channel, before))).toEqual(nothing);
    const logged = JSON.stringify(context.logged);
    expect(logged).toContain('missing_scope: users:read');
    expect(logged).toContain('missing_scope: channels:read');
    expect(logged).toContain('slack-manifest.yaml and install it to the workspace again');
  });
});

describe('every way of asking', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['/sco', commandBody('digest on'), CHANNEL],
    ['a mention', mentionBody('<@U0000BOT> digest on'), CHANNEL],
    ['a direct message', messageBody('digest on'), DIRECT],
    ['a button', clickBody({ action: 'sco:run:0', value: 'digest on', held: 'ephemeral' }), CHANNEL],
    ['a button in a thread', clickBody({ action: 'sco:run:0', value: 'digest on', held: 'thread' }), CHANNEL],
    ['a share', clickBody({ action: 'sco:share:0', value: 'digest on', held: 'ephemeral' }), CHANNEL],
  ])('says who asks and looks nothing up by itself: %s', async (_name, body, channel) => {
    const context = testContext(() => message(words('done')));
    const slack = new SlackApp(context, ({ method }) => {
      if (method === 'users.info') return Response.json({ ok: true, user: { id: PERSON, tz: 'Asia/Tokyo' } });
      if (method === 'conversations.info') {
        return Response.json({ ok: true, channel: { creator: PERSON, is_member: true } });
      }
      return method === 'response_url' ? new Response('ok') : Response.json({ ok: true, ts: '1.1' });
    });
    await slack.deliver(body);
    expect(slack.calls).toHaveLength(1);
    const asked = context.asked[0]?.asker;
    expect([await asked?.zone(), await asked?.manages()]).toEqual(['Asia/Tokyo', true]);
    const lookups = slack.calls.slice(1);
    expect(lookups[0]).toMatchObject({ method: 'users.info', sent: { user: PERSON } });
    // Nobody has more of a say over a direct message than the person in it.
    expect(lookups.slice(1).map(({ sent }) => sent['channel'])).toEqual(channel === DIRECT ? [] : [channel]);
  });
});
