import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { commandFaults } from './discord-commands.ts';
import { BOT, CHANNEL, channel, DM, type Json, messageEvent, user } from './discord-events.ts';

import { gateway, isJson, type Packet } from './discord-gateway.ts';
import { type Sent, wireFaults } from './discord-payload.ts';

export const TOKEN = 'loop.back.token';

/** A call of the bot, and what it was answered. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10` and the query. */
  readonly path: string;
  readonly body: Json;
  readonly status: number;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

interface Response {
  readonly status: number;
  /** The call is carried out all the same: only its answer is lost. */
  readonly done?: boolean;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Fault {
  readonly matches: (call: Pick<Call, 'method' | 'path' | 'body'>) => boolean;
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
  stop(): Promise<void>;
}

const refusal = (status: number, code: number, message: string, errors?: unknown): Response => ({
  status,
  body: { code, message, ...(errors === undefined ? {} : { errors }) },
});

/** Discord's answer to a form that it refuses: https://docs.discord.com/developers/reference#error-messages */
const invalid = (faults: readonly string[]): Response =>
  refusal(400, 50_035, 'Invalid Form Body', {
    components: { _errors: faults.map((message) => ({ code: 'BASE_TYPE_INVALID', message })) },
  });

/** What Discord keeps of a bot's doings, and its answers; everything sent is checked against Discord's limits. */
function createRest(address: () => string) {
  const commands = new Map<string, unknown>();
  const acknowledged = new Set<string>();
  const nonces = new Map<string, unknown>();
  const messages: Json[] = [];

  const sent = (body: Json, channelId: string): Response => {
    const faults = wireFaults(body satisfies Sent);
    if (faults.length > 0) return invalid(faults);
    const nonce = typeof body['nonce'] === 'string' ? body['nonce'] : null;
    if (nonce !== null && nonce.length > 25) return invalid(['nonce is too long']);
    const known = nonce === null ? undefined : nonces.get(nonce);
    if (known !== undefined && body['enforce_nonce'] === true) return { status: 200, body: known };
    const message = {
      ...messageEvent(String(body['content'] ?? ''), { author: user(BOT, true), channel_id: channelId }),
      components: body['components'] ?? [],
      flags: body['flags'] ?? 0,
    };
    messages.push(message);
    if (nonce !== null) nonces.set(nonce, message);
    return { status: 200, body: message };
  };

  const callback = (id: string, token: string, body: Json): Response => {
    if (acknowledged.has(id)) return refusal(400, 40_060, 'Interaction has already been acknowledged.');
    const { type, data } = body;
    if (type === 8) {
      const choices = isJson(data) && Array.isArray(data['choices']) ? data['choices'].filter(isJson) : [];
      const long = (text: unknown): boolean => String(text).length < 1 || String(text).length > 100;
      if (choices.length > 25 || choices.some(({ name, value }) => long(name) || long(value))) {
        return invalid(['choices beyond the limits']);
      }
    }
    acknowledged.add(id);
    acknowledged.add(token);
    return { status: 204 };
  };

  return {
    commands,
    messages,
    answer: ({ method, path, body }: { method: string; path: string; body: unknown }): Response => {
      const route = `${method} ${path}`;
      const form = isJson(body) ? body : {};
      if (route === 'GET /gateway/bot') {
        const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
        return { status: 200, body: { url: address(), shards: 1, session_start_limit: limit } };
      }
      if (route === 'POST /users/@me/channels') return { status: 200, body: channel(DM) };
      const [, place] = /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/.exec(path) ?? ['', null];
      if (place !== null) {
        const faults = method === 'PUT' && Array.isArray(body) ? body.flatMap(commandFaults) : [];
        if (faults.length > 0) return invalid(faults);
        if (method === 'PUT') commands.set(place ?? '', body);
        return { status: 200, body: commands.get(place ?? '') ?? [] };
      }
      const [, id, token] = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path) ?? [];
      if (id !== undefined && token !== undefined) return callback(id, token, form);
      const [, webhook] = /^\/webhooks\/\d+\/([^/]+)(?:\/messages\/@original)?$/.exec(path) ?? [];
      if (webhook !== undefined) {
        if (!acknowledged.has(webhook)) return refusal(404, 10_015, 'Unknown Webhook');
        return sent(form, CHANNEL);
      }
      const [, channelId] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
      if (channelId !== undefined && method === 'POST') return sent(form, channelId);
      return refusal(404, 0, `404: Not Found: ${route}`);
    },
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}

/** Discord on loopback: its gateway and the parts of its REST API that the desk uses, with its limits. */
export async function startDiscordServer(): Promise<DiscordServer> {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const watchers = new Set<() => void>();
  let port = 0;
  const address = (): string => `ws://127.0.0.1:${port}`;
  const rest = createRest(address);

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await readBody(request);
    const body = isJson(raw) ? raw : { list: raw };
    const method = request.method ?? '';
    const path = decodeURIComponent((request.url ?? '').replace(/\?.*$/, '').replace(/^\/api\/v10/, ''));
    const call = { method, path, body };
    const fault = faults.find((each) => each.left > 0 && each.matches(call));
    if (fault !== undefined) fault.left -= 1;
    const open = /^\/(?:interactions|webhooks)\//.test(path);
    const authorised = open || request.headers.authorization === `Bot ${TOKEN}`;
    const carriedOut = (): Response =>
      authorised ? rest.answer({ method, path, body: raw }) : refusal(401, 0, '401: Unauthorized');
    if (fault?.response.done === true) carriedOut();
    const answer = fault?.response ?? carriedOut();
    calls.push({ ...call, status: answer.status, at: performance.now() });
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
