import { createHash } from 'node:crypto';
import type { Drawn, Due, Occurrence, Place, SkipReason } from './records.ts';
import type { Draw } from './types.ts';

/** Platforms take at least 25 characters (`Post.key`); 22 of base64url hold 132 bits of the hash. */
const KEY = 22;

/** The same for everyone who computes it: what tells a post of this day from any other in a channel's history. */
export const occurrenceKey = ({ platform, workspace, channel }: Place, date: string): string =>
  createHash('sha256')
    .update(JSON.stringify([platform, workspace, channel, date]))
    .digest('base64url')
    .slice(0, KEY);

const drawnFrom = ({ excerpt, round, position, of, seed }: Draw): Drawn => ({
  round,
  position,
  of,
  seed,
  article: excerpt.article.id,
  passage: excerpt.paragraph.id,
  start: excerpt.start,
  end: excerpt.end,
  text: excerpt.article.text.slice(excerpt.start, excerpt.end),
});

function blank({ platform, workspace, channel }: Place, due: Due, zone: string) {
  return {
    platform,
    workspace,
    channel,
    date: due.date,
    due: due.at,
    zone,
    key: occurrenceKey({ platform, workspace, channel }, due.date),
    fence: 0,
    sendingSince: null,
    sentAt: null,
    remoteId: null,
    link: null,
  } as const;
}

/** A day that waits to be posted. @param message as JSON. */
export const pendingOccurrence = (
  place: Place,
  due: Due,
  zone: string,
  { draw, message, now }: { readonly draw: Draw; readonly message: string; readonly now: number },
): Occurrence => ({
  ...blank(place, due, zone),
  state: 'pending',
  drawn: drawnFrom(draw),
  message,
  notBefore: due.at,
  reason: null,
  steps: [{ at: now, step: 'drawn', fence: 0 }],
});

/** A day without a post. */
export const skippedOccurrence = (
  place: Place,
  due: Due,
  zone: string,
  { reason, now }: { readonly reason: SkipReason; readonly now: number },
): Occurrence => ({
  ...blank(place, due, zone),
  state: 'skipped',
  drawn: null,
  message: null,
  notBefore: due.at,
  reason,
  steps: [{ at: now, step: 'skipped', fence: 0, detail: reason }],
});
