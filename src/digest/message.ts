import { finish, skip } from './held.ts';
import { drawnFrom, recordedExcerpt } from './occurrence.ts';
import type { DeliveryParts } from './parts.ts';
import { nextDraw } from './plan.ts';
import type { Occurrence, Subscription } from './records.ts';
import type { Draw, Excerpt } from './types.ts';

/** An occurrence that this process holds, and the message to post for it, of whatever type messages are. */
export interface Ready {
  readonly held: Occurrence;
  readonly message: unknown;
}

const excerptRecorded = ({ drawn }: Occurrence, { excerpts }: DeliveryParts): Excerpt | null =>
  drawn === null ? null : recordedExcerpt(drawn, excerpts);

/**
 * The message to post: the stored one or, where this version of the desk cannot read that, one made anew from the
 * recorded excerpt. Where the articles no longer have the excerpt, the day is drawn again. What is made anew is stored
 * in the place of the other, so that it is made once.
 *
 * @returns null where there is nothing to post any more: nothing is left to show, which is recorded, or another has
 * taken the occurrence over.
 */
export async function messageOf(
  held: Occurrence,
  subscription: Subscription,
  parts: DeliveryParts,
): Promise<Ready | null> {
  const { wording, log } = parts;
  if (held.message === null) throw new RangeError(`Nothing to post for ${held.key}`);
  const stored = wording.read(held.message);
  if (stored !== null) return { held, message: stored };
  const { key, platform, workspace, channel, date } = held;
  log.warn({ key, platform, workspace, channel, date }, 'a stored post cannot be read and is made anew');
  const recorded = excerptRecorded(held, parts);
  if (recorded !== null) return storeAnew(held, recorded, null, parts);
  const draw = await nextDraw(subscription, parts, date);
  if (draw !== null) return storeAnew(held, draw.excerpt, draw, parts);
  await skip(held, 'empty', parts);
  return null;
}

async function storeAnew(
  held: Occurrence,
  excerpt: Excerpt,
  draw: Draw | null,
  parts: DeliveryParts,
): Promise<Ready | null> {
  const { wording } = parts;
  const message = wording.post(excerpt, held.date);
  const change = { message: wording.write(message), ...(draw === null ? {} : { drawn: drawnFrom(draw) }) };
  const detail =
    draw === null
      ? 'the stored post could not be read, and was made anew of the same excerpt'
      : 'again: the stored post could not be read, and its excerpt is no longer in the articles';
  const isHeld = await finish(held, change, { step: 'drawn', detail }, parts);
  return isHeld ? { held: { ...held, ...change }, message } : null;
}

/**
 * The message to look for in a channel's history, which goes by the post's key and date: in the place of a stored one
 * that cannot be read, any excerpt will do. Null where there is none at all.
 */
export function messageToFind(held: Occurrence, parts: DeliveryParts): unknown {
  const { wording, excerpts } = parts;
  if (held.message === null) throw new RangeError(`Nothing to look for: ${held.key}`);
  const stored = wording.read(held.message);
  if (stored !== null) return stored;
  const excerpt = excerptRecorded(held, parts) ?? excerpts('')[0];
  return excerpt === undefined ? null : wording.post(excerpt, held.date);
}
