import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSlack } from '../../adapters/slack/start.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk } from '../../src/desk/types.ts';
import { createEngine } from '../../src/digest/engine.ts';
import type { Sender } from '../../src/digest/ports/sender.ts';
import { settlingTime } from '../../src/digest/timing.ts';
import type { Message } from '../../src/message/types.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { type DigestInMemory, digestInMemory } from '../digest/in-memory.ts';
import { SlackApp } from '../peers/slack-app.ts';
import { CHANNEL, clickBody, commandBody, PERSON } from '../peers/slack-bodies.ts';
import { type TestContext, testContext } from '../peers/slack-context.ts';
import { type EmulatedSlack, emulatedSlack } from '../peers/slack-emulated.ts';
import { slackManifest } from '../peers/slack-manifest.ts';
import { visibleWords } from '../peers/slack-payload.ts';
import { openWorkspace, type Workspace } from '../peers/slack-workspace.ts';

const linkTo = createLinks({
  publicUrl: 'https://desk.example',
  sourceUrlTemplate: null,
  localUrl: 'http://localhost:3000',
});
const log = pino({ level: 'silent' });

let corpus: Corpus;
/** A new one for each test, on a Sunday, 2026-11-22, at noon UTC. */
let kept: DigestInMemory;
let desk: Desk;

beforeAll(async () => {
  corpus = await readCorpus(fileURLToPath(new URL('../../seeds', import.meta.url)));
});

beforeEach(async () => {
  kept = await digestInMemory(corpus, linkTo);
  desk = createDesk({ corpus, linkTo, digest: kept.digest, log, random: () => 0.5 });
});

/** What a process does at one moment: it looks once, finishes what it began, and is gone. */
async function lookOnce(sender: Sender<Message>): Promise<void> {
  const engine = createEngine(kept.parts, [sender]);
  await engine.tick();
  await engine.stop();
}

const at = (instant: string): Promise<void> => kept.clock.moveTo(Date.parse(instant));

interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: { readonly text: string };
  readonly value?: string;
}

const isButton = (value: unknown): value is Button =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'button';

interface Shown {
  readonly text?: unknown;
  readonly blocks?: unknown;
}

const blocksOf = ({ blocks }: Shown): readonly { readonly elements?: readonly unknown[] }[] =>
  Array.isArray(blocks) ? blocks : [];

const buttonsOf = (shown: Shown): readonly Button[] =>
  blocksOf(shown).flatMap(({ elements = [] }) => elements.filter(isButton));

const seen = (shown: Shown): string =>
  visibleWords({ text: String(shown.text), blocks: Object(shown.blocks) });

/** The excerpt of a post, as it is quoted. */
const excerptOf = (shown: Shown): string =>
  /"type":"rich_text_quote","elements":(\[.*?\])/.exec(JSON.stringify(shown.blocks))?.[1] ?? '';

/** Everything real but Slack: commands through Bolt, posts through the Web API of an emulated workspace. */
describe('the daily digest in Slack', () => {
  const { bot } = slackManifest.oauth_config.scopes;
  let slack: EmulatedSlack;
  let sender: Sender<Message>;
  let app: SlackApp;
  let context: TestContext;
  let channel: string;
  let channels = 0;
  let triggers = 0;

  beforeAll(async () => {
    slack = await emulatedSlack([bot]);
    sender = await slack.sender(bot);
  });
  afterAll(() => slack.close());

  beforeEach(async () => {
    channel = await slack.channel(`readers-${++channels}`);
    await slack.invite(channel);
    context = { ...testContext(), desk, store: createMemoryStore(() => 0) };
    app = new SlackApp(context, (call) =>
      call.method === 'response_url' ? new Response('ok') : slack.forward(call, bot),
    );
  });

  async function answerTo(body: Record<string, unknown>): Promise<string> {
    const before = app.calls.length;
    await app.deliver({ ...body, team_id: slack.team, team: { id: slack.team } });
    const answers = app.calls.slice(before).filter(({ method }) => method === 'response_url');
    expect(answers).toHaveLength(1);
    expect(answers[0]?.sent.response_type).toBe('ephemeral');
    return seen(answers[0]?.sent ?? {});
  }

  const says = (user: string, text: string): Promise<string> =>
    answerTo(commandBody(text, { channel_id: channel, user_id: user, trigger_id: `digest.${++triggers}` }));

  const clicks = (user: string, { action_id: action, value = '' }: Button): Promise<string> =>
    answerTo({
      ...clickBody({ action, value, channel, ts: `500.${++triggers}`, held: 'open' }),
      user: { id: user, username: 'ann', name: 'ann' },
    });

  /** The digests in the channel, the oldest first. */
  const posts = async () =>
    (await slack.history(channel))
      .filter(({ metadata }) => metadata?.event_type === 'sco_digest')
      .toReversed();

  it('goes the whole way: switched on, posted when it is due, explained, and another the next day', async () => {
    const on = await says(slack.ann, 'digest on 08:30 Asia/Shanghai');
    expect(on).toContain('08:30');
    expect(await says(slack.ann, 'digest status')).toMatch(/08:30 \(Asia\/Shanghai, UTC\+08:00\)/);

    await at('2026-11-23T00:29:59Z');
    await lookOnce(sender);
    expect(await posts()).toEqual([]);

    await at('2026-11-23T00:30:00Z');
    await lookOnce(sender);
    await lookOnce(sender);
    const [first, ...more] = await posts();
    expect(more).toEqual([]);
    expect(seen(first ?? {})).toContain('23 November 2026');
    expect(seen(first ?? {})).not.toContain('Late');
    const buttons = buttonsOf(first ?? {});
    expect(buttons.map(({ text }) => text.text)).toEqual(
      expect.arrayContaining(['Read on', 'Related', 'Why this one']),
    );

    const why = buttons.find(({ value }) => value === 'digest why 2026-11-23');
    expect(why).toBeDefined();
    if (why === undefined) return;
    const explained = await clicks(slack.ben, why);
    expect(explained).toMatch(/Round 1, number 1 of \d+ excerpts, seed [0-9a-f]{16}/);
    expect(explained).toContain(first?.ts ?? 'no time stamp');
    expect(await says(slack.ben, 'digest why')).toBe(explained);
    expect(await says(slack.ben, 'digest status')).toContain('the post');
    expect(JSON.stringify(app.calls.at(-1)?.sent.blocks)).toContain(
      `https://reading-room.slack.com/archives/${channel}/p${first?.ts?.replace('.', '')}`,
    );

    await at('2026-11-24T00:30:01Z');
    await lookOnce(sender);
    const both = await posts();
    expect(both).toHaveLength(2);
    expect(excerptOf(both[0] ?? {})).not.toBe('');
    expect(excerptOf(both[1] ?? {})).not.toBe(excerptOf(both[0] ?? {}));
  });

  it('answers a click on each button of the post', async () => {
    await says(slack.ann, 'digest on 08:30 Asia/Shanghai');
    await at('2026-11-23T00:30:00Z');
    await lookOnce(sender);
    const [post = {}] = await posts();
    const clickable = buttonsOf(post).filter(({ value }) => value !== undefined);
    expect(clickable.length).toBeGreaterThan(2);
    for (const button of clickable)
      expect(await clicks(slack.ben, button)).not.toMatch(/went wrong|reference/);
  });

  it('after two days of downtime posts the day that is not too late, as late, and skips the other', async () => {
    await says(slack.ann, 'digest on 08:30 Asia/Shanghai');
    await at('2026-11-23T00:30:00Z');
    await lookOnce(sender);
    await at('2026-11-25T02:00:00Z');
    await lookOnce(sender);
    await lookOnce(sender);
    const all = await posts();
    expect(all).toHaveLength(2);
    expect(seen(all[1] ?? {})).toContain('25 November 2026');
    expect(seen(all[1] ?? {})).toContain('Late: this was due at 08:30');
    expect(await says(slack.ben, 'digest why 2026-11-24')).toMatch(/That day has no post/);
  });

  it('lets nobody change it but whoever set it up, admins and the maker of the channel', async () => {
    await says(slack.ann, 'digest on 08:30 Asia/Shanghai');
    for (const command of ['digest off', 'digest skip', 'digest on 10:00']) {
      expect(await says(slack.ben, command)).toContain('You cannot change the daily digest here');
    }
    for (const command of ['digest status', 'digest preview', 'digest why']) {
      expect(await says(slack.ben, command)).not.toContain('You cannot');
    }
    expect(await says(slack.ann, 'digest on 09:15')).toContain('09:15');
    expect(await says(slack.boss, 'digest on 09:30')).toContain('09:30');
    expect(await says(slack.maker, 'digest on 09:45')).toContain('09:45');
    // An admin who changes it does not take it away from whoever set it up.
    expect(await says(slack.ann, 'digest off')).toContain('is off');
    await at('2026-11-23T12:00:00Z');
    await lookOnce(sender);
    expect(await posts()).toEqual([]);
  });

  it('takes a share for the request of whoever clicks', async () => {
    await says(slack.ann, 'digest on 08:30 Asia/Shanghai');
    const shares = async (user: string): Promise<string> => {
      const ts = `600.${++triggers}`;
      await app.deliver({
        ...clickBody({ action: 'sco:share:0', value: 'digest off', channel, ts, held: 'ephemeral' }),
        user: { id: user, username: 'somebody', name: 'somebody' },
        team: { id: slack.team },
      });
      return seen(app.calls.at(-1)?.sent ?? {});
    };
    expect(await shares(slack.ben)).toContain('You cannot change the daily digest here');
    expect(await says(slack.ben, 'digest status')).toContain('The daily digest is on');
    expect(await shares(slack.ann)).toContain('The daily digest is off');
  });

  it('says at once that the desk was not invited, and in the status that a post was refused', async () => {
    const board = await slack.channel(`board-${channels}`, { private: true });
    channel = board;
    const on = await says(slack.ann, 'digest on 08:30 Asia/Shanghai');
    expect(on).toContain('/invite');
    await at('2026-11-23T00:30:00Z');
    await lookOnce(sender);
    expect(await says(slack.ann, 'digest status')).toContain('not_in_channel');
    await slack.invite(board);
    await at('2026-11-23T01:00:00Z');
    await lookOnce(sender);
    expect(await posts()).toHaveLength(1);
    expect(await says(slack.ann, 'digest status')).not.toContain('not_in_channel');
  });
});

/** The desk as it is started, in Socket Mode, on a workspace that loses answers. */
describe('the daily digest in a Slack that fails', () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await openWorkspace();
    workspace.conversations.now = kept.clock.now;
    workspace.conversations.people.set(PERSON, { id: PERSON, tz: 'Asia/Shanghai' });
    workspace.conversations.channels.set(CHANNEL, { id: CHANNEL, creator: 'U0000002', is_member: true });
  });
  afterEach(() => workspace.close());

  /** Starts the desk, lets a person switch the digest on, and gives what posts it. */
  async function switchedOn() {
    const surface = await startSlack(
      { desk, store: createMemoryStore(() => 0), log },
      { botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: null, apiUrl: workspace.apiUrl },
    );
    const connection = await workspace.connected();
    const command = commandBody('digest on 08:30', { response_url: workspace.responseUrl });
    await connection.envelope('slash_commands', command);
    const { sent } = await workspace.called('response_url');
    if (surface.sender === null) throw new Error('The surface has no sender');
    return { answer: seen(sent), sender: surface.sender, stop: () => surface.stop() };
  }

  const digests = () =>
    workspace.conversations.posts.filter(({ metadata }) => metadata?.event_type === 'sco_digest');

  it('takes the zone from the profile of whoever switches it on', async () => {
    const { answer, stop } = await switchedOn();
    expect(answer).toMatch(/08:30.*Asia\/Shanghai/);
    await stop();
  });

  it.each([
    ['taken, with 502', { status: 502, body: {}, done: true } as const, 1],
    ['taken, and the connection breaks', { connection: 'ended', done: true } as const, 1],
    ['not taken, with 500', { status: 500, body: {} } as const, 0],
  ])('posts once a post that was %s', async (_name, wrong, arrived) => {
    const { sender, stop } = await switchedOn();
    await at('2026-11-23T00:30:00Z');
    workspace.meetWith(({ method }) => (method === 'chat.postMessage' ? wrong : undefined));
    await lookOnce(sender);
    workspace.meetWith(() => undefined);
    expect(digests()).toHaveLength(arrived);
    await lookOnce(sender);
    expect(digests()).toHaveLength(arrived);
    await kept.clock.advance(settlingTime(kept.parts.timing) + 1000);
    await lookOnce(sender);
    await lookOnce(sender);
    expect(digests()).toHaveLength(1);
    const [latest] = await kept.parts.store.latest(
      { platform: 'slack', workspace: 'T0000001', channel: CHANNEL },
      1,
    );
    expect(latest).toMatchObject({ state: 'sent', remoteId: digests()[0]?.ts, date: '2026-11-23' });
    await stop();
  });

  it('waits for as long as Slack says, and then posts', async () => {
    const { sender, stop } = await switchedOn();
    await at('2026-11-23T00:30:00Z');
    workspace.meetWith(() => ({ status: 429, headers: { 'retry-after': '30' }, body: {} }));
    await lookOnce(sender);
    workspace.meetWith(() => undefined);
    await kept.clock.advance(29_000);
    await lookOnce(sender);
    expect(digests()).toEqual([]);
    await kept.clock.advance(1000);
    await lookOnce(sender);
    expect(digests()).toHaveLength(1);
    await stop();
  });
});
