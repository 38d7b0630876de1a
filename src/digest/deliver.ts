import { markedLate } from '../message/present/digest/post.ts';
import type { Message } from '../message/types.ts';
import { moment } from './calendar.ts';
import type { DeliveryParts } from './parts.ts';
import type { Occurrence, Step } from './records.ts';
import { noteArrival, noteRefusal } from './refusals.ts';
import type { Post, SendOutcome } from './sender.types.ts';
import type { OccurrenceChange } from './store.ts';
import {
  LATE,
  LONGEST_DOUBT,
  LOOKED_BACK,
  MOST_LOOKS,
  settlingTime,
  untilNextTry,
  untilReachable,
} from './timing.ts';

/** For how long the platform asked to be left alone, in milliseconds; 0 where it did not. */
export type Rest = number;

const over = { message: null } as const;

const triesOf = ({ steps }: Occurrence): number => steps.filter(({ step }) => step === 'claimed').length;

/** How a message that was kept as JSON is posted: late ones say so. */
function postOf(occurrence: Occurrence, stored: string, now: number): Post {
  const { platform, workspace, channel, key, due, zone, steps } = occurrence;
  const message: Message = JSON.parse(stored);
  return {
    platform,
    workspace,
    channel,
    key,
    message: now - due > LATE ? markedLate(message, moment(due, zone)) : message,
    since: (steps.find(({ step }) => step === 'claimed')?.at ?? due) - LOOKED_BACK,
  };
}

const tooLate = ({ due }: Occurrence, { clock, timing }: DeliveryParts): boolean =>
  clock.now() - due > timing.grace;

/** Ends what this process holds, unless another took it over meanwhile. */
async function finish(
  held: Occurrence,
  change: OccurrenceChange,
  step: Pick<Step, 'step' | 'detail'>,
  { store, clock, log }: DeliveryParts,
): Promise<void> {
  const done = await store.finish(held, change, { ...step, at: clock.now(), fence: held.fence });
  if (!done) log.warn({ key: held.key, fence: held.fence, ...step }, 'a delivery was taken over by another');
}

const skip = (held: Occurrence, reason: 'missed' | 'off', parts: DeliveryParts): Promise<void> =>
  finish(held, { ...over, state: 'skipped', reason }, { step: 'skipped', detail: reason }, parts);

/** Too late to be posted. What the platform refused before that keeps the platform's reason. */
function giveUp(held: Occurrence, parts: DeliveryParts): Promise<void> {
  const refused = held.steps.findLast(({ step }) => step === 'refused');
  if (refused === undefined) return skip(held, 'missed', parts);
  const { step, detail } = refused;
  return finish(
    held,
    { ...over, state: 'refused' },
    { step, ...(detail === undefined ? {} : { detail }) },
    parts,
  );
}

/** Writes down what came of a send. */
async function record(held: Occurrence, outcome: SendOutcome, parts: DeliveryParts): Promise<Rest> {
  const { clock, timing } = parts;
  const now = clock.now();
  switch (outcome.type) {
    case 'sent': {
      const { id, link } = outcome;
      const change = { ...over, state: 'sent', sentAt: now, remoteId: id, link, reason: null } as const;
      await finish(held, change, { step: 'sent', detail: id }, parts);
      await noteArrival(held, parts);
      return 0;
    }
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
      const change = { state: 'refused', reason, notBefore: again, ...(last ? over : {}) } as const;
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
 */
async function send(held: Occurrence, parts: DeliveryParts): Promise<Rest> {
  const { store, sender, clock, timing } = parts;
  if (held.message === null) throw new RangeError(`Nothing to send for ${held.key}`);
  // Switching off cancels what waits; what was being sent then, and did not arrive, is found out here.
  const isWanted = (await store.subscription(held))?.on === true;
  if (!isWanted || tooLate(held, parts)) {
    await (isWanted ? giveUp(held, parts) : skip(held, 'off', parts));
    return 0;
  }
  if (clock.now() - (held.sendingSince ?? 0) > timing.timeout) {
    await finish(held, { state: 'pending' }, { step: 'failed', detail: 'halted before the send' }, parts);
    return 0;
  }
  const post = postOf(held, held.message, clock.now());
  const outcome = await withDeadline(parts, (signal) => sender.send(post, signal));
  return record(held, outcome, parts);
}

/** Ends a call to a platform after the timeout, by the digest's own clock. */
async function withDeadline<T>(
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

/** Takes an occurrence that waits. Null when another has it. The claim is durable before anything is sent. */
export const claim = (waiting: Occurrence, { store, clock }: DeliveryParts): Promise<Occurrence | null> =>
  store.claim(waiting, clock.now(), 'claimed');

export const deliver = (held: Occurrence, parts: DeliveryParts): Promise<Rest> => send(held, parts);

/** Occurrences claimed before this instant are in doubt: their send is over, and nothing of it is on its way. */
export const doubtedBefore = ({ clock, timing }: DeliveryParts): number => clock.now() - settlingTime(timing);

/**
 * Finds out whether a claimed post arrived, by its key in the channel's history, and sends it again where it
 * certainly did not.
 *
 * @param held a doubtful occurrence that this process has claimed anew.
 */
export async function settle(held: Occurrence, parts: DeliveryParts): Promise<Rest> {
  const { sender, clock } = parts;
  if (held.message === null) throw new RangeError(`Nothing to look for: ${held.key}`);
  const post = postOf(held, held.message, clock.now());
  const found = await withDeadline(parts, (signal) => sender.find(post, signal));
  switch (found.type) {
    case 'found': {
      const { id, link, at } = found;
      const change = { ...over, state: 'sent', sentAt: at, remoteId: id, link, reason: null } as const;
      await finish(held, change, { step: 'found', detail: id }, parts);
      await noteArrival(held, parts);
      return 0;
    }
    case 'absent': {
      const known = await parts.store.finish(
        held,
        {},
        { at: clock.now(), step: 'not found', fence: held.fence },
      );
      return known ? send(held, parts) : 0;
    }
    case 'unreadable':
      await finish(
        held,
        { ...over, state: 'unknown', reason: null },
        { step: 'unknown', detail: found.detail },
        parts,
      );
      return 0;
    case 'failed': {
      const { wait, detail } = found;
      const looks = triesOf(held);
      const now = clock.now();
      const change: OccurrenceChange =
        looks > MOST_LOOKS && now - held.due > LONGEST_DOUBT
          ? { ...over, state: 'unknown', reason: null }
          : { notBefore: now + Math.max(wait, untilReachable(looks)) };
      await finish(held, change, { step: change.state === 'unknown' ? 'unknown' : 'failed', detail }, parts);
      return 0;
    }
  }
}
