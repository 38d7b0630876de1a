import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that reached a server of this process. */
export interface Arrival {
  readonly port: number;
  readonly method: string;
  /** Decoded, with its query. */
  readonly path: string;
  /** `performance.now()` when its last byte was read. */
  readonly at: number;
}

export interface Arrivals {
  /** The next that matches, once it has its answer. */
  next(matches: (arrival: Arrival) => boolean): Promise<Arrival>;
  close(): void;
}

interface Waiting {
  readonly matches: (arrival: Arrival) => boolean;
  readonly resolve: (arrival: Arrival) => void;
}

const CHANNEL = 'http.server.request.start';

/** Node.js tells what it passes on this channel: https://nodejs.org/api/diagnostics_channel.html#http */
interface Started {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const isStarted = (told: unknown): told is Started =>
  typeof told === 'object' && told !== null && 'request' in told && 'response' in told;

/**
 * Watches the requests that reach the stand-ins of the platforms, from outside them, so that both sides of a
 * comparison are timed at the same point.
 *
 * @param meet sees every request before its server does.
 */
export function watchArrivals(meet: (request: IncomingMessage) => void = () => undefined): Arrivals {
  const waiting = new Set<Waiting>();
  const onStart = (told: unknown): void => {
    if (!isStarted(told)) return;
    const { request, response } = told;
    meet(request);
    let at = Number.NaN;
    request.once('end', () => {
      at = performance.now();
    });
    response.once('finish', () => {
      const arrival: Arrival = {
        port: request.socket.localPort ?? 0,
        method: request.method ?? '',
        path: decodeURIComponent(request.url ?? ''),
        at,
      };
      for (const each of waiting) {
        if (!each.matches(arrival)) continue;
        waiting.delete(each);
        each.resolve(arrival);
      }
    });
  };
  subscribe(CHANNEL, onStart);
  return {
    next(matches) {
      const { promise, resolve } = Promise.withResolvers<Arrival>();
      waiting.add({ matches, resolve });
      return promise;
    },
    close: () => void unsubscribe(CHANNEL, onStart),
  };
}
