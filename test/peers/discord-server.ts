import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { CHANNEL, type Json } from './discord-events.ts';
import { gateway, isJson, type Packet } from './discord-gateway.ts';
import { createRest, type Response } from './discord-rest.ts';

export const TOKEN = 'loop.back.token';

/** A call of the bot, and what it was answered. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10` and the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly status: number;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

interface Fault {
  readonly matches: (call: Pick<Call, 'method' | 'path' | 'query' | 'body'>) => boolean;
  readonly response: Response;
  /** How many calls it meets before they succeed. */
  left: number;
}

export interface DiscordServer {
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  readonly packets: readonly Packet[];
  /** The first `count` calls that match, as soon as they were made. */
  called(matches: (call: Call) => boolean, count?: number): Promise<readonly Call[]>;
  /** Sends an event over the gateway, or keeps it until a dropped connection is resumed. */
  dispatch(event: string, data: Json): void;
  /** Closes the bot's connection; code 4000 lets it resume. */
  drop(code?: number): void;
  /** Closes every connection that identifies itself. */
  refuseIdentify(code: number): void;
  /** Answers the next calls that match with a failure. */
  fail(matches: Fault['matches'], response: Response, times?: number): void;
  /** The application's commands, by place: `''` for everywhere, else the server's id. */
  readonly commands: Map<string, unknown>;
  /** What Discord accepted as a message, in order. */
  readonly messages: readonly Json[];
  /** Channels whose history the bot has no right to read. */
  readonly hidden: Set<string>;
  /** Puts a message of somebody else into a channel's history. */
  say(content: string, channelId?: string): void;
  stop(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}

/**
 * Discord on loopback: its gateway and the parts of its REST API that the desk uses, with its limits.
 *
 * @param now milliseconds since 1970, for the ids and times of messages and for how long nonces are known.
 */
export async function startDiscordServer(now: () => number = Date.now): Promise<DiscordServer> {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const watchers = new Set<() => void>();
  let port = 0;
  const address = (): string => `ws://127.0.0.1:${port}`;
  const rest = createRest(address, now);

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await readBody(request);
    const body = isJson(raw) ? raw : { list: raw };
    const method = request.method ?? '';
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://discord.test');
    const path = decodeURIComponent(pathname.replace(/^\/api\/v10/, ''));
    const call = { method, path, query, body };
    const fault = faults.find((each) => each.left > 0 && each.matches(call));
    if (fault !== undefined) fault.left -= 1;
    const open = /^\/(?:interactions|webhooks)\//.test(path);
    const authorised = open || request.headers.authorization === `Bot ${TOKEN}`;
    const carriedOut = (): Response =>
      authorised
        ? rest.answer({ method, path, query, body: raw })
        : { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    if (fault?.response.done === true) carriedOut();
    const answer = fault?.response ?? carriedOut();
    calls.push({ ...call, status: answer.status, at: performance.now() });
    if (answer.after !== undefined) {
      for (const watcher of watchers) watcher();
      await answer.after;
    }
    if (answer.broken === true) {
      response.destroy();
      for (const watcher of watchers) watcher();
      return;
    }
    const type = answer.body === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(answer.status, { ...type, ...answer.headers });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    for (const watcher of watchers) watcher();
  };

  const server = createServer((request, response) => {
    respond(request, response).catch((fault: unknown) => {
      response.writeHead(500).end(String(fault));
    });
  });
  const sockets = new WebSocketServer({ server });
  const { packets, emit, drop, refuse } = gateway(sockets, address);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  port = typeof bound === 'object' && bound !== null ? bound.port : 0;

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    calls,
    packets,
    commands: rest.commands,
    messages: rest.messages,
    hidden: rest.hidden,
    say: (content, channelId = CHANNEL) => rest.say(content, channelId),
    called(matches, count = 1) {
      const { promise, resolve } = Promise.withResolvers<readonly Call[]>();
      const look = (): void => {
        const found = calls.filter(matches);
        if (found.length < count) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
      return promise;
    },
    dispatch: emit,
    drop: (code = 4000) => drop(code),
    refuseIdentify: refuse,
    fail(matches, response, times = 1) {
      faults.push({ matches, response, left: times });
    },
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
