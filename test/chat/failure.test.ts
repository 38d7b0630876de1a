import { describe, expect, it } from 'vitest';
import { findOutcomeOf, networkFailure } from '../../adapters/chat/failure.ts';
import { platformUnreachable, StartError } from '../../adapters/chat/start-error.ts';
import type { Platform } from '../../src/digest/platform.ts';
import { faultLine, isStartFault } from '../../src/fault.ts';

const error = (message: string, more: object = {}, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), more);
const fetchFailed = (cause: unknown): Error => new TypeError('fetch failed', { cause });
const refusedAt = (address: string): Error =>
  error(`connect ECONNREFUSED ${address}`, { code: 'ECONNREFUSED', syscall: 'connect' });
const timedOut = error('', { code: 'ETIMEDOUT', syscall: 'connect' });

describe('what is certain of a call that no answer came to', () => {
  it.each<[string, unknown, string]>([
    ['a refused connection', fetchFailed(refusedAt('127.0.0.1:1')), 'connect ECONNREFUSED 127.0.0.1:1'],
    [
      'an unknown host',
      fetchFailed(error('getaddrinfo ENOTFOUND x', { syscall: 'getaddrinfo' })),
      'getaddrinfo ENOTFOUND x',
    ],
    ['a code alone', fetchFailed(error('', { code: 'ENETUNREACH' })), 'ENETUNREACH'],
    ['a connection too slow to stand', error('late', { code: 'UND_ERR_CONNECT_TIMEOUT' }), 'late'],
    [
      'neither address of a host',
      fetchFailed(new AggregateError([timedOut, refusedAt('127.0.0.1:1')])),
      'ETIMEDOUT',
    ],
  ])('nothing was sent: %s', (_, fault, why) => {
    expect(networkFailure('Chat', fault)).toEqual({
      type: 'failed',
      detail: `Chat was not reached: ${why}`,
    });
  });

  it.each<[string, unknown, string]>([
    [
      'a connection that breaks',
      fetchFailed(error('other side closed', { code: 'ECONNRESET' })),
      'other side closed',
    ],
    ['a time-out', new DOMException('The operation timed out', 'TimeoutError'), 'The operation timed out'],
    ['a time-out of a standing connection', error('late', { code: 'ETIMEDOUT', syscall: 'read' }), 'late'],
    [
      'one address reached, the other not',
      new AggregateError([refusedAt('[::1]:1'), error('other side closed')]),
      'connect ECONNREFUSED [::1]:1',
    ],
    ['no address at all', new AggregateError([], 'nothing tried'), 'nothing tried'],
    ['no error', 'just words', 'just words'],
  ])('it may have been done: %s', (_, fault, why) => {
    expect(networkFailure('Chat', fault)).toEqual({
      type: 'in doubt',
      detail: `no answer came: ${why}`,
      answered: false,
    });
  });
});

describe('a failed look into a channel’s history', () => {
  const refused = { type: 'refused', reason: 'no-permission', detail: 'hidden' } as const;

  it('is made again after as long as the platform says, or half a minute', () => {
    const limited = findOutcomeOf({ type: 'limited', wait: 9000, alone: true });
    expect(limited).toMatchObject({ type: 'failed', wait: 9000 });
    const later = { type: 'failed', wait: 30_000, detail: 'why' };
    expect(findOutcomeOf({ type: 'failed', detail: 'why' })).toEqual(later);
    expect(findOutcomeOf({ type: 'in doubt', detail: 'why', answered: true })).toEqual(later);
  });

  it('says that the history cannot be read, unless another token could', () => {
    expect(findOutcomeOf(refused)).toEqual({ type: 'unreadable', detail: 'hidden' });
    const token = { ...refused, reason: 'token' } as const;
    expect(findOutcomeOf(token)).toEqual({ type: 'failed', wait: 30_000, detail: 'hidden' });
    expect(findOutcomeOf(token, 600_000)).toMatchObject({ wait: 600_000 });
  });
});

describe('a platform that cannot be reached at the start', () => {
  const platform: Platform = { id: 'chat', name: 'Chat', posting: null };

  it('is told in one line with the innermost reason and a remedy', () => {
    const fault = platformUnreachable(platform, fetchFailed(refusedAt('127.0.0.1:1')));
    expect(fault).toBeInstanceOf(StartError);
    expect(isStartFault(fault) && faultLine(fault)).toBe(
      'Chat could not be reached (connect ECONNREFUSED 127.0.0.1:1). Check the network connection, a proxy included, and start again.',
    );
    expect(fault.message).toBe(faultLine(fault));
    expect(fault.cause).toMatchObject({ message: 'fetch failed' });
  });
});
