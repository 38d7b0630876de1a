import { RespondError, webApi } from '@slack/bolt';

/** Slack's word on a `response_url` that it did not carry out, in the body of a response with status 200. */
export class ResponseRefusedError extends Error {
  override readonly name = 'ResponseRefusedError';
  readonly reason: string;

  constructor(reason: string) {
    super(`Slack refused what was sent to a response_url: ${reason}`);
    this.reason = reason;
  }
}

/** What is certain about a call that failed. */
export type Outcome =
  /** Slack did nothing, and would on a repetition. Milliseconds to wait before it. */
  | { readonly type: 'repeatable'; readonly wait: number; readonly because: 'limited' | 'unreached' }
  /** Slack answered that it will not do it. @param code Slack's own word; null where it has none. */
  | { readonly type: 'refused'; readonly code: string | null }
  /** Slack answered that something broke on its side: as a rule nothing was done, yet it may have been. */
  | { readonly type: 'broken' }
  /** The connection broke or timed out: it may have been done. */
  | { readonly type: 'unknown' };

/** Failures before a connection stands, as Node.js and its fetch name them. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Of the first two Slack says: "It's possible some aspect of the operation succeeded before the error was raised"
 * (https://docs.slack.dev/reference/methods/chat.postMessage); of the third, nothing.
 */
const BROKEN = new Set(['fatal_error', 'internal_error', 'service_unavailable']);

/** Slack did not get the whole request: "the POST data was either missing or truncated". */
const TRUNCATED = 'request_timeout';

const LIMITED = new Set(['ratelimited', 'rate_limited']);

/** Where Slack says that there were too many calls, and not when there may be more. Milliseconds. */
const LIMITED_WAIT = 30_000;
const UNREACHED_WAIT = 1000;

const TOO_MANY_REQUESTS = 429;

const limited = (wait: number): Outcome => ({ type: 'repeatable', wait, because: 'limited' });
const unreached: Outcome = { type: 'repeatable', wait: UNREACHED_WAIT, because: 'unreached' };

export function outcomeOf(fault: unknown): Outcome {
  if (fault instanceof webApi.WebAPIRateLimitedError) return limited(fault.retryAfter * 1000);
  if (fault instanceof webApi.WebAPIPlatformError) return answered(fault.data.error);
  if (fault instanceof webApi.WebAPIHTTPError) return status(fault.statusCode);
  if (fault instanceof RespondError) {
    return fault.statusCode === TOO_MANY_REQUESTS ? limited(1000) : status(fault.statusCode);
  }
  const failed = fault instanceof webApi.WebAPIRequestError ? fault.original : fault;
  if (!isTransport(failed)) return { type: 'refused', code: null };
  return causes(failed).some((each) => UNREACHED.has(codeOf(each))) ? unreached : { type: 'unknown' };
}

const status = (code: number): Outcome =>
  code >= 500 ? { type: 'broken' } : { type: 'refused', code: null };

function answered(code: unknown): Outcome {
  // The client puts a body that is no JSON, cut off or a proxy's page, in the place of the code.
  if (typeof code !== 'string' || !/^[a-z0-9_]+$/.test(code) || BROKEN.has(code)) return { type: 'broken' };
  if (LIMITED.has(code)) return limited(LIMITED_WAIT);
  return code === TRUNCATED ? unreached : { type: 'refused', code };
}

/** fetch rejects with a TypeError whose cause says more, or with the reason of its signal. */
const isTransport = (fault: unknown): boolean =>
  fault instanceof Error &&
  (fault.name === 'TimeoutError' || fault.name === 'AbortError' || isFetchFailure(fault));

const isFetchFailure = (fault: Error): boolean => fault instanceof TypeError && fault.cause instanceof Error;

function causes(fault: unknown): readonly unknown[] {
  if (!(fault instanceof Error)) return [];
  const inner = fault instanceof AggregateError ? fault.errors : [];
  return [fault, ...inner, ...causes(fault.cause)];
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';

/** A failure in few words, for a record that people read: Slack's own code first, where there is one. */
export function saidBy(fault: unknown): string {
  if (fault instanceof webApi.WebAPIPlatformError) {
    const { error } = fault.data;
    if (answered(error).type === 'broken' && !BROKEN.has(error)) return 'an answer that is not Slack’s';
    const needed: unknown = 'needed' in fault.data ? fault.data.needed : undefined;
    return typeof needed === 'string' && needed !== '' ? `${error}: ${needed}` : error;
  }
  if (fault instanceof webApi.WebAPIHTTPError) return `HTTP ${fault.statusCode}`;
  const failed = fault instanceof webApi.WebAPIRequestError ? fault.original : fault;
  if (!(failed instanceof Error)) return String(failed);
  const code = causes(failed)
    .map(codeOf)
    .find((each) => each !== '');
  return code === undefined ? failed.message : `${failed.message} (${code})`;
}
