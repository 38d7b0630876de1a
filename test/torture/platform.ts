import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from '../peers/slack-workspace.ts';
import { type Fate, fateOf } from './fates.ts';
import type { Channel, Tempo } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

/** A message that people see in a channel. */
export interface Visible {
  readonly id: string;
  /** By the digest's clock, when the platform took it. */
  readonly at: number;
  /** What came with it, given back by the history as it is. */
  readonly sent: Json;
}

/** What a platform answers. */
export interface Said {
  readonly status: number;
  readonly body: Json | readonly Json[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call that a platform understands. */
export type Call =
  | { readonly type: 'post'; readonly channel: string; readonly sent: Json }
  /** The messages since an instant of the digest's clock, the earliest first; without one, 0, the latest. */
  | { readonly type: 'history'; readonly channel: string; readonly after: number; readonly most: number }
  | { readonly type: 'other'; readonly said: Said };

/** What is particular about one platform. */
export interface Wire {
  read(request: IncomingMessage, body: string): Call;
  /** A new message's id. @param at by the digest's clock. @param n rises with each message. */
  id(at: number, n: number): string;
  key(sent: Json): string;
  posted(channel: string, message: Visible): Said;
  /** @param messages in the order in which they were taken. */
  history(messages: readonly Visible[], channel: string): Said;
  limited(): Said;
  refusing(): Said;
  unreadable(): Said;
  /** How long a second post with the same key gives the first, in milliseconds of the machine's clock. */
  readonly remembersKeys: number;
}

export interface Platform {
  readonly url: string;
  /** The messages of each channel, in the order in which they appeared. */
  readonly channels: ReadonlyMap<string, readonly Visible[]>;
  keyOf(message: Visible): string;
  /** Whether a message with the key can be seen. */
  has(channel: string, key: string): boolean;
  /** From now on nothing goes wrong, and every channel takes posts. */
  calm(): void;
  close(): Promise<void>;
}

export interface PlatformSettings {
  readonly channels: readonly Channel[];
  readonly tempo: Tempo;
  readonly random: () => number;
  /** By the digest's clock. */
  readonly now: () => number;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const broken: Said = { status: 502, body: { message: 'Bad Gateway' } };
const unavailable: Said = { status: 500, body: { message: 'Internal Server Error' } };

/** A chat platform on loopback that is as unkind as real ones, more often. */
export async function openPlatform(
  wire: Wire,
  { channels, tempo, random, now }: PlatformSettings,
): Promise<Platform> {
  const natures = new Map(channels.map(({ channel, nature }) => [channel, nature]));
  const visible = new Map<string, Visible[]>();
  const remembered = new Map<string, { readonly message: Visible; readonly until: number }>();
  const opened = now();
  let calm = false;
  let messages = 0;

  const between = (least: number, most: number): number => least + random() * (most - least);

  /** What was there before the desk came. */
  const before = (channel: string): Visible => ({
    id: wire.id(opened, 0),
    at: opened,
    sent: { channel, text: 'Welcome!' },
  });

  /** Takes a message now, and shows it now or in a while, whatever becomes of the connection. */
  const accept = (channel: string, sent: Json, atOnce = calm): Visible => {
    const key = `${channel} ${wire.key(sent)}`;
    const first = remembered.get(key);
    if (first !== undefined && first.until > Date.now()) return first.message;
    const message: Visible = { id: wire.id(now(), ++messages), at: now(), sent };
    if (wire.remembersKeys > 0) remembered.set(key, { message, until: Date.now() + wire.remembersKeys });
    const show = (): void => {
      visible.set(channel, [...(visible.get(channel) ?? []), message]);
    };
    if (atOnce || random() < 0.7) show();
    else setTimeout(show, between(0, tempo.acceptedAfter));
    return message;
  };

  const post = async (channel: string, sent: Json, fate: Fate): Promise<Said | null> => {
    const nature = natures.get(channel);
    if (nature?.type === 'refusing' && !calm) return wire.refusing();
    switch (fate) {
      case 'limited':
        return wire.limited();
      case 'broken':
        return unavailable;
      case 'dropped':
        return null;
      case 'broken after accepting':
        accept(channel, sent);
        return broken;
      case 'dropped after accepting':
        accept(channel, sent);
        return null;
      case 'slow':
        // By then nobody waits for it any more.
        await pause(tempo.timing.timeout / tempo.speed + between(0, tempo.acceptedAfter));
        accept(channel, sent, true);
        return null;
      case 'fine': {
        await pause(between(0, tempo.answer));
        const message = accept(channel, sent);
        await pause(between(0, tempo.answer));
        return wire.posted(channel, message);
      }
    }
  };

  const history = async (
    { channel, after, most }: Extract<Call, { type: 'history' }>,
    fate: Fate,
  ): Promise<Said | null> => {
    await pause(between(0, tempo.answer));
    if (natures.get(channel)?.type === 'unreadable') return wire.unreadable();
    if (fate === 'limited') return wire.limited();
    if (fate === 'broken' || fate === 'broken after accepting') return unavailable;
    if (fate !== 'fine') return null;
    const all = [before(channel), ...(visible.get(channel) ?? [])];
    return wire.history(
      after === 0 ? all.slice(-most) : all.filter(({ at }) => at >= after).slice(0, most),
      channel,
    );
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = wire.read(request, await bodyOf(request));
    const said =
      call.type === 'other'
        ? call.said
        : call.type === 'post'
          ? await post(call.channel, call.sent, fateOf(calm ? 1 : random()))
          : await history(call, fateOf(calm ? 1 : random()));
    if (said === null) {
      request.socket.destroy();
      return;
    }
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
    response.end(JSON.stringify(said.body));
  };

  const server = createServer((request, response) => {
    // A process that was killed takes its connections with it: what it asked for goes on here all the same.
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${addressOf(server).port}`,
    channels: visible,
    keyOf: ({ sent }) => wire.key(sent),
    has: (channel, key) => (visible.get(channel) ?? []).some(({ sent }) => wire.key(sent) === key),
    calm: () => {
      calm = true;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
