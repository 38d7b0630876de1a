import { createHash } from 'node:crypto';
import type { Drawn, Due, Occurrence, Place, SkipReason } from './records.ts';
import type { Draw, Excerpt } from './types.ts';

/** Platforms take at least 25 characters (`Post.key`); 22 of base64url hold 132 bits of the hash. */
const KEY = 22;

/** The same for everyone who computes it: what tells a post of this day from any other in a channel's history. */
export const occurrenceKey = ({ platform, workspace, channel }: Place, date: string): string =>
  createHash('sha256')
    .update(JSON.stringify([platform, workspace, channel, date]))
    .digest('base64url')
    .slice(0, KEY);

/** What is recorded of a draw. */
export const drawnFrom = ({ excerpt, round, position, of, seed }: Draw): Drawn => ({
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

/**
 * The excerpt that is recorded, whatever would be drawn today.
 *
 * @param excerpts those that filters leave, as in `Parts`.
 * @returns null where its article no longer has it, word for word in its place.
 */
export function recordedExcerpt(
  { article: id, passage, start, end, text }: Drawn,
  excerpts: (filters: string) => readonly Excerpt[],
): Excerpt | null {
  // Its own article alone: of all articles' excerpts, those that say the same as another article's are left out.
  const article = excerpts(`in:${id}`).find((each) => each.article.id === id)?.article;
  const paragraph = article?.paragraphs.find((each) => each.id === passage);
  if (article === undefined || paragraph === undefined) return null;
  const isThere = paragraph.start <= start && end <= paragraph.end && article.text.slice(start, end) === text;
  return isThere ? { article, paragraph, start, end } : null;
}

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

/** A day that waits to be posted. @param message as `Wording.write` has it. */
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
