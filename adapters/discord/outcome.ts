import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { z } from 'zod';
import type { SendOutcome } from '../../src/digest/ports/sender.ts';
import type { RefusalReason } from '../../src/digest/records.ts';

/** What is certain about a call that did not succeed. */
export type Failure = Exclude<SendOutcome, { type: 'sent' }>;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REASONS: ReadonlyMap<unknown, RefusalReason> = new Map<unknown, RefusalReason>([
  [10_003, 'gone'],
  [40_001, 'token'],
  [50_001, 'not-a-member'],
  [50_013, 'no-permission'],
  [50_083, 'archived'],
  [160_005, 'archived'],
]);

/** "The write action you are performing on the channel has hit the write rate limit". */
const WRITE_LIMIT = 20_028;

const UNAUTHORIZED = 401;
/** The server gave up waiting for the request, which says nothing of what it did with it. */
const REQUEST_TIMEOUT = 408;

/** Where Discord names no time, in milliseconds. */
const USUAL_WAIT = 1000;
const WRITE_LIMIT_WAIT = 60_000;

const waitOf = ({ retryAfter }: RateLimitError): number =>
  Number.isFinite(retryAfter) && retryAfter > 0 ? Math.ceil(retryAfter) : USUAL_WAIT;

/** Whether a connection was never made, so that nothing was sent over it. */
function isUnreached(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  // An address in IPv4 and IPv6 is tried as both.
  if (fault instanceof AggregateError) return fault.errors.length > 0 && fault.errors.every(isUnreached);
  const syscall = 'syscall' in fault ? fault.syscall : undefined;
  const code = 'code' in fault ? fault.code : undefined;
  if (syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT') return true;
  return fault.cause !== undefined && isUnreached(fault.cause);
}

function refused(fault: DiscordAPIError): Failure {
  const detail = `Discord answered ${fault.code ?? fault.status}: ${fault.message}`;
  if (fault.code === WRITE_LIMIT) return { type: 'limited', wait: WRITE_LIMIT_WAIT, alone: true };
  if (fault.status === REQUEST_TIMEOUT) return { type: 'in doubt', detail };
  const reason = fault.status === UNAUTHORIZED ? 'token' : (REASONS.get(fault.code) ?? 'refused');
  return { type: 'refused', reason, detail };
}

/** What a fault of a single call, made without retries, says about what was done. */
export function failureOf(fault: unknown): Failure {
  // What is not global is of one route in one channel: https://docs.discord.com/developers/topics/rate-limits.
  if (fault instanceof RateLimitError) return { type: 'limited', wait: waitOf(fault), alone: !fault.global };
  if (fault instanceof DiscordAPIError) return refused(fault);
  if (fault instanceof HTTPError) return { type: 'in doubt', detail: `Discord answered ${fault.status}` };
  if (fault instanceof z.ZodError)
    return { type: 'in doubt', detail: 'Discord answered something unexpected' };
  const detail = fault instanceof Error ? fault.message || fault.name : String(fault);
  return isUnreached(fault)
    ? { type: 'failed', detail: `Discord was not reached: ${detail}` }
    : { type: 'in doubt', detail: `no answer came: ${detail}` };
}
