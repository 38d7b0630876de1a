import { DiscordAPIError } from 'discord.js';
import type { Logger } from 'pino';
import { undelivered } from '../../src/message/present/problem.ts';
import type { DiscordPayload } from './wire.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const Refusal = {
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  missingPermissions: 50_013,
  noHistory: 160_002,
} as const;

export const refusalOf = (fault: unknown): number | null =>
  fault instanceof DiscordAPIError && typeof fault.code === 'number' ? fault.code : null;

/** Whether the desk may not write there, or does not see the place. */
export const isNoAccess = (fault: unknown): boolean => {
  const code = refusalOf(fault);
  return code === Refusal.missingAccess || code === Refusal.missingPermissions;
};

/** An event's id, short enough to read to whoever has the log. */
export const referenceOf = (id: string): string => BigInt(id).toString(36);

/** How one answer reaches the person who asked. */
export interface Way {
  readonly reference: string;
  send(payload: DiscordPayload): Promise<unknown>;
  /** In the answer's place: what went wrong, in plain words. */
  sendPlain(text: string): Promise<unknown>;
  /** Told, in place of `sendPlain`, that the desk may not write where the answer belongs. */
  refused?(fault: unknown): Promise<unknown>;
}

/** Sends one answer, a text as it is, or, where that fails, one plain line with a reference that is also in the log. */
export async function deliver(
  make: () => Promise<DiscordPayload | string>,
  way: Way,
  log: Logger,
): Promise<void> {
  const { reference } = way;
  try {
    const made = await make();
    await (typeof made === 'string' ? way.sendPlain(made) : way.send(made));
  } catch (fault) {
    log.error({ err: fault, reference }, 'an answer could not be shown');
    try {
      if (way.refused !== undefined && isNoAccess(fault)) await way.refused(fault);
      else await way.sendPlain(undelivered(reference));
    } catch (second) {
      log.error({ err: second, reference }, 'nor could the person be told');
    }
  }
}
