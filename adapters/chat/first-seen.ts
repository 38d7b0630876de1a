import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Platform } from '../../src/digest/platform.ts';

/**
 * Whether an event comes for the first time. A store that fails lets an answer be repeated rather than kept back.
 *
 * @param event what its repetitions have in common, in the order from the whole to the part.
 */
export async function firstSeen(
  { store, log }: SurfaceContext,
  { id }: Platform,
  ...event: readonly string[]
): Promise<boolean> {
  const key = [id, ...event].join(':');
  try {
    return await store.firstSeen(key);
  } catch (err) {
    log.error({ err, key }, 'It is not known whether this event was answered before');
    return true;
  }
}
