import type { DeliveryParts } from './parts.ts';
import type { Occurrence, Subscription } from './records.ts';
import { GIVING_UP } from './timing.ts';

/** Changes the place's subscription, again where somebody else changed it at the same moment. */
async function change(
  place: Occurrence,
  { store }: Pick<DeliveryParts, 'store'>,
  how: (subscription: Subscription) => Subscription | null,
): Promise<Subscription | null> {
  for (;;) {
    const stored = await store.subscription(place);
    const changed = stored === null ? null : how(stored);
    if (changed === null) return null;
    if (await store.save(changed)) return changed;
  }
}

/** A post arrived: refusals before it count no more. */
export async function noteArrival(occurrence: Occurrence, parts: DeliveryParts): Promise<void> {
  await change(occurrence, parts, (stored) =>
    stored.refusedSince === null ? null : { ...stored, refusedSince: null },
  );
}

/**
 * A post was refused. After 14 days of refusals alone the digest is paused, and whoever set it up is told.
 *
 * @returns whether it is paused now.
 */
export async function noteRefusal(occurrence: Occurrence, parts: DeliveryParts): Promise<boolean> {
  const { clock, sender, wording, log } = parts;
  const now = clock.now();
  const changed = await change(occurrence, parts, (stored) => {
    if (!stored.on || stored.pausedAt !== null) return null;
    if (stored.refusedSince === null) return { ...stored, refusedSince: now };
    return now - stored.refusedSince < GIVING_UP ? null : { ...stored, next: null, pausedAt: now };
  });
  if (changed === null || changed.pausedAt === null) return false;
  const { platform, workspace, channel, setBy } = changed;
  log.warn({ platform, workspace, channel }, 'the digest is paused: every post was refused for 14 days');
  if (!(await sender.tell(setBy, wording.paused(changed, sender.platform)))) {
    log.warn({ platform, workspace, channel, setBy }, 'nor could the person who set it up be told');
  }
  return true;
}
