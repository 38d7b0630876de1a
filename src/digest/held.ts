import type { DeliveryParts } from './parts.ts';
import type { OccurrenceChange } from './ports/store.ts';
import type { Occurrence, SkipReason, Step } from './records.ts';

/** Nothing is to be posted any more. */
export const nothingToPost = { message: null } as const;

/**
 * Writes down what became of an occurrence that this process has claimed, unless another has taken it over meanwhile.
 *
 * @returns whether it was written, and so whether this process still holds it.
 */
export async function finish(
  held: Occurrence,
  change: OccurrenceChange,
  step: Pick<Step, 'step' | 'detail'>,
  { store, clock, log }: DeliveryParts,
): Promise<boolean> {
  const done = await store.finish(held, change, { ...step, at: clock.now(), fence: held.fence });
  if (!done) log.warn({ key: held.key, fence: held.fence, ...step }, 'a delivery was taken over by another');
  return done;
}

export const skip = (held: Occurrence, reason: SkipReason, parts: DeliveryParts): Promise<boolean> =>
  finish(held, { ...nothingToPost, state: 'skipped', reason }, { step: 'skipped', detail: reason }, parts);

/** How often it was claimed so far. */
export const triesOf = ({ steps }: Occurrence): number =>
  steps.filter(({ step }) => step === 'claimed').length;
