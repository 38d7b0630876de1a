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
  | { readonly type: 'repeatable'; readonly wait: number }
  /** Slack answered that it will not do it. */
  | { readonly type: 'refused' }
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

const TOO_MANY_REQUESTS = 429;

export function outcomeOf(fault: unknown): Outcome {
  if (fault instanceof webApi.WebAPIRateLimitedError)
    return { type: 'repeatable', wait: fault.retryAfter * 1000 };
  if (fault instanceof RespondError) {
    return fault.statusCode === TOO_MANY_REQUESTS ? { type: 'repeatable', wait: 1000 } : { type: 'refused' };
  }
  const failed = fault instanceof webApi.WebAPIRequestError ? fault.original : fault;
  if (!isTransport(failed)) return { type: 'refused' };
  return causes(failed).some((each) => UNREACHED.has(codeOf(each)))
    ? { type: 'repeatable', wait: 1000 }
    : { type: 'unknown' };
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
