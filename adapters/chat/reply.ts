import type { Logger } from 'pino';
import { faultReference } from '../../src/fault.ts';
import { undelivered } from '../../src/message/present/problem.ts';
import { type CallFailure, isForbidden } from './failure.ts';

/** Where one reply goes, and how to reach the person when it cannot go there. */
export interface ReplyTarget<Payload> {
  send(payload: Payload): Promise<unknown>;
  /** Ways to say plain words in the reply's place, tried in this order until the platform takes one. */
  readonly plainly: readonly ((text: string) => Promise<unknown>)[];
  /** Whether a second reply takes the place of the first: an apology can then never stand beside an answer. */
  readonly replaces: boolean;
  /** Told, in place of an apology, that the desk may not write there. */
  forbidden?(): Promise<unknown>;
}

export interface ReplyContext {
  readonly log: Logger;
  /** What is certain about a call of the target that failed. */
  failureOf(fault: unknown): CallFailure;
  /** What is logged besides: where it was asked. */
  readonly about: object;
}

const mayHaveArrived = (failure: CallFailure): boolean => failure.type === 'in doubt' && !failure.answered;

/**
 * Gives one reply, or one apology in plain words with a reference that is also in the log. Never both: where the
 * first may have arrived, there is no second. Never rejects.
 */
export async function replyOnce<Payload>(
  make: () => Promise<Payload>,
  target: ReplyTarget<Payload>,
  { log, failureOf, about }: ReplyContext,
): Promise<void> {
  const reference = faultReference();
  const record = { ...about, reference };

  const apologise = async (): Promise<void> => {
    for (const say of target.plainly) {
      try {
        await say(undelivered(reference));
        return;
      } catch (fault) {
        log.error({ ...record, err: fault }, 'Nor could a plain reply');
        if (!target.replaces && mayHaveArrived(failureOf(fault))) return;
      }
    }
  };

  let payload: Payload;
  try {
    payload = await make();
  } catch (fault) {
    log.error({ ...record, err: fault }, 'An answer could not be made');
    await apologise();
    return;
  }
  try {
    await target.send(payload);
  } catch (fault) {
    const failure = failureOf(fault);
    if (!target.replaces && mayHaveArrived(failure)) {
      log.error({ ...record, err: fault }, 'It is not known whether an answer was shown; none is sent again');
      return;
    }
    log.error({ ...record, err: fault }, 'An answer could not be shown');
    if (target.forbidden === undefined || !isForbidden(failure)) await apologise();
    else
      await target.forbidden().catch((err) => log.error({ ...record, err }, 'Nor could the person be told'));
  }
}
