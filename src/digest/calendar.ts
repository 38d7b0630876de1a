import { Temporal } from 'temporal-polyfill';
import type { Day, Due, Schedule } from './records.ts';
import type { Moment } from './types.ts';
import { week } from './weekdays.ts';

function weekdayOf(date: Temporal.PlainDate | Temporal.ZonedDateTime): Day {
  const day = week[date.dayOfWeek - 1];
  if (day === undefined) throw new RangeError(`No day of the week: ${date.toString()}`);
  return day;
}

/** In dates. No schedule pauses for longer: a week, and another where the zone leaves its day out. */
const LONGEST_PAUSE = 15;

const zoned = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/**
 * The occurrence of one date, resolved as RFC 5545 (3.3.5) and Temporal's "compatible" have it: a time that the
 * clocks skip comes later by the length of the gap, one that they show twice comes the first time.
 */
function dueAt({ zone, days }: Schedule, time: Temporal.PlainTime, date: Temporal.PlainDate): Due | null {
  if (!days.includes(weekdayOf(date))) return null;
  const due = date.toZonedDateTime({ timeZone: zone, plainTime: time });
  // A gap may push the time into the next date; a date that the zone left out has no start of its own either.
  if (due.day !== date.day && date.toZonedDateTime(zone).day !== date.day) return null;
  return { date: date.toString(), at: due.epochMilliseconds };
}

/**
 * The occurrence of a local date, `YYYY-MM-DD`.
 *
 * @returns null when the schedule leaves the weekday out, or the zone the date: Samoa had no 2011-12-30.
 * @throws RangeError for a zone that is not known, or no date.
 */
export const dueOn = (schedule: Schedule, date: string): Due | null =>
  dueAt(schedule, Temporal.PlainTime.from(schedule.time), Temporal.PlainDate.from(date));

/** The occurrences of the dates from two before the instant's: clock changes may make one of these due after it. */
function* duesFrom(schedule: Schedule, instant: number): Generator<Due, never> {
  const time = Temporal.PlainTime.from(schedule.time);
  let date = zoned(instant, schedule.zone).toPlainDate().subtract({ days: 2 });
  for (let without = 0; without < LONGEST_PAUSE; without++) {
    const due = dueAt(schedule, time, date);
    if (due !== null) {
      yield due;
      without = 0;
    }
    date = date.add({ days: 1 });
  }
  throw new RangeError(`A schedule that is never due: ${JSON.stringify(schedule)}`);
}

/**
 * The first occurrence strictly after an instant, in milliseconds since 1970.
 *
 * @throws RangeError for a zone that is not known, or a schedule without days.
 */
export function nextDue(schedule: Schedule, after: number): Due {
  const dues = duesFrom(schedule, after);
  for (;;) {
    const { value } = dues.next();
    if (value.at > after) return value;
  }
}

/**
 * All occurrences after one instant, up to and with another, the latest last; both in milliseconds since 1970.
 *
 * @throws RangeError for a zone that is not known, or a schedule without days.
 */
export function dueBetween(schedule: Schedule, after: number, upTo: number): readonly Due[] {
  const found: Due[] = [];
  for (const due of duesFrom(schedule, after)) {
    if (due.at > upTo) break;
    if (due.at > after) found.push(due);
  }
  return found;
}

/** The date of an instant, in milliseconds since 1970, in a zone. */
export const localDate = (zone: string, at: number): string => zoned(at, zone).toPlainDate().toString();

/**
 * What clocks and calendars in a zone show at an instant, in milliseconds since 1970.
 *
 * @throws RangeError for a zone that is not known.
 */
export function moment(at: number, zone: string): Moment {
  const local = zoned(at, zone);
  return {
    at,
    zone,
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    weekday: weekdayOf(local),
    offset: local.offset,
    iso: local.toString({ smallestUnit: 'second' }),
  };
}
