import { setTimeout as after } from 'node:timers/promises';
import { type Logger as BoltLogger, type LogLevel, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { slackFailure, TOO_MANY_REQUESTS } from './failure.ts';

/** Bolt's log in the desk's. What Bolt calls debugging holds whole payloads: it is kept for `trace`. */
export function boltLog(log: Logger): BoltLogger {
  const said = (parts: readonly unknown[]): string => parts.map(String).join(' ');
  // Bolt asks for a level before it composes what it would log.
  let level = (log.isLevelEnabled('trace') ? 'debug' : 'info') as LogLevel;
  return {
    debug: (...parts) => log.trace(said(parts)),
    info: (...parts) => log.debug(said(parts)),
    warn: (...parts) => log.warn(said(parts)),
    error: (...parts) => log.error(said(parts)),
    setLevel: (wanted) => {
      level = wanted;
    },
    getLevel: () => level,
    setName: () => undefined,
  };
}

/** Longer than Slack takes, shorter than a person waits. Milliseconds. */
const TIMEOUT = 10_000;

/**
 * Calls that end, and that are never repeated unseen: left to itself, the client repeats a post whose answer
 * was lost, ten times within half an hour. What may be repeated is repeated by `once`.
 *
 * @param apiUrl takes the place of https://slack.com/api/.
 */
export const webClientOptions = (log: Logger, apiUrl: string | null): webApi.WebClientOptions => ({
  ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  logger: boltLog(log),
  timeout: TIMEOUT,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  // `respond` uses this fetch as well, and brings no time limit of its own.
  fetch: async (url, init) =>
    withWait(await fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT) })),
});

/** Seconds. */
const USUAL_RETRY_AFTER = '30';

/** The client knows "too many requests" only by a number of seconds to wait, which what stands between may leave out. */
function withWait(response: Response): Response {
  const { status, statusText, body } = response;
  if (status !== TOO_MANY_REQUESTS || /^\d/.test(response.headers.get('retry-after') ?? '')) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', USUAL_RETRY_AFTER);
  return new Response(body, { status, statusText, headers });
}

/** A client whose calls end with a signal at the latest. */
export type ClientUntil = (signal: AbortSignal) => webApi.WebClient;

/**
 * The SDK takes no signal with a call, and starts a call that waited in its queue in the context of another: so
 * each signal has a client of its own. That costs a tenth of a millisecond and no connection.
 */
export function clientUntil(token: string, options: webApi.WebClientOptions): ClientUntil {
  const fetched = options.fetch ?? fetch;
  return (signal) =>
    new webApi.WebClient(token, {
      ...options,
      fetch: (url, init) => fetched(url, { ...init, signal: eitherOf(signal, init?.signal) }),
    });
}

const eitherOf = (signal: AbortSignal, other: AbortSignal | null | undefined): AbortSignal =>
  other == null ? signal : AbortSignal.any([signal, other]);

/** Attempts, the first included. */
const ATTEMPTS = 3;
/** Where Slack was not reached. Milliseconds. */
const UNREACHED_WAIT = 1000;
/** A person has gone on to something else by then. Milliseconds. */
const LONGEST_WAIT = 30_000;

/** Milliseconds until the call may be made again; null where Slack may have done something, or never will. */
function repeatAfter(fault: unknown): number | null {
  const failure = slackFailure(fault);
  if (failure.type === 'failed') return UNREACHED_WAIT;
  return failure.type === 'limited' && failure.wait <= LONGEST_WAIT ? failure.wait : null;
}

/** Makes a call that must not be carried out twice: it is repeated only where Slack certainly did nothing. */
export async function once<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (fault) {
      const wait = attempt === ATTEMPTS ? null : repeatAfter(fault);
      if (wait === null) throw fault;
      await after(wait);
    }
  }
}
