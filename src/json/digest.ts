import type { Drawn, Occurrence } from '../digest/records.ts';
import type { DigestAnswer, DigestState, Draw, Excerpt } from '../digest/types.ts';
import { shortDays } from '../digest/weekdays.ts';
import type { Passage, Span } from '../document/types.ts';
import type { JsonDelivery, JsonDigest, JsonDraw } from './types.ts';

/** ISO 8601 in UTC. */
const instant = (at: number): string => new Date(at).toISOString();

function lastJson({ last }: DigestState): JsonDigest['last'] {
  if (last === null) return null;
  const { occurrence, sent } = last;
  const { date, link, drawn } = occurrence;
  return { date, sentAt: instant(sent.at), link, passage: drawn?.passage ?? null };
}

function stateJson(action: JsonDigest['action'], from: DigestState | null): JsonDigest {
  const schedule = from?.schedule ?? null;
  const trouble = from?.trouble ?? null;
  return {
    action,
    state: from?.state ?? 'unavailable',
    due: from?.due?.iso ?? null,
    zone: schedule?.zone ?? null,
    time: schedule?.time ?? null,
    days: schedule?.days.map((day) => shortDays[day]) ?? null,
    filters: from?.filters ?? '',
    round: from?.round ?? null,
    last: from === null ? null : lastJson(from),
    trouble: trouble === null ? null : { date: trouble.date, reason: trouble.reason, detail: trouble.detail },
    underWay: from?.underWay ?? null,
    skipped: from?.skipped ?? [],
  };
}

function drawnJson({ round, position, of, seed, passage, start, end }: Drawn): JsonDraw {
  return { round, position, of, seed, passage, start, end };
}

function drawJson({ round, position, of, seed, excerpt }: Draw): JsonDraw {
  const { paragraph, start, end } = excerpt;
  return { round, position, of, seed, passage: paragraph.id, start, end };
}

function deliveryJson(occurrence: Occurrence, due: string): JsonDelivery {
  const { date, state, key, fence, sentAt, link, reason, steps } = occurrence;
  return {
    date,
    due,
    state,
    key,
    fence,
    sentAt: sentAt === null ? null : instant(sentAt),
    link,
    reason,
    steps: steps.map(({ at, ...step }) => ({ at: instant(at), ...step })),
  };
}

/** What scripts get of a digest command besides its passages. */
export function digestJson(answer: DigestAnswer): JsonDigest {
  const common = stateJson(answer.action, answer.state);
  if (answer.state === null) return common;
  switch (answer.action) {
    case 'on':
      return { ...common, obstacle: answer.obstacle };
    case 'skip':
      return { ...common, taken: answer.skipped?.date ?? null };
    case 'preview':
      return { ...common, draw: answer.draw === null ? null : drawJson(answer.draw) };
    case 'why': {
      const { occurrence, due, draw } = answer;
      const drawn = occurrence?.drawn ?? null;
      return {
        ...common,
        draw: drawn !== null ? drawnJson(drawn) : draw !== null ? drawJson(draw) : null,
        delivery: occurrence === null ? null : deliveryJson(occurrence, due?.iso ?? instant(occurrence.due)),
      };
    }
    default:
      return common;
  }
}

function shownExcerpt(answer: DigestAnswer): Excerpt | null {
  if (answer.state === null) return null;
  switch (answer.action) {
    case 'preview':
      return answer.draw?.excerpt ?? null;
    case 'why':
      return answer.occurrence === null ? (answer.draw?.excerpt ?? null) : answer.excerpt;
    default:
      return null;
  }
}

/** The excerpt that the answer shows, where it shows one. */
export function excerptIn(
  answer: DigestAnswer,
): readonly { readonly passage: Passage; readonly quoted: Span }[] {
  const excerpt = shownExcerpt(answer);
  return excerpt === null ? [] : [{ passage: excerpt, quoted: excerpt }];
}
