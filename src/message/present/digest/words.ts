import type { Platform } from '../../../digest/platform.ts';
import type { RefusalReason, Schedule, SkipReason } from '../../../digest/records.ts';
import type { Moment } from '../../../digest/types.ts';
import { dayNames, writeDays } from '../../../digest/weekdays.ts';
import { monthNames } from '../../../document/dates.ts';
import type { Run } from '../../types.ts';
import { listed, withCode } from '../words.ts';

/** `23 November 2026`; what is no ISO date stays as it is. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = monthNames[Number(month) - 1];
  return name === undefined || day === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** `Monday 23 November 2026`. */
export const dayOf = ({ weekday, date }: Pick<Moment, 'weekday' | 'date'>): string =>
  `${dayNames[weekday]} ${dateInWords(date)}`;

/** `08:30 (Asia/Shanghai)`. */
export const clockOf = ({ time, zone }: Pick<Moment, 'time' | 'zone'>): string => `${time} (${zone})`;

/** `Monday 23 November 2026 at 08:30 (Asia/Shanghai, UTC+08:00)`. */
export const momentInWords = (moment: Moment): string =>
  `${dayOf(moment)} at ${moment.time} (${moment.zone}, UTC${moment.offset})`;

/** Three days or more, one behind the other. */
const isRow = (days: Schedule['days']): boolean =>
  days.length > 2 && days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);

/** `every day`, `from Monday to Friday`, `every Monday and Thursday`. */
export function daysInWords(days: Schedule['days']): string {
  if (days.length === 7) return 'every day';
  const names = days.map((day) => dayNames[day]);
  return isRow(days) ? `from ${names[0]} to ${names.at(-1)}` : `every ${listed(names)}`;
}

/** The line that switches a digest on anew; the filters are said each time, time and days stay as they are. */
export const switchOn = (filters: string): string => `digest on ${filters}`.trimEnd();

/** The line that gives a digest this schedule and these filters, whatever it was before. */
export function switchOnAs({ time, zone, days }: Schedule, filters: string): string {
  return `digest on ${time} ${zone} ${writeDays(days)} ${filters}`.trimEnd();
}

/** Why a post did not arrive or a day has none, as the end of a sentence without its full stop. */
export const reasonInWords: Readonly<Record<RefusalReason | SkipReason, string>> = {
  'not-a-member': 'the desk is not a member of the channel',
  'no-permission': 'the desk has no permission to post in the channel',
  archived: 'the channel is archived',
  gone: 'the channel is no longer there',
  token: 'the platform does not take the desk’s token any more',
  refused: 'the platform does not take the post',
  missed: 'the desk could not post in time',
  asked: 'somebody asked for it',
  off: 'the digest was switched off',
  empty: 'the articles had nothing to show',
};

/** What to do so that posts arrive again, or so that the desk can look for one itself. */
export const remedyFor = (reason: RefusalReason | 'unknown', { posting }: Platform): readonly Run[] =>
  withCode(posting?.remedies[reason] ?? '');
