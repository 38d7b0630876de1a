import { setTimeout as after } from 'node:timers/promises';
import { SocketModeReceiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLog, webClientOptions } from './client.ts';

/** Milliseconds. */
const HELLO_WITHIN = 20_000;
const FIRST_PAUSE = 500;
const LONGEST_RECONNECT_PAUSE = 30_000;
const CLOSE_WITHIN = 2000;
const LASTING = 10_000;

export interface SocketMode {
  readonly receiver: SocketModeReceiver;
  /** Resolves when Slack has said hello. @throws what Slack, or the connection, said instead. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A Socket Mode connection that is made again for as long as it is wanted. The SDK's own way of reconnecting
 * leaves a rejection unhandled when Slack refuses the token or the network is away, which ends the process.
 */
export function socketMode(appToken: string, apiUrl: string | null, log: Logger): SocketMode {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: webClientOptions(log, apiUrl) },
  });
  const { client } = receiver;
  const stopping = new AbortController();
  let reconnecting = false;
  let lost = false;
  /** Milliseconds before the next attempt. */
  let pause = 0;
  let connectedAt = 0;

  async function connect(): Promise<void> {
    const hello = client.start();
    const deadline = new AbortController();
    const late = after(HELLO_WITHIN, undefined, { signal: deadline.signal, ref: false }).then(() => {
      throw new Error(`Slack did not say hello within ${HELLO_WITHIN / 1000} seconds`);
    });
    try {
      await Promise.race([hello, late]);
      connectedAt = performance.now();
    } catch (fault) {
      client.websocket?.disconnect();
      throw fault;
    } finally {
      deadline.abort();
      late.catch(() => 'The deadline has passed or was called off: either way its news is old.');
    }
  }

  /** Until a connection stands. Its loss is noted rather than awaited: it can come with the hello itself. */
  async function reconnect(): Promise<void> {
    if (reconnecting) return;
    reconnecting = true;
    while (lost && !stopping.signal.aborted) {
      try {
        await after(pause, undefined, { signal: stopping.signal });
        lost = false;
        await connect();
        log.info('Connected to Slack again');
      } catch (err) {
        if (stopping.signal.aborted) break;
        lost = true;
        pause = longer(pause);
        log.warn({ err, pause }, 'Slack cannot be reached; trying again');
        if (err instanceof webApi.WebAPIRateLimitedError) await rest(err.retryAfter * 1000);
      }
    }
    reconnecting = false;
  }

  const rest = (milliseconds: number): Promise<unknown> =>
    Promise.race([after(milliseconds, undefined, { ref: false }), aborted(stopping.signal)]);

  return {
    receiver,
    async start() {
      await connect();
      client.on('disconnected', () => {
        lost = true;
        // A connection that never lasts must not be asked for without end.
        if (!reconnecting) pause = performance.now() - connectedAt > LASTING ? 0 : longer(pause);
        if (!stopping.signal.aborted) void reconnect();
      });
    },
    async stop() {
      stopping.abort();
      const closed = client.disconnect();
      await Promise.race([closed, after(CLOSE_WITHIN, undefined, { ref: false })]);
      // A second time ends a connection whose other side does not answer the closing handshake.
      if (client.websocket?.isActive() === true) await client.disconnect();
    },
  };
}

const longer = (pause: number): number => Math.min(LONGEST_RECONNECT_PAUSE, Math.max(FIRST_PAUSE, pause * 2));

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
