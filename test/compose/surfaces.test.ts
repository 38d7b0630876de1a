import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, run, startAndAwait } from '../command-line.ts';
import { BOT, messageEvent } from '../peers/discord-events.ts';
import { type DiscordServer, startDiscordServer, TOKEN } from '../peers/discord-server.ts';
import { commandBody, mentionBody } from '../peers/slack-bodies.ts';
import { type Connection, openWorkspace, type Workspace } from '../peers/slack-workspace.ts';

/** The passages that something which was sent names, each once, in its order. */
const idsIn = (sent: unknown): readonly string[] => [
  ...new Set(
    JSON.stringify(sent).match(
      /\b(?:four-point-approach|regional-convergence|security-for-all|upcoming-meetings|way-forward):\d+/g,
    ) ?? [],
  ),
];

let workspace: Workspace;
let slack: Connection;
let discord: DiscordServer;
let desk: Running;

beforeAll(async () => {
  [workspace, discord] = await Promise.all([openWorkspace(), startDiscordServer()]);
  const connected = workspace.connected();
  desk = await startAndAwait(['start'], /Teammates|PUBLIC_URL/, {
    PORT: '0',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: workspace.apiUrl,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
  });
  slack = await connected;
});

afterAll(async () => {
  expect(await desk.stop()).toMatchObject({ code: 0, err: '' });
  await Promise.all([workspace.close(), discord.stop()]);
});

describe('the desk with both chat platforms', () => {
  it('says where it is found, and that teammates cannot follow its links yet', () => {
    expect(desk.out).toMatch(/^SCO Desk, 5 articles\. Playground and reader: http:\/\/localhost:\d+$/m);
    expect(desk.out).toMatch(/^Slack: \/sco in Reading Room \(Socket Mode\)$/m);
    expect(desk.out).toMatch(/^Discord: .*https:\/\/discord\.com\/.*permissions=\d+/m);
    expect(desk.out).toMatch(
      /^Teammates cannot follow links to http:\/\/localhost:\d+: set PUBLIC_URL or SOURCE_URL_TEMPLATE/m,
    );
  });

  it.each([
    'search multilateralism',
    'ask who chairs the SCO next?',

    'search security page:2',
  ])('gives the same passages in the same order everywhere: %s', async (line) => {
    const url = /http:\/\/localhost:\d+/.exec(desk.out)?.[0] ?? '';
    const expected = (await (await fetch(`${url}/api?q=${encodeURIComponent(line)}`)).json()) as {
      text: string;
    };
    const ids = idsIn(expected.text);
    expect(ids.length).toBeGreaterThan(0);

    const trigger = { trigger_id: line, response_url: workspace.responseUrl };
    await slack.envelope('slash_commands', commandBody(line, trigger));
    expect(idsIn((await workspace.called('response_url')).sent)).toEqual(ids);

    const event = messageEvent(`<@${BOT}> ${line}`);
    discord.dispatch('MESSAGE_CREATE', event);
    const [reply] = await discord.called(({ body }) => body['nonce'] === event['id']);
    expect(idsIn(reply?.body)).toEqual(ids);

    const { out } = await run(['sco', '--json', line]);
    expect(idsIn(JSON.parse(out).text)).toEqual(ids);
  });

  it('answers a mention in Slack in its thread', async () => {
    await slack.envelope('events_api', mentionBody('who chairs the SCO next?'));
    const { sent } = await workspace.called('chat.postMessage');
    expect(sent).toMatchObject({ thread_ts: '100.1', unfurl_links: 'false' });
    expect(idsIn(sent)).toContain('four-point-approach:18');
  });
});
