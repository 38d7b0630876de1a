import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { z } from 'zod';
import type { RefusalReason } from '../../src/digest/records.ts';
import { brokenThere, type CallFailure, networkFailure } from '../chat/failure.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const DiscordCode = {
  unknownChannel: 10_003,
  /** "The write action you are performing on the channel has hit the write rate limit". */
  writeLimit: 20_028,
  unauthorized: 40_001,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  missingPermissions: 50_013,
  threadArchived: 50_083,
  noHistory: 160_002,
  threadLocked: 160_005,
} as const;

const REASONS: ReadonlyMap<unknown, RefusalReason> = new Map<unknown, RefusalReason>([
  [DiscordCode.unknownChannel, 'gone'],
  [DiscordCode.unauthorized, 'token'],
  [DiscordCode.missingAccess, 'not-a-member'],
  [DiscordCode.missingPermissions, 'no-permission'],
  [DiscordCode.threadArchived, 'archived'],
  [DiscordCode.threadLocked, 'archived'],
]);

export const UNAUTHORIZED = 401;
/** The server gave up waiting for the request, which says nothing of what it did with it. */
const REQUEST_TIMEOUT = 408;

/** Where Discord names no time. Milliseconds. */
const USUAL_WAIT = 1000;
const WRITE_LIMIT_WAIT = 60_000;

const waitOf = ({ retryAfter }: RateLimitError): number =>
  Number.isFinite(retryAfter) && retryAfter > 0 ? Math.ceil(retryAfter) : USUAL_WAIT;

/** Discord's number for why it did not do what was asked; null for any other failure. */
export const discordCode = (fault: unknown): number | null =>
  fault instanceof DiscordAPIError && typeof fault.code === 'number' ? fault.code : null;

function answered(fault: DiscordAPIError): CallFailure {
  const detail = `Discord answered ${fault.code ?? fault.status}: ${fault.message}`;
  if (fault.code === DiscordCode.writeLimit) return { type: 'limited', wait: WRITE_LIMIT_WAIT, alone: true };
  if (fault.status === REQUEST_TIMEOUT) return brokenThere(detail);
  const reason = fault.status === UNAUTHORIZED ? 'token' : (REASONS.get(fault.code) ?? 'refused');
  return { type: 'refused', reason, detail };
}

/** What is certain about a call to Discord that failed. */
export function discordFailure(fault: unknown): CallFailure {
  // What is not global is of one route in one channel: https://docs.discord.com/developers/topics/rate-limits.
  if (fault instanceof RateLimitError) return { type: 'limited', wait: waitOf(fault), alone: !fault.global };
  if (fault instanceof DiscordAPIError) return answered(fault);
  if (fault instanceof HTTPError) return brokenThere(`Discord answered ${fault.status}`);
  if (fault instanceof z.ZodError) return brokenThere('Discord answered something unexpected');
  return networkFailure('Discord', fault);
}
