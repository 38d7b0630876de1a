import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLog } from './bolt-log.ts';

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

const TOO_MANY_REQUESTS = 429;
/** Seconds. */
const USUAL_WAIT = '30';

/** The client knows "too many requests" only by a number of seconds to wait, which what stands between may leave out. */
function withWait(response: Response): Response {
  const { status, statusText, body } = response;
  if (status !== TOO_MANY_REQUESTS || /^\d/.test(response.headers.get('retry-after') ?? '')) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', USUAL_WAIT);
  return new Response(body, { status, statusText, headers });
}
