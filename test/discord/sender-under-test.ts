import { PassThrough } from 'node:stream';
import type { Client } from 'discord.js';
import { createClient, login } from '../../adapters/discord/client.ts';
import { discordSender } from '../../adapters/discord/sender.ts';
import { createLog } from '../../src/compose/log.ts';
import type { Post, Sender } from '../../src/digest/ports/sender.ts';
import type { Message } from '../../src/message/types.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { CHANNEL, GUILD } from '../peers/discord-events.ts';
import { type Call, type DiscordServer, startDiscordServer, TOKEN } from '../peers/discord-server.ts';
import { messageOf, quotationOf } from './samples.ts';

/** When a post was first sent, and the date that it is for. */
export const SINCE = Date.parse('2026-11-23T00:30:00Z');
export const DATE = '2026-11-23';

export interface RunningSender {
  readonly server: DiscordServer;
  readonly client: Client;
  readonly sender: Sender<Message>;
  /** The server's clock. */
  readonly time: { now: number };
  logged(): string;
  stop(): Promise<void>;
}

/** The sender alone, with the real discord.js, on a loopback Discord. */
export async function runSender(): Promise<RunningSender> {
  const time = { now: SINCE };
  const server = await startDiscordServer(() => time.now);
  const lines: string[] = [];
  const log = createLog(
    'debug',
    new PassThrough().on('data', (line) => lines.push(String(line))),
  );
  const client = await login(createClient(server.apiUrl, log), TOKEN);
  const store = createMemoryStore(() => performance.now());
  return {
    server,
    client,
    sender: discordSender({ client, token: TOKEN, store, log }),
    time,
    logged: () => lines.join(''),
    async stop() {
      await client.destroy();
      await server.stop();
    },
  };
}

/** What is posted for a date. */
export function messageFor(date: string) {
  const quotation = quotationOf('way-forward:3', ['On multilateralism we agree.']);
  const why = { type: 'run', label: 'Why this one', command: `digest why ${date}` } as const;
  return messageOf(
    { type: 'heading', text: `Excerpt of the day, ${date}` },
    { ...quotation, actions: [...quotation.actions, why] },
  );
}

export const postOf = (more: Partial<Post<Message>> = {}): Post<Message> => ({
  platform: 'discord',
  workspace: GUILD,
  channel: CHANNEL,
  key: 'd-0123456789abcdef',
  message: messageFor(DATE),
  since: SINCE,
  ...more,
});

export const never = (): AbortSignal => new AbortController().signal;

type Route = Pick<Call, 'method' | 'path'>;
export const isSend = ({ method, path }: Route): boolean =>
  method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);
export const isRead = ({ method, path }: Route): boolean =>
  method === 'GET' && /^\/channels\/\d+\/messages$/.test(path);

export const refusal = (status: number, code: number, message: string) => ({
  status,
  body: { code, message },
});
