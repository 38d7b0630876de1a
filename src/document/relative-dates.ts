import { casual, type ParsedResult } from 'chrono-node/en';
import { monthNames } from './dates.ts';
import { onOneLine } from './fold.ts';
import type { Span } from './types.ts';

/** The dates of a text that only the day of its writing places: "last year", "on Tuesday", "Nov. 10". */
export interface RelativeDates {
  /** In the text's order, each wording once, white space evened out. */
  readonly said: readonly string[];
  /** Whether there may be more of them behind the last. */
  readonly more: boolean;
}

/** As many as a citation line has room for. */
const MOST_DATES = 3;

/** Windows of a text that are read: a text that is all months and weekdays must stay cheap. */
const MOST_WINDOWS = 20;

const MONTH_NAMES = monthNames.join('|');
const SHORT_MONTH = '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const TIME_UNIT = 'day|week|weekend|fortnight|month|quarter|year';

/** Words without which a text has no such date. To look for them costs a hundredth of reading it. */
const DATE_SIGN = new RegExp(
  `\\b(?:${MONTH_NAMES}|${SHORT_MONTH}|${WEEKDAY})|\\b(?:ago|yesterday|today|tonight|tomorrow|this|last|next|past|current|coming)\\b|\\bin (?:an? |\\S+ )(?:${TIME_UNIT})s?\\b|\\bend of the (?:${TIME_UNIT})\\b`,
  'gi',
);

/** Characters on each side of a sign that can belong to the same date. */
const CHARACTERS_AROUND = 40;

/** Seasons, decades and what is to come, which the parser does not know. */
const SEASON_OR_SPAN =
  /(?:this|last|next|past|coming|current)\s+(?:spring|summer|autumn|winter|decade|century)|(?:coming|current)\s+(?:week|month|year)|end of the year/i;

const parser = casual.clone();
parser.parsers.push({
  pattern: () => SEASON_OR_SPAN,
  // Nothing is resolved: the year is not read, only the tag.
  extract: (context) => context.createParsingComponents({ year: 1970 }).addTag('result/relativeDate'),
});

/** The parser needs a day to resolve against; what it resolves is not used. */
const ANY_DAY = new Date(0);

/** "two years later" is counted from something in the text, "for five days" says how long. */
const COUNTED_FROM_TEXT = /\b(?:later|earlier|after|within|for)\b|\bbefore\b(?! yesterday)/i;
const SHORT_TIME = /\b(?:second|minute|hour|noon|midnight)s?\b/i;

const NAMED_MONTH = new RegExp(`^(?:${MONTH_NAMES}|${SHORT_MONTH}\\.?)$`);
const NAMED_DAY = new RegExp(`\\b${WEEKDAY}\\b`);
/** "in May", and neither "May we" nor a person's name. */
const BEFORE_MONTH =
  /\b(?:in|since|by|until|till|from|to|through|of|during|early|late|mid|this|last|next)[\s-]+$/i;
/** Names of days of their own. */
const BEFORE_NAMED_DAY = /\b(?:Black|Good|Bloody|Easter|Ash|Holy|Palm|Cyber|Super)\s+$/;
/** "today's world" is the age, not the day. */
const AGE = /^['’]s\s+(?:world|age|era|times?|society|economy)\b/i;

const isCertain = ({ start }: ParsedResult, part: 'year' | 'month' | 'day' | 'weekday'): boolean =>
  start.isCertain(part);

/** Whether what the parser found is a date, and one that only the day of writing places. */
function isRelative(found: ParsedResult, text: string): boolean {
  const said = found.text;
  const before = text.slice(0, found.index);
  if (COUNTED_FROM_TEXT.test(said) || SHORT_TIME.test(said)) return false;
  const tags = found.tags();
  if (tags.has('casualReference/now')) return false;
  if (tags.has('casualReference/today')) return !AGE.test(text.slice(found.index + said.length));
  if (tags.has('result/relativeDate') || /\b(?:this|last|next|past)\b/i.test(said)) return true;
  if ([...tags].some((tag) => /^casualReference\/(?:yesterday|tomorrow|tonight)/.test(tag))) return true;
  if (/\bend of the\b/i.test(said)) return true;
  if (isCertain(found, 'year') || found.end?.isCertain('year') === true) return false;
  if (isCertain(found, 'month')) {
    const letters = said.match(/\p{L}+\.?/u)?.[0] ?? '';
    if (isCertain(found, 'day')) return /\p{Lu}\p{Ll}{2}/u.test(said);
    return NAMED_MONTH.test(letters) && BEFORE_MONTH.test(before);
  }
  return isCertain(found, 'weekday') && NAMED_DAY.test(said) && !BEFORE_NAMED_DAY.test(before);
}

/** The date as written; of "this July" the parser reads the month alone. */
function wordingOf({ text: said, index }: ParsedResult, text: string): string {
  const [ahead = ''] = /\b(?:this|last|next)\s+$/i.exec(text.slice(0, index)) ?? [];
  return onOneLine(`${ahead}${said}`);
}

/** Characters. */
const LONGEST_WINDOW = 1000;

/** Windows around the signs of a date, with whole words; neighbours are joined. */
function* windowsOf(text: string): Generator<Span> {
  const isWord = (at: number): boolean => /\S/.test(text.charAt(at));
  let open: { start: number; end: number } | undefined;
  for (const { index, 0: sign } of text.matchAll(DATE_SIGN)) {
    const least = open?.end ?? 0;
    let start = Math.max(least, index - CHARACTERS_AROUND);
    while (start > least && index - start < 2 * CHARACTERS_AROUND && isWord(start - 1)) start--;
    let end = Math.max(least, Math.min(text.length, index + sign.length + CHARACTERS_AROUND));
    while (end < text.length && end - index < 3 * CHARACTERS_AROUND && isWord(end)) end++;
    if (open !== undefined && start <= open.end && end - open.start <= LONGEST_WINDOW) open.end = end;
    else {
      if (open !== undefined) yield open;
      open = { start, end };
    }
  }
  if (open !== undefined) yield open;
}

/** Finds the dates that only the day of writing places, and resolves none. */
export function relativeDates(text: string): RelativeDates {
  const said = new Map<string, string>();
  let read = 0;
  for (const { start, end } of windowsOf(text)) {
    if (read++ === MOST_WINDOWS) return { said: [...said.values()], more: true };
    const near = text.slice(start, end);
    for (const found of parser.parse(near, ANY_DAY)) {
      if (!isRelative(found, near)) continue;
      const wording = wordingOf(found, near);
      const key = wording.toLowerCase();
      if (said.has(key)) continue;
      if (said.size === MOST_DATES) return { said: [...said.values()], more: true };
      said.set(key, wording);
    }
  }
  return { said: [...said.values()], more: false };
}
