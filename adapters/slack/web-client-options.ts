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
  fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT) }),
});
