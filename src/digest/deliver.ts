import { moment } from './calendar.ts';
import { finish, nothingToPost, skip, triesOf } from './held.ts';
import { messageOf } from './message.ts';
import type { DeliveryParts } from './parts.ts';
import type { Post, SendOutcome } from './ports/sender.ts';
import type { Occurrence } from './records.ts';
import { noteArrival, noteRefusal } from './refusals.ts';
import { LATE, LOOKED_BACK, untilNextTry, untilReachable } from './timing.ts';

/** For how long the platform asked to be left alone, in milliseconds; 0 where it did not. */
export type Rest = number;

/** How a message is posted, or looked for. */
export function postOf(
  { platform, workspace, channel, key, due, steps }: Occurrence,
  message: unknown,
): Post<unknown> {
  const first = steps.find(({ step }) => step === 'claimed')?.at ?? due;
  return { platform, workspace, channel, key, message, since: first - LOOKED_BACK };
}

const isTooLate = ({ due }: Occurrence, { clock, timing }: DeliveryParts): boolean =>
  clock.now() - due > timing.grace;

/** Too late to be posted. What the platform refused before that keeps the platform's reason. */
function giveUp(held: Occurrence, parts: DeliveryParts): Promise<boolean> {
  const refused = held.steps.findLast(({ step }) => step === 'refused');
  if (refused === undefined) return skip(held, 'missed', parts);
  const { step, detail } = refused;
  return finish(
    held,
    { ...nothingToPost, state: 'refused' },
    { step, ...(detail === undefined ? {} : { detail }) },
    parts,
  );
}

/** Writes down that a post is in its channel. @param at when it came there. */
export async function recordSent(
  held: Occurrence,
  { id, link, at }: { readonly id: string; readonly link: string | null; readonly at: number },
  step: 'sent' | 'found',
  parts: DeliveryParts,
): Promise<void> {
  const change = { ...nothingToPost, state: 'sent', sentAt: at, remoteId: id, link, reason: null } as const;
  await finish(held, change, { step, detail: id }, parts);
  await noteArrival(held, parts);
}

/** Writes down what came of a send. */
async function record(held: Occurrence, outcome: SendOutcome, parts: DeliveryParts): Promise<Rest> {
  const { clock, timing } = parts;
  const now = clock.now();
  switch (outcome.type) {
    case 'sent':
      await recordSent(held, { ...outcome, at: now }, 'sent', parts);
      return 0;
    case 'limited':
      await finish(
        held,
        { state: 'pending', notBefore: now + outcome.wait },
        { step: 'limited', detail: `asked to wait for ${Math.ceil(outcome.wait / 1000)} s` },
        parts,
      );
      return outcome.alone ? 0 : outcome.wait;
    case 'failed':
      await finish(
        held,
        { state: 'pending', notBefore: now + untilReachable(triesOf(held)) },
        { step: 'failed', detail: outcome.detail },
        parts,
      );
      return 0;
    case 'refused': {
      const { reason, detail } = outcome;
      const again = now + untilNextTry(triesOf(held));
      const paused = await noteRefusal(held, parts);
      const last = paused || again - held.due > timing.grace;
      const change = { state: 'refused', reason, notBefore: again, ...(last ? nothingToPost : {}) } as const;
      await finish(held, change, { step: 'refused', detail }, parts);
      return 0;
    }
    case 'in doubt':
      // It stays in `sending`: `settle` finds out.
      await finish(held, {}, { step: 'in doubt', detail: outcome.detail }, parts);
      return 0;
  }
}

/**
 * The one send of a claim. A claim that has grown old is given back unsent: the process was halted, and another may
 * already be looking whether the post arrived.
 *
 * @param held an occurrence that this process has claimed.
 */
export async function deliver(held: Occurrence, parts: DeliveryParts): Promise<Rest> {
  const { store, sender, wording, clock, timing } = parts;
  const subscription = await store.subscription(held);
  // Switching off cancels what waits; what was being sent then, and did not arrive, is found out here.
  if (subscription === null || !subscription.on) {
    await skip(held, 'off', parts);
    return 0;
  }
  if (isTooLate(held, parts)) {
    await giveUp(held, parts);
    return 0;
  }
  const ready = await messageOf(held, subscription, parts);
  if (ready === null) return 0;
  const now = clock.now();
  if (now - (held.sendingSince ?? 0) > timing.timeout) {
    await finish(held, { state: 'pending' }, { step: 'failed', detail: 'halted before the send' }, parts);
    return 0;
  }
  const isLate = now - held.due > LATE;
  const message = isLate ? wording.late(ready.message, moment(held.due, held.zone)) : ready.message;
  const post = postOf(held, message);
  const outcome = await withDeadline(parts, (signal) => sender.send(post, signal));
  return record(ready.held, outcome, parts);
}

/** Ends a call to a platform after the timeout, by the digest's own clock. */
export async function withDeadline<T>(
  { clock, timing }: DeliveryParts,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const answered = new AbortController();
  void clock
    .wait(timing.timeout, answered.signal)
    .then(() => deadline.abort(new DOMException('timed out', 'TimeoutError')));
  try {
    return await call(deadline.signal);
  } finally {
    answered.abort();
  }
}
