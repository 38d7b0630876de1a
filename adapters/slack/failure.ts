import { RespondError, webApi } from '@slack/bolt';
import type { RefusalReason } from '../../src/digest/records.ts';
import { brokenThere, type CallFailure, networkFailure } from '../chat/failure.ts';

/** Slack's word on a `response_url` that it did not carry out, in the body of a response with status 200. */
export class ResponseRefusedError extends Error {
  override readonly name = 'ResponseRefusedError';
  readonly reason: string;

  constructor(reason: string) {
    super(`Slack refused what was sent to a response_url: ${reason}`);
    this.reason = reason;
  }
}

/**
 * What people can do something about, by Slack's own words for not taking a post:
 * https://docs.slack.dev/reference/methods/chat.postMessage, "Errors".
 */
export const slackRefusals: Readonly<Record<string, RefusalReason>> = {
  not_in_channel: 'not-a-member',
  is_archived: 'archived',
  /** Also for a private channel that the desk was removed from: Slack does not tell the two apart. */
  channel_not_found: 'gone',
  restricted_action: 'no-permission',
  restricted_action_read_only_channel: 'no-permission',
  restricted_action_thread_only_channel: 'no-permission',
  restricted_action_non_threadable_channel: 'no-permission',
  posting_to_general_channel_denied: 'no-permission',
  user_is_restricted: 'no-permission',
  missing_scope: 'no-permission',
  no_permission: 'no-permission',
  not_allowed_token_type: 'no-permission',
  access_denied: 'no-permission',
  ekm_access_denied: 'no-permission',
  enterprise_is_restricted: 'no-permission',
  team_access_not_granted: 'no-permission',
  messages_tab_disabled: 'no-permission',
  not_authed: 'token',
  invalid_auth: 'token',
  account_inactive: 'token',
  token_revoked: 'token',
  token_expired: 'token',
};

function reasonOf(code: string): RefusalReason {
  const known = Object.hasOwn(slackRefusals, code) ? slackRefusals[code] : undefined;
  if (known !== undefined) return known;
  return code.startsWith('restricted_action') ? 'no-permission' : 'refused';
}

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
/** The same of a `response_url`, which has limits of its own. Milliseconds. */
const RESPONSE_WAIT = 1000;

export const TOO_MANY_REQUESTS = 429;

/** A limit of one workspace's: https://docs.slack.dev/apis/web-api/rate-limits. */
const limited = (wait: number): CallFailure => ({ type: 'limited', wait, alone: false });
const refused = (detail: string): CallFailure => ({ type: 'refused', reason: 'refused', detail });

function status(code: number): CallFailure {
  return code >= 500 ? brokenThere(`HTTP ${code}`) : refused(`HTTP ${code}`);
}

/** The word of Slack's for why it did not do what was asked; null for any other failure. */
export const slackCode = (fault: unknown): string | null =>
  fault instanceof webApi.WebAPIPlatformError ? fault.data.error : null;

function answered({ data }: webApi.WebAPIPlatformError): CallFailure {
  const code: unknown = data.error;
  // The client puts a body that is no JSON, cut off or a proxy's page, in the place of the code.
  if (typeof code !== 'string' || !/^[a-z0-9_]+$/.test(code))
    return brokenThere('an answer that is not Slack’s');
  if (BROKEN.has(code)) return brokenThere(code);
  if (LIMITED.has(code)) return limited(LIMITED_WAIT);
  if (code === TRUNCATED) return { type: 'failed', detail: code };
  const needed: unknown = 'needed' in data ? data.needed : undefined;
  const detail = typeof needed === 'string' && needed !== '' ? `${code}: ${needed}` : code;
  return { type: 'refused', reason: reasonOf(code), detail };
}

/** What is certain about a call to Slack that failed, made without retries. */
export function slackFailure(fault: unknown): CallFailure {
  if (fault instanceof webApi.WebAPIRateLimitedError) return limited(fault.retryAfter * 1000);
  if (fault instanceof webApi.WebAPIPlatformError) return answered(fault);
  if (fault instanceof webApi.WebAPIHTTPError) return status(fault.statusCode);
  if (fault instanceof ResponseRefusedError) return refused(fault.reason);
  if (fault instanceof RespondError) {
    return fault.statusCode === TOO_MANY_REQUESTS ? limited(RESPONSE_WAIT) : status(fault.statusCode);
  }
  return networkFailure('Slack', fault instanceof webApi.WebAPIRequestError ? fault.original : fault);
}
