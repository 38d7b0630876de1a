import { setTimeout as after } from 'node:timers/promises';
import { BOT, commandEvent, interactionEvent, messageEvent } from '../peers/discord-events.ts';
import { startDiscordServer } from '../peers/discord-server.ts';
import type { Arrival } from './arrivals.ts';
import { type EventKind, type Platform, portOf } from './platform.ts';

/** Shaped as the desk's settings want a token. */
const TOKEN = 'loopback.bench.token';

const IDENTIFY = 2;

const answers: Readonly<Record<EventKind, (arrival: Arrival) => boolean>> = {
  mention: ({ method, path }) => method === 'POST' && /\/channels\/\d+\/messages$/.test(path),
  // Acknowledged before: the answer takes the place of “thinking…”.
  command: ({ method, path }) => method === 'PATCH' && path.includes('/messages/@original'),
  ping: ({ method, path }) => method === 'POST' && /\/interactions\/.*\/callback/.test(path),
};

export async function openDiscord(): Promise<Platform> {
  const server = await startDiscordServer();
  const port = portOf(server.apiUrl);
  return {
    settings: { DISCORD_API_URL: server.apiUrl, DISCORD_TOKEN: TOKEN },
    async connected() {
      while (!server.packets.some(({ op }) => op === IDENTIFY)) await after(1);
    },
    send(kind, words) {
      if (kind === 'mention') server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> ${words}`));
      else if (kind === 'command') server.dispatch('INTERACTION_CREATE', commandEvent('search', { words }));
      else server.dispatch('INTERACTION_CREATE', interactionEvent(2, { id: '8', name: 'ping', type: 1 }));
    },
    isAnswer: (kind) => (arrival) => arrival.port === port && answers[kind](arrival),
    close: () => server.stop(),
  };
}
