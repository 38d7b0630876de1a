import { shortDays, writeDays } from '../../digest/weekdays.ts';
import type { Completion } from '../types.ts';
import { readDays, readTime } from './times.ts';

const same = (values: readonly string[]): readonly Completion[] =>
  [...new Set(values)].map((value) => ({ value, label: value }));

const FIRST_HOUR = 5;

/** Every half hour of a day, beginning when people get up. */
const halfHours: readonly string[] = Array.from({ length: 48 }, (_, n) => {
  const hour = (FIRST_HOUR + Math.floor(n / 2)) % 24;
  return `${String(hour).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`;
});

const someDays: readonly string[] = [
  'daily',
  'mon-fri',
  'sat,sun',
  'mon,wed,fri',
  'tue,thu',
  ...Object.values(shortDays),
];

/** The time that is typed, if it is one, and every half hour that goes on from it. */
export function completeTimes(typed: string): readonly Completion[] {
  const begun = typed.trim();
  const read = readTime(begun);
  const going = halfHours.filter((time) => time.startsWith(begun) || time.startsWith(`0${begun}`));
  // What goes on comes before what may be meant: "08:3" is half past eight before three past.
  return same(read?.value === undefined ? [...going, ...(read?.meant ?? [])] : [read.value, ...going]);
}

/** The days that are typed, if they are some, and lists of days that go on from them. */
export function completeDays(typed: string): readonly Completion[] {
  const begun = typed.trim().toLowerCase();
  const read = begun === '' ? null : readDays(begun);
  const going = someDays.filter((days) => days.startsWith(begun));
  if (read?.value !== undefined) return same([writeDays(read.value), ...going]);
  return same([...going, ...(read?.meant ?? []).map(writeDays)]);
}
