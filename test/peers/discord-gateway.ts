import type { WebSocket, WebSocketServer } from 'ws';
import { APPLICATION, BOT, GUILD, guildEvent, type Json, user } from './discord-events.ts';

/** What went over the gateway. */
export interface Packet {
  readonly op: number;
  readonly d: unknown;
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The gateway: HELLO, heartbeats, IDENTIFY to READY, RESUME to what was missed. */
export function gateway(sockets: WebSocketServer, address: () => string) {
  const packets: Packet[] = [];
  const events: { readonly s: number; readonly t: string; readonly d: Json }[] = [];
  let connected: WebSocket | null = null;
  let refused: number | null = null;
  const send = (socket: WebSocket, packet: Json): void => socket.send(JSON.stringify(packet));
  const emit = (t: string, d: Json): void => {
    const event = { s: events.length + 1, t, d };
    events.push(event);
    if (connected !== null) send(connected, { op: 0, ...event });
  };
  sockets.on('connection', (socket) => {
    send(socket, { op: 10, d: { heartbeat_interval: 45_000 }, s: null, t: null });
    socket.on('close', () => {
      if (connected === socket) connected = null;
    });
    socket.on('message', (data) => {
      const packet: unknown = JSON.parse(String(data));
      if (!isJson(packet)) return;
      const { op, d } = packet;
      packets.push({ op: Number(op), d });
      if (op === 1) send(socket, { op: 11, d: null, s: null, t: null });
      if (op === 2 && refused !== null) socket.close(refused);
      else if (op === 2) {
        connected = socket;
        emit('READY', {
          v: 10,
          user: user(BOT, true),
          guilds: [{ id: GUILD, unavailable: true }],
          session_id: 'session',
          resume_gateway_url: address(),
          shard: [0, 1],
          application: { id: APPLICATION, flags: 0 },
        });
        emit('GUILD_CREATE', guildEvent);
      }
      if (op === 6 && isJson(d)) {
        connected = socket;
        for (const event of events.filter(({ s }) => s > Number(d['seq']))) send(socket, { op: 0, ...event });
        emit('RESUMED', {});
      }
    });
  });
  return {
    packets,
    emit,
    refuse: (code: number): void => {
      refused = code;
    },
    drop: (code: number): void => {
      connected?.close(code, 'dropped by the test');
      connected = null;
    },
  };
}
