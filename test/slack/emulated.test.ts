import { isDeepStrictEqual } from 'node:util';
import { webApi } from '@slack/bolt';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../adapters/slack/render.ts';
import { gallery } from '../gallery/gallery.ts';
import { SlackApp } from '../peers/slack-app.ts';
import { commandBody, mentionBody } from '../peers/slack-bodies.ts';
import { testContext } from '../peers/slack-context.ts';
import { slackManifest } from '../peers/slack-manifest.ts';
import { message, slackMessages, words } from '../peers/slack-messages.ts';

const BOT_TOKEN = 'xoxb-1-desk';
const READER_TOKEN = 'xoxp-1-reader';

/** A Web API that stores what it is sent and checks scopes: the desk's token has those of its manifest. */
describe('what is sent, as a workspace stores it', () => {
  let emulator: Emulator;
  let reader: webApi.WebClient;
  let desk: webApi.WebClient;
  let channel: string;
  let person: string;

  beforeAll(async () => {
    emulator = await createEmulator({
      service: 'slack',
      port: 0,
      seed: {
        slack: {
          team: { name: 'Reading Room', domain: 'reading-room' },
          users: [{ name: 'ann', email: 'ann@team.example' }],
          channels: [{ name: 'sco' }],
          bots: [{ name: 'sco-desk' }],
          strict_scopes: true,
          tokens: [
            { token: BOT_TOKEN, type: 'bot', user: 'ann', scopes: slackManifest.oauth_config.scopes.bot },
            {
              token: READER_TOKEN,
              type: 'user',
              user: 'ann',
              scopes: ['channels:read', 'channels:history', 'users:read'],
            },
          ],
        },
      },
    });
    const options = { slackApiUrl: `${emulator.url}/api/` };
    reader = new webApi.WebClient(READER_TOKEN, options);
    desk = new webApi.WebClient(BOT_TOKEN, options);
    const { channels = [] } = await reader.conversations.list();
    channel = channels.find(({ name }) => name === 'sco')?.id ?? '';
    const { members = [] } = await reader.users.list({});
    person = members.find(({ name }) => name === 'ann')?.id ?? '';
  });

  afterAll(() => emulator.close());

  async function stored(ts: string): Promise<unknown> {
    const { messages = [] } = await reader.conversations.history({
      channel,
      latest: ts,
      oldest: ts,
      inclusive: true,
    });
    return messages.find((each) => each.ts === ts);
  }

  /** Everything in the channel, page by page. */
  async function history() {
    const all = [];
    let cursor = '';
    do {
      const { messages = [], response_metadata: more } = await reader.conversations.history({
        channel,
        limit: 200,
        cursor,
      });
      all.push(...messages);
      cursor = more?.next_cursor ?? '';
    } while (cursor !== '');
    return all;
  }

  it.each(Object.entries(slackMessages))('keeps %s as it was rendered', async (_name, each) => {
    const payload = render(each);
    const { ok, ts = '', warning } = await desk.chat.postMessage({ channel, ...payload });
    expect({ ok, warning }).toEqual({ ok: true, warning: undefined });
    expect(await stored(ts)).toMatchObject({ text: payload.text, blocks: payload.blocks });
  });

  it('keeps every message of the gallery as it was rendered', async () => {
    const exhibits = await gallery();
    expect(exhibits.length).toBeGreaterThan(100);
    const posted = new Map<string, (typeof exhibits)[number]>();
    for (const exhibit of exhibits) {
      const { ts = '' } = await desk.chat.postMessage({ channel, ...render(exhibit.message) });
      posted.set(ts, exhibit);
    }
    expect(posted.size).toBe(exhibits.length);
    const kept = new Map((await history()).map(({ ts, blocks }) => [ts, blocks]));
    const changed = [...posted].filter(
      ([ts, { message: each }]) => !isDeepStrictEqual(kept.get(ts), render(each).blocks),
    );
    expect(changed.map(([, { name }]) => name)).toEqual([]);
  });

  const forward = async (call: { readonly method: string; readonly sent: object }): Promise<Response> => {
    if (call.method === 'response_url') return new Response('expired_url', { status: 404 });
    const fields = Object.entries(call.sent).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return fetch(`${emulator.url}/api/${call.method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${BOT_TOKEN}` },
      body: new URLSearchParams(Object.fromEntries(fields)),
    });
  };

  it('answers a mention in its thread, with the scopes of the manifest', async () => {
    const { ts = '' } = await desk.chat.postMessage({ channel, text: 'a question' });
    const slack = new SlackApp(
      testContext(() => message(words('an answer'))),
      forward,
    );
    await slack.deliver(mentionBody('a question', { channel, ts, user: person }));
    const { messages = [] } = await reader.conversations.replies({ channel, ts });
    expect(messages.map(({ text }) => text)).toEqual(['a question', 'an answer']);
  });

  it('reaches an asker whose response_url has expired, with the scopes of the manifest', async () => {
    const context = testContext();
    const slack = new SlackApp(context, forward);
    await slack.deliver(commandBody('hello', { channel_id: channel, user_id: person }));
    expect(slack.calls.at(-1)?.method).toBe('chat.postEphemeral');
    expect(context.logged.filter(({ msg }) => msg.startsWith('Nor could'))).toHaveLength(1);
  });
});
