import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type Call, formFields } from './slack-app.ts';
import { BOT, WORKSPACE } from './slack-bodies.ts';
import { Conversations } from './slack-conversations.ts';

type Json = Readonly<Record<string, unknown>>;

/** What Slack says in place of its usual word, or how the connection ends. */
type Wrong =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      /** A string is sent as it is. */
      readonly body: Json | string;
      /** Whether Slack does what it was asked all the same. */
      readonly done?: boolean;
    }
  /** The connection is ended without a word or in the middle of the answer, or is left open in silence. */
  | { readonly connection: 'ended' | 'cut' | 'silent'; readonly done?: boolean };

/** What Slack says to one call in place of its usual word; undefined for the usual word. */
export type Misfortune = (call: Call) => Wrong | undefined;

/** One end of a Socket Mode connection, as Slack holds it. */
export interface Connection {
  /** Sends an envelope and resolves with the message that acknowledges it. */
  envelope(type: string, payload: Json, more?: Json): Promise<Json>;
  /** Asks the app to connect elsewhere, as Slack does every few hours. */
  sayDisconnect(): void;
  /** Ends the connection without a word. */
  drop(): void;
  readonly closed: Promise<void>;
}

/** As much of Slack as an app sees, on loopback: the Web API, `response_url`s and Socket Mode. */
export interface Workspace {
  readonly apiUrl: string;
  readonly responseUrl: string;
  readonly conversations: Conversations;
  /** The calls so far, `auth.test` and `apps.connections.open` left out. */
  readonly calls: readonly Call[];
  /** The next call of this method, or one that was made and not asked for yet. */
  called(method: string): Promise<Call>;
  /** The next connection. */
  connected(): Promise<Connection>;
  meetWith(misfortune: Misfortune): void;
  close(): Promise<void>;
}

/** Things that come, and those who wait for them, in order. */
class Queue<T> {
  readonly #come: T[] = [];
  readonly #waiting: ((value: T) => void)[] = [];

  put(value: T): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#come.push(value);
    else next(value);
  }

  take(): Promise<T> {
    const [first] = this.#come.splice(0, 1);
    if (first !== undefined) return Promise.resolve(first);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

export async function openWorkspace(): Promise<Workspace> {
  const calls: Call[] = [];
  const queues = new Map<string, Queue<Call>>();
  const queue = (method: string): Queue<Call> => {
    const found = queues.get(method) ?? new Queue<Call>();
    queues.set(method, found);
    return found;
  };
  const connections = new Queue<Connection>();
  const conversations = new Conversations();
  let misfortune: Misfortune = () => undefined;

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const path = request.url ?? '';
    const call: Call = path.startsWith('/api/')
      ? { method: path.slice('/api/'.length), sent: formFields(body) }
      : { method: 'response_url', sent: JSON.parse(body) };
    const wrong = misfortune(call);
    const done = wrong === undefined || wrong.done === true;
    const usually = done ? (conversations.answer(call) ?? usual(call, server)) : {};
    answer(response, wrong ?? { status: 200, body: usually }, usually);
    if (call.method !== 'auth.test' && call.method !== 'apps.connections.open') calls.push(call);
    queue(call.method).put(call);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    connections.put(connectionOf(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server);

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    conversations,
    responseUrl: `http://127.0.0.1:${port}/response`,
    calls,
    called: (method) => queue(method).take(),
    connected: () => connections.take(),
    meetWith: (next) => {
      misfortune = next;
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const addressOf = (server: Server): AddressInfo => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  return address;
};

/** A port of this machine on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, said: Wrong, usually: Json): void {
  if ('status' in said) {
    const { status, headers, body } = said;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
    return;
  }
  switch (said.connection) {
    case 'silent':
      return;
    case 'ended':
      response.socket?.destroy();
      return;
    case 'cut': {
      const whole = JSON.stringify(usually);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length });
      response.write(whole.slice(0, -2), () => response.socket?.destroy());
    }
  }
}

function usual({ method }: Call, server: Server): Json {
  if (method === 'auth.test') {
    const url = 'https://reading-room.slack.com/';
    return { ok: true, url, team: 'Reading Room', team_id: WORKSPACE, user_id: BOT, bot_id: 'B0000BOT' };
  }
  if (method !== 'apps.connections.open') return { ok: true, ts: '1.1' };
  return { ok: true, url: `ws://127.0.0.1:${addressOf(server).port}/link` };
}

let envelopes = 0;

function connectionOf(socket: WebSocket): Connection {
  return {
    envelope(type, payload, more = {}) {
      const id = `envelope-${++envelopes}`;
      const acknowledged = new Promise<Json>((resolve) => {
        const hear = (data: RawData): void => {
          const said: Json & { readonly envelope_id?: unknown } = JSON.parse(String(data));
          if (said.envelope_id !== id) return;
          socket.off('message', hear);
          resolve(said);
        };
        socket.on('message', hear);
      });
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
          ...more,
        }),
      );
      return acknowledged;
    },
    sayDisconnect: () => socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    drop: () => socket.terminate(),
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
  };
}
