import type { Day } from '../../digest/records.ts';
import { dayNames, daysFrom, inOrder, shortDays, week } from '../../digest/weekdays.ts';
import { didYouMean } from '../../language/did-you-mean.ts';

/** A value that was read; or one that was meant to be such a value and is wrong, with what was likely meant. */
export type ReadValue<T> =
  | { readonly value: T; readonly meant?: undefined }
  | { readonly value?: undefined; readonly meant: readonly T[] };

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (hours: number, minutes: number): string => `${two(hours)}:${two(minutes)}`;

const evened = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

const HALF = String.raw`(?: ?(?<half>[ap])\.?m\.?)`;
/** `8:30`, `08.30 pm`; `20h`, `20h30`; `8am`; `0830`. */
const EXACT: readonly RegExp[] = [
  new RegExp(`^(?<hours>\\d{1,2})[:.](?<minutes>\\d\\d)(?::00)?${HALF}?$`),
  /^(?<hours>\d{1,2})h(?<minutes>\d\d)?$/,
  new RegExp(`^(?<hours>\\d{1,2})${HALF}$`),
  new RegExp(`^(?<hours>\\d\\d)(?<minutes>\\d\\d)${HALF}?(?: hours| hrs)?$`),
];
/** `8`, which may be a day as well; `830`; `8:5`, five past or fifty past; `8:30:15`. */
const LOOSE: readonly RegExp[] = [
  /^(?<hours>\d{1,2})[:.]?$/,
  new RegExp(`^(?<hours>\\d)(?<minutes>\\d\\d)${HALF}?$`),
  new RegExp(`^(?<hours>\\d{1,2})[:.](?<minutes>\\d)${HALF}?$`),
  new RegExp(`^(?<hours>\\d{1,2})[:.](?<minutes>\\d\\d):\\d\\d${HALF}?$`),
];

const groupsOf = (forms: readonly RegExp[], typed: string): Readonly<Record<string, string>> | null =>
  forms.map((form) => form.exec(typed)?.groups).find((groups) => groups !== undefined) ?? null;

/** What is likely to be meant by hours and minutes that no clock shows. */
function likely(hours: number, minutes: number): readonly string[] {
  if (minutes === 60 && hours < 23) return [clock(hours + 1, 0)];
  const isMidnight = hours === 24 && minutes === 0;
  return minutes < 60 && (hours < 24 || isMidnight) ? [clock(hours % 24, minutes)] : [];
}

/** 12am is midnight and 12pm is noon; 0am and 13pm are no times. */
function timeOf(hours: number, minutes: number, half: string | undefined): ReadValue<string> {
  if (half !== undefined && (hours < 1 || hours > 12)) return { meant: likely(hours, minutes) };
  const ofDay = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  return ofDay < 24 && minutes < 60 ? { value: clock(ofDay, minutes) } : { meant: likely(ofDay, minutes) };
}

/**
 * Reads a time of day: `08:30`, `8.30`, `20h30`, `0830`, `8:30am`, `8 pm`, `noon`, `midnight`.
 *
 * @returns `HH:MM`; what was meant by a time that no clock shows, or by one that is not whole; null for no time.
 */
export function readTime(text: string): ReadValue<string> | null {
  const typed = evened(text);
  if (/^(?:noon|midday)$/.test(typed)) return { value: '12:00' };
  if (typed === 'midnight') return { value: '00:00' };
  const exact = groupsOf(EXACT, typed);
  const groups = exact ?? groupsOf(LOOSE, typed);
  if (groups === null) return null;
  const { hours, minutes = '0', half } = groups;
  const read = timeOf(Number(hours), Number(minutes), half);
  if (exact !== null || read.value === undefined) return read;
  const fifty =
    groups['minutes']?.length === 1 ? timeOf(Number(hours), Number(minutes) * 10, half).value : undefined;
  return { meant: [...new Set(fifty === undefined ? [read.value] : [read.value, fifty])] };
}

/** The days' names as they are read, in order. */
const names: readonly string[] = week.map((day) => dayNames[day].toLowerCase());
const groups: ReadonlyMap<string, readonly Day[]> = new Map([
  ['daily', week],
  ['everyday', week],
  ['weekday', [1, 2, 3, 4, 5]],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['workdays', [1, 2, 3, 4, 5]],
  ['weekend', [6, 7]],
  ['weekends', [6, 7]],
]);

/** `mon`, `tues`, `Wednesday`, `fridays`; two letters tell every day from the others. */
function dayNamed(word: string): Day | null {
  const name = word === 'weds' ? 'wed' : word.replace(/\.$/, '').replace(/(?<=day)s$/, '');
  const at = name.length < 2 ? -1 : names.findIndex((day) => day.startsWith(name));
  return week[at] ?? null;
}

/** One part of a list: a day, a range of days or a group of them. */
function daysOf(part: string): readonly Day[] | null {
  const group = groups.get(part);
  if (group !== undefined) return group;
  const [first, last, ...more] = part.split('-').map(dayNamed);
  if (first === undefined || first === null || last === null || more.length > 0) return null;
  return last === undefined ? [first] : daysFrom(first, last);
}

/** The day that a misspelt name of five letters or more was meant for. */
const nearestDay = (word: string): Day | null =>
  word.length < 5
    ? null
    : (didYouMean(word.replace(/s$/, ''), week, 'day', (day) => dayNames[day].toLowerCase())[0] ?? null);

/** In a list with a day in it even `fry` is near one. */
const nearestShort = (word: string): Day | null =>
  word.length === 3 ? (didYouMean(word, week, 'shortDay', (day) => shortDays[day])[0] ?? null) : null;

const RANGE = /\s*(?:[-–—]|\.\.|\b(?:to|through|thru|until|till)\b)\s*/gu;

/** A list's parts: days, ranges of them and groups. */
const partsOf = (text: string): readonly string[] =>
  evened(text)
    .replace(/\b(?:every|each) day\b/gu, 'daily')
    // "every monday and every friday" says no more without.
    .replace(/\b(?:every|each)\b/gu, ' ')
    .trim()
    .replace(RANGE, '-')
    .split(/(?:\s*[,;&+/]\s*|\s+)(?:and\s+)?/u);

/** The days that a text lists, in order; null where anything in it is none. */
export function daysNamed(text: string): readonly Day[] | null {
  const read = partsOf(text).map(daysOf);
  return read.every((days) => days !== null) ? inOrder(read.flat()) : null;
}

/** A part with its slips mended; null where that makes no days. */
function mended(part: string): readonly Day[] | null {
  const right = part.split('-').map((name) => {
    const day = dayNamed(name) ?? nearestDay(name) ?? nearestShort(name);
    return day === null ? name : shortDays[day];
  });
  return daysOf(part) ?? daysOf(right.join('-'));
}

/**
 * Reads days of the week: `mon-fri`, `Friday to Monday`, `mon, wed and fri`, `weekdays`, `weekends`, `every day`.
 *
 * @returns the days in order; what was meant for a list of which a part is a day; null for what is none.
 */
export function readDays(text: string): ReadValue<readonly Day[]> | null {
  const value = daysNamed(text);
  if (value !== null) return { value };
  const parts = partsOf(text);
  const named = parts.flatMap((part) => part.split('-'));
  const isDay = (name: string): boolean => name.length > 2 && dayNamed(name) !== null;
  if (!named.some((name) => isDay(name) || nearestDay(name) !== null)) return null;
  const days = inOrder(parts.flatMap((part) => mended(part) ?? []));
  return { meant: days.length === 0 ? [] : [days] };
}
