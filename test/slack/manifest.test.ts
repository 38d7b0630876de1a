import { readdirSync, readFileSync } from 'node:fs';
import { App } from '@slack/bolt';
import { describe, expect, it, vi } from 'vitest';
import { registerListeners } from '../../adapters/slack/listeners.ts';
import { testContext } from '../peers/slack-context.ts';
import { slackManifest } from '../peers/slack-manifest.ts';

/** What the code listens to, taken from its own calls to the app. */
function listenedTo() {
  const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
  const app = new App({ receiver, token: 'xoxb-1', tokenVerificationEnabled: false });
  const command = vi.spyOn(app, 'command');
  const event = vi.spyOn(app, 'event');
  const action = vi.spyOn(app, 'action');
  const others = [vi.spyOn(app, 'shortcut'), vi.spyOn(app, 'view'), vi.spyOn(app, 'options')];
  registerListeners(app, testContext());
  return {
    commands: command.mock.calls.map(([name]) => String(name)),
    events: event.mock.calls.map(([name]) => String(name)),
    clicks: action.mock.calls.length,
    others: others.map((spy) => spy.mock.calls.length),
  };
}

/** The methods of the Web API that the adapter's files call with the bot's token. */
function methodsCalled(): ReadonlySet<string> {
  const folder = new URL('../../adapters/slack/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const calls = sources.flatMap((source) => [...source.matchAll(/\b(?:client|web)\.(\w+\.\w+)\(/g)]);
  return new Set(calls.flatMap(([, method]) => (method === undefined ? [] : [method])));
}

/** Listening to "message" hears what is subscribed to; the listener answers direct messages alone. */
const subscription = (event: string): string => (event === 'message' ? 'message.im' : event);

/**
 * https://docs.slack.dev/reference/events and /reference/methods. Channels, private channels and direct messages have
 * a scope each; nothing is looked up about direct messages, and groups of people without a channel do without.
 */
const scopes: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'users.info': ['users:read'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
};

describe('slack-manifest.yaml', () => {
  const { features, oauth_config, settings } = slackManifest;

  it('creates the commands that the code listens to', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual(listenedTo().commands);
  });

  it('subscribes to the events that the code listens to', () => {
    expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(
      listenedTo().events.map(subscription).toSorted(),
    );
  });

  it('turns on interactivity for clicks, and the code listens to nothing else', () => {
    const { clicks, others } = listenedTo();
    expect(settings.interactivity.is_enabled).toBe(clicks > 0);
    expect(others).toEqual([0, 0, 0]);
  });

  it('asks for the scopes that the events and calls need, and for no more', () => {
    const uses = [...listenedTo().events.map(subscription), ...methodsCalled()];
    expect(uses.filter((use) => !(use in scopes))).toEqual([]);
    const needed = new Set(uses.flatMap((use) => scopes[use] ?? []));
    if (listenedTo().commands.length > 0) needed.add('commands');
    expect(oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted());
  });

  it('lets people write to the desk directly, in the ordinary way', () => {
    expect(features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(features.agent_view).toBeUndefined();
  });

  it('needs no public address', () => {
    expect(settings.socket_mode_enabled).toBe(true);
  });
});
