import { deliver, postOf, type Rest, recordSent, withDeadline } from './deliver.ts';
import { finish, nothingToPost, triesOf } from './held.ts';
import { messageToFind } from './message.ts';
import type { DeliveryParts } from './parts.ts';
import type { FindOutcome } from './ports/sender.ts';
import type { Occurrence } from './records.ts';
import { LONGEST_DOUBT, MOST_LOOKS, settlingTime, untilReachable } from './timing.ts';

/** Occurrences claimed at this instant or before are in doubt: their send is over, and nothing of it is on its way. */
export const doubtedBefore = ({ clock, timing }: DeliveryParts): number => clock.now() - settlingTime(timing);

async function look(held: Occurrence, parts: DeliveryParts): Promise<FindOutcome> {
  const message = messageToFind(held, parts);
  if (message === null) return { type: 'unreadable', detail: 'nothing is left to know the post by' };
  const post = postOf(held, message);
  return withDeadline(parts, (signal) => parts.sender.find(post, signal));
}

/**
 * Finds out whether a claimed post arrived, by its key in the channel's history, and sends it again where it
 * certainly did not.
 *
 * @param held a doubtful occurrence that this process has claimed anew.
 */
export async function settle(held: Occurrence, parts: DeliveryParts): Promise<Rest> {
  const found = await look(held, parts);
  const unknown = { ...nothingToPost, state: 'unknown', reason: null } as const;
  switch (found.type) {
    case 'found':
      await recordSent(held, found, 'found', parts);
      return 0;
    case 'absent':
      return (await finish(held, {}, { step: 'not found' }, parts)) ? deliver(held, parts) : 0;
    case 'unreadable':
      await finish(held, unknown, { step: 'unknown', detail: found.detail }, parts);
      return 0;
    case 'failed': {
      const { wait, detail } = found;
      const looks = triesOf(held);
      const now = parts.clock.now();
      if (looks > MOST_LOOKS && now - held.due > LONGEST_DOUBT) {
        await finish(held, unknown, { step: 'unknown', detail }, parts);
      } else {
        const notBefore = now + Math.max(wait, untilReachable(looks));
        await finish(held, { notBefore }, { step: 'failed', detail }, parts);
      }
      return 0;
    }
  }
}
