import type { DigestCommand } from '../../digest/types.ts';
import type { Problem } from '../types.ts';
import { daysNamed, readDays, readTime } from './times.ts';
import { readZone, zoneNamed } from './zones.ts';

/** What `digest on` may be given besides filters; null for what it was not. */
export type Given = Pick<Extract<DigestCommand, { action: 'on' }>, 'time' | 'zone' | 'days'>;
export type SchedulePart = Partial<Given>;

/** Something among the words that does not belong there. */
export interface Fault {
  readonly code: Problem['code'];
  readonly typed: string;
  readonly allowed: readonly string[];
  /** What was likely meant in its place, best first. */
  readonly meant: readonly SchedulePart[];
}

const someTimes = ['08:30', '8:30am', '20:00'];
const someZones = ['Asia/Shanghai', 'Europe/London', 'America/New_York'];
const someDays = ['mon-fri', 'mon,wed,fri', 'sat,sun', 'daily'];

/** "America / Port au Prince" */
const LONGEST_ZONE = 5;
/** A list of all days with an "and" before each. */
const LONGEST_DAYS = 14;
/** Said before a time, a zone or a day, and no part of it. */
const FILLER = /^(?:at|in|on|and)$/i;

/** How lists of days begin, which may be long. */
const DAYS = /^(?:daily|each|every|mo|tu|we|th|fr|sa|su|work)/i;

/** The part that words are, when they are one. */
export function partOf(text: string, words: number): SchedulePart | null {
  const time = words <= 2 ? readTime(text)?.value : undefined;
  if (time !== undefined) return { time };
  const days = daysNamed(text);
  if (days !== null) return { days };
  const zone = words <= LONGEST_ZONE ? zoneNamed(text) : null;
  return zone === null ? null : { zone };
}

/** What is wrong with words that are no part. */
export function faultOf(text: string, words: number): Fault | null {
  const time = words <= 2 ? readTime(text) : null;
  if (time?.meant !== undefined) {
    const meant = time.meant.map((each) => ({ time: each }));
    return { code: 'bad-time', typed: text, allowed: someTimes, meant };
  }
  const zone = readZone(text);
  const badZone = (zones: readonly string[], code: Problem['code'] = 'bad-zone'): Fault => ({
    code,
    typed: text,
    allowed: zones.length === 0 ? someZones : zones,
    meant: zones.map((each) => ({ zone: each })),
  });
  if (zone?.kind === 'ambiguous') return badZone(zone.zones, 'ambiguous-zone');
  if (zone?.kind === 'unknown' && zone.zones.length > 0) return badZone(zone.zones);
  const days = words === 1 ? readDays(text) : null;
  if (days?.meant !== undefined) {
    const meant = days.meant.map((each) => ({ days: each }));
    return { code: 'bad-days', typed: text, allowed: someDays, meant };
  }
  if (zone?.kind === 'unknown' || (words === 1 && text.includes('/'))) return badZone([]);
  if (words > 1 || !/\d/.test(text)) return null;
  return { code: 'bad-time', typed: text, allowed: someTimes, meant: [] };
}

interface WordRun<T> {
  readonly found: T;
  readonly text: string;
  readonly words: number;
}

/** The longest stretch of words from `at` of which something can be read. */
function longest<T>(
  words: readonly string[],
  at: number,
  most: number,
  read: (text: string, words: number) => T | null,
): WordRun<T> | null {
  for (let count = Math.min(most, words.length - at); count > 0; count--) {
    const text = words
      .slice(at, at + count)
      .join(' ')
      .replace(/[,;]+$/, '');
    const found = read(text, count);
    if (found !== null) return { found, text, words: count };
  }
  return null;
}

export const unexpected = (typed: string, meant: readonly SchedulePart[] = []): Fault => ({
  code: 'unexpected-words',
  typed,
  allowed: [],
  meant,
});

/** Words before a part, right or wrong, less what is only said before such a part. */
const lessFiller = (words: readonly string[]): readonly string[] =>
  words.slice(0, words.findLastIndex((word) => !FILLER.test(word)) + 1);

/** Words as the stretches of which something can be read, in their order, and the runs of words between them. */
function stretches<T>(
  words: readonly string[],
  most: (first: string) => number,
  read: (text: string, words: number) => T | null,
): readonly (WordRun<T> | readonly string[])[] {
  const pieces: (WordRun<T> | readonly string[])[] = [];
  let others: readonly string[] = [];
  for (let at = 0; at < words.length; ) {
    const stretch = longest(words, at, most(words[at] ?? ''), read);
    if (stretch === null) others = [...others, words[at] ?? ''];
    else {
      pieces.push(lessFiller(others), stretch);
      others = [];
    }
    at += stretch?.words ?? 1;
  }
  return [...pieces, others];
}

/** A run of more words is a text, in which no slips are looked for. */
const LONGEST_RUN = 12;
/** Nobody mends more at a time, and each takes a search among all names of zones. */
const MOST_FAULTS = 5;

/** What is wrong with a run of words that are no parts. */
const faultsOf = (words: readonly string[]): readonly Fault[] =>
  words.length > LONGEST_RUN
    ? [unexpected(words.join(' '))]
    : stretches(words, () => LONGEST_ZONE, faultOf).flatMap((piece) => {
        if ('found' in piece) return [piece.found];
        return piece.length === 0 ? [] : [unexpected(piece.join(' '))];
      });

/** Reads words in any order: the parts that there are, the first of each kind, and what is wrong with the others. */
export function readWords(words: readonly string[]): {
  readonly given: Given;
  readonly faults: readonly Fault[];
} {
  let given: Given = { time: null, zone: null, days: null };
  const faults: Fault[] = [];
  const mostOf = (first: string): number => (DAYS.test(first) ? LONGEST_DAYS : LONGEST_ZONE);
  for (const piece of stretches(words, mostOf, partOf)) {
    if (!('found' in piece)) {
      if (faults.length < MOST_FAULTS) faults.push(...faultsOf(piece));
      continue;
    }
    const isRepeated = Object.entries(given).some(([name, value]) => value !== null && name in piece.found);
    if (isRepeated) faults.push({ ...unexpected(piece.text, [piece.found]), code: 'repeated-option' });
    else given = { ...given, ...piece.found };
  }
  return { given, faults };
}
