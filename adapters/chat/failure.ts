import type { FindOutcome } from '../../src/digest/ports/sender.ts';
import type { RefusalReason } from '../../src/digest/records.ts';

/** What is certain about a call to a platform that failed. Durations in milliseconds. */
export type CallFailure =
  /** Certainly not carried out, though it may be another time: the platform did not get it. */
  | { readonly type: 'failed'; readonly detail: string }
  /** Not carried out, and told to wait: this channel `alone`, or the whole platform. */
  | { readonly type: 'limited'; readonly wait: number; readonly alone: boolean }
  /** The platform answered that it will not. */
  | { readonly type: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  /**
   * It may have been carried out. `answered`: the platform says that something broke on its side, so that as a rule
   * nothing was done; otherwise no answer came.
   */
  | { readonly type: 'in doubt'; readonly detail: string; readonly answered: boolean };

/** The platform answered that something broke on its side. */
export const brokenThere = (detail: string): CallFailure => ({ type: 'in doubt', detail, answered: true });

/** Whether the desk may not write there, or does not see the place. */
export const isForbidden = (failure: CallFailure): boolean =>
  failure.type === 'refused' && (failure.reason === 'not-a-member' || failure.reason === 'no-permission');

/** Failures before a connection stands, as Node.js and its fetch name them. */
const UNREACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The code that Node.js, a driver or an SDK gives an error; empty for none. */
export const errorCode = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';

/** Whether a connection was never made, so that nothing was sent over it. */
function isUnreached(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  // An address in IPv4 and IPv6 is tried as both.
  if (fault instanceof AggregateError) return fault.errors.length > 0 && fault.errors.every(isUnreached);
  const call = 'syscall' in fault ? fault.syscall : undefined;
  return (
    call === 'connect' ||
    call === 'getaddrinfo' ||
    UNREACHED.has(errorCode(fault)) ||
    isUnreached(fault.cause)
  );
}

/** The error that began it: fetch itself says no more than that it failed. */
function innermost(fault: Error): Error {
  const inner = fault instanceof AggregateError ? fault.errors[0] : fault.cause;
  return inner instanceof Error ? innermost(inner) : fault;
}

/** A fault in few words, for a line that people read. */
export function faultWords(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const first = innermost(fault);
  return first.message || errorCode(first) || first.name;
}

/**
 * What is certain of a call that no answer came to. Whatever is not known to have happened before a connection stood
 * is in doubt.
 *
 * @param platform as people write it.
 */
export const networkFailure = (platform: string, fault: unknown): CallFailure =>
  isUnreached(fault)
    ? { type: 'failed', detail: `${platform} was not reached: ${faultWords(fault)}` }
    : { type: 'in doubt', detail: `no answer came: ${faultWords(fault)}`, answered: false };

/** Until a channel's history is read again that could not be read, where the platform names no time. Milliseconds. */
const READ_AGAIN = 30_000;

/**
 * What a failed look into a channel's history says of the post that was looked for.
 *
 * @param tokenWait until it is read again with a token that was refused. Milliseconds.
 */
export function findOutcomeOf(failure: CallFailure, tokenWait = READ_AGAIN): FindOutcome {
  switch (failure.type) {
    case 'limited':
      return { type: 'failed', wait: failure.wait, detail: `told to wait for ${failure.wait} ms` };
    case 'refused':
      return failure.reason === 'token'
        ? { type: 'failed', wait: tokenWait, detail: failure.detail }
        : { type: 'unreadable', detail: failure.detail };
    case 'failed':
    case 'in doubt':
      return { type: 'failed', wait: READ_AGAIN, detail: failure.detail };
  }
}
