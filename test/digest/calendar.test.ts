import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueBetween, dueOn, localDate, moment, nextDue } from '../../src/digest/calendar.ts';
import type { Day, Schedule } from '../../src/digest/records.ts';
import { counter } from '../reached.ts';

const week: Schedule['days'] = [1, 2, 3, 4, 5, 6, 7];
const daily = (zone: string, time: string, days: Schedule['days'] = week): Schedule => ({ zone, time, days });
const iso = (schedule: Schedule, date: string): string | null => {
  const due = dueOn(schedule, date);
  return due === null ? null : moment(due.at, schedule.zone).iso;
};
const utc = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('the occurrence of a date', () => {
  it.each([
    // The table of the calendar: a gap, a fold, an odd offset, half an hour both ways, a gap at midnight.
    ['America/New_York', '02:30', '2027-03-14', '2027-03-14T03:30:00-04:00[America/New_York]'],
    ['America/New_York', '01:30', '2026-11-01', '2026-11-01T01:30:00-04:00[America/New_York]'],
    ['Asia/Kathmandu', '09:00', '2026-11-23', '2026-11-23T09:00:00+05:45[Asia/Kathmandu]'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-04T02:45:00+11:00[Australia/Lord_Howe]'],
    ['Australia/Lord_Howe', '01:45', '2027-04-04', '2027-04-04T01:45:00+11:00[Australia/Lord_Howe]'],
    ['Africa/Cairo', '00:30', '2027-04-30', '2027-04-30T01:30:00+03:00[Africa/Cairo]'],
    ['Africa/Cairo', '00:00', '2027-04-30', '2027-04-30T01:00:00+03:00[Africa/Cairo]'],
    // The first and the last minute that the clocks skip, and their neighbours.
    ['America/New_York', '01:59', '2027-03-14', '2027-03-14T01:59:00-05:00[America/New_York]'],
    ['America/New_York', '02:00', '2027-03-14', '2027-03-14T03:00:00-04:00[America/New_York]'],
    ['America/New_York', '02:59', '2027-03-14', '2027-03-14T03:59:00-04:00[America/New_York]'],
    ['America/New_York', '03:00', '2027-03-14', '2027-03-14T03:00:00-04:00[America/New_York]'],
    ['America/New_York', '02:00', '2026-11-01', '2026-11-01T02:00:00-05:00[America/New_York]'],
    // Two hours at a time.
    ['Antarctica/Troll', '01:30', '2027-03-28', '2027-03-28T03:30:00+02:00[Antarctica/Troll]'],
    ['Antarctica/Troll', '01:30', '2026-10-25', '2026-10-25T01:30:00+02:00[Antarctica/Troll]'],
    // Clocks that change for Ramadan, backwards first.
    ['Africa/Casablanca', '02:30', '2026-02-15', '2026-02-15T02:30:00+01:00[Africa/Casablanca]'],
    ['Africa/Casablanca', '02:30', '2026-03-22', '2026-03-22T03:30:00+01:00[Africa/Casablanca]'],
    // A gap that takes the time into the next date: it is still the occurrence of the date before.
    ['Asia/Dhaka', '23:45', '2009-06-19', '2009-06-20T00:45:00+07:00[Asia/Dhaka]'],
    ['America/Toronto', '23:45', '1919-03-30', '1919-03-31T00:45:00-04:00[America/Toronto]'],
    ['Asia/Shanghai', '08:30', '2026-11-23', '2026-11-23T08:30:00+08:00[Asia/Shanghai]'],
    ['Asia/Kolkata', '23:59', '2028-02-29', '2028-02-29T23:59:00+05:30[Asia/Kolkata]'],
    ['UTC', '00:00', '2026-01-01', '2026-01-01T00:00:00+00:00[UTC]'],
  ])('%s %s on %s is %s', (zone, time, date, expected) => {
    expect(iso(daily(zone, time), date)).toBe(expected);
    expect(dueOn(daily(zone, time), date)?.date).toBe(date);
  });

  it.each([
    ['Pacific/Apia', '09:00', '2011-12-30'],
    ['Pacific/Apia', '00:00', '2011-12-30'],
    ['Pacific/Apia', '23:59', '2011-12-30'],
    ['Pacific/Kwajalein', '09:00', '1993-08-21'],
  ])('%s %s on %s is none: the zone left the date out', (zone, time, date) => {
    expect(dueOn(daily(zone, time), date)).toBeNull();
  });

  it.each(['2011-12-29', '2011-12-31'])('beside a date that was left out there is one: %s', (date) => {
    expect(iso(daily('Pacific/Apia', '09:00'), date)).toMatch(new RegExp(`^${date}T09:00:00`));
  });

  it('is none on a weekday that the schedule leaves out', () => {
    const weekdays = daily('Asia/Shanghai', '08:30', [1, 2, 3, 4, 5]);
    expect(dueOn(weekdays, '2026-11-20')).not.toBeNull();
    expect(dueOn(weekdays, '2026-11-21')).toBeNull();
    expect(dueOn(weekdays, '2026-11-22')).toBeNull();
  });

  it.each([
    ['Asia/Shangai', '2026-11-23'],
    ['Asia/Shanghai', '2026-02-30'],
    ['Asia/Shanghai', 'tomorrow'],
  ])('of %s on %s is an error', (zone, date) => {
    expect(() => dueOn(daily(zone, '08:30'), date)).toThrow(RangeError);
  });
});

describe('the next occurrence', () => {
  it.each([
    ['Asia/Shanghai', '08:30', '2026-11-23T00:29:59.999Z', '2026-11-23'],
    ['Asia/Shanghai', '08:30', '2026-11-23T00:30:00Z', '2026-11-24'],
    ['Pacific/Apia', '09:00', '2011-12-29T19:00:00Z', '2011-12-31'],
    ['Pacific/Kiritimati', '00:00', '2026-11-22T09:59:59Z', '2026-11-23'],
    ['Pacific/Pago_Pago', '23:59', '2026-11-23T10:58:59Z', '2026-11-22'],
    // Pushed over midnight, and so after an instant of the next date.
    ['Asia/Dhaka', '23:45', '2009-06-19T17:30:00Z', '2009-06-19'],
    ['Asia/Dhaka', '23:45', '2009-06-19T17:45:00Z', '2009-06-20'],
  ])('of %s %s after %s is that of %s', (zone, time, after, date) => {
    expect(nextDue(daily(zone, time), utc(after)).date).toBe(date);
  });

  it('waits two weeks for the only weekday where the zone left one out', () => {
    const fridays = daily('Pacific/Apia', '09:00', [5]);
    expect(nextDue(fridays, utc('2011-12-23T20:00:00Z')).date).toBe('2012-01-06');
  });

  it('is an error for a schedule without days, and no endless search', () => {
    expect(() => nextDue(daily('UTC', '08:30', []), 0)).toThrow(/never due/);
    expect(() => dueBetween(daily('UTC', '08:30', []), 0, DAY)).toThrow(/never due/);
  });
});

describe('the occurrences of a time', () => {
  it('begin behind it and end with it', () => {
    const schedule = daily('UTC', '08:00');
    const [from, to] = [utc('2026-11-20T08:00:00Z'), utc('2026-11-23T08:00:00Z')];
    expect(dueBetween(schedule, from, to).map(({ date }) => date)).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
    ]);
    expect(dueBetween(schedule, from, to - 1).map(({ date }) => date)).toEqual(['2026-11-21', '2026-11-22']);
    expect(dueBetween(schedule, to, to)).toEqual([]);
    expect(dueBetween(schedule, to, from)).toEqual([]);
  });

  it('are all those of a year that nobody was there', () => {
    const weekends = daily('Europe/Berlin', '02:30', [6, 7]);
    const found = dueBetween(weekends, utc('2026-01-01T00:00:00Z'), utc('2027-01-01T00:00:00Z'));
    expect(found).toHaveLength(104);
    expect(found.at(-1)?.date).toBe('2026-12-27');
  });
});

describe('what the clocks show', () => {
  it.each([
    ['2026-11-23T00:30:00Z', 'Asia/Shanghai', '2026-11-23', '08:30', 1, '+08:00'],
    ['2026-11-22T16:00:00Z', 'Asia/Shanghai', '2026-11-23', '00:00', 1, '+08:00'],
    ['2026-11-22T15:59:59Z', 'Asia/Shanghai', '2026-11-22', '23:59', 7, '+08:00'],
    ['2026-07-01T03:00:00Z', 'America/New_York', '2026-06-30', '23:00', 2, '-04:00'],
    ['2026-07-01T03:00:00Z', 'Asia/Kathmandu', '2026-07-01', '08:45', 3, '+05:45'],
    ['2026-07-01T03:00:00Z', 'UTC', '2026-07-01', '03:00', 3, '+00:00'],
  ])('at %s in %s', (instant, zone, date, time, weekday, offset) => {
    const shown = moment(utc(instant), zone);
    expect(shown).toMatchObject({ at: utc(instant), zone, date, time, weekday, offset });
    expect(shown.iso).toMatch(new RegExp(`^${date}T${time}:\\d\\d\\${offset}\\[${zone}\\]$`));
    expect(localDate(zone, utc(instant))).toBe(date);
  });
});

/** What Node's own Intl says, which knows nothing of Temporal. */
const clocksOf = (zone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => format.format(at);
};

/** Clocks that change by an hour, half of one and two, at night and at midnight, for the summer and for Ramadan. */
const changing = [
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Nuuk',
  'Asia/Beirut',
] as const;
const unchanging = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const;

const [START, END] = [utc('2027-01-01T00:00:00Z'), utc('2028-01-01T00:00:00Z')];
const dates = Array.from({ length: (END - START) / DAY }, (_, n) =>
  new Date(START + n * DAY).toISOString().slice(0, 10),
);

/** Dates on which a zone's clocks change, and the four around each. */
function datesOfChange(zone: string): readonly string[] {
  const clocks = clocksOf(zone);
  const offset = (date: string): string => clocks(Date.parse(date)).slice(11);
  const around = dates.flatMap((date, n) =>
    n > 0 && offset(date) !== offset(dates[n - 1] ?? date) ? dates.slice(Math.max(0, n - 3), n + 2) : [],
  );
  return [...new Set(around)];
}

const two = (part: number): string => String(part).padStart(2, '0');
/** Times at which clocks change somewhere, as well as all others. */
const times = fc.oneof(
  fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map(two).join(':')),
  fc.constantFrom('00:00', '00:30', '01:30', '01:45', '02:00', '02:15', '02:30', '03:00', '23:45'),
);
const someDays = fc
  .uniqueArray(fc.constantFrom<Day>(...week), { minLength: 1 })
  .map((days) => days.toSorted());

describe('an occurrence, by the clocks of its zone', () => {
  it('comes at its time, for the first of two times and, where the clocks skip it, later by what they skip', () => {
    const zones = changing.map((zone) => ({ zone, clocks: clocksOf(zone), around: datesOfChange(zone) }));
    const asUtc = (shown: string): number => Date.parse(`${shown.replace(' ', 'T')}Z`);
    const reached = counter();
    fc.assert(
      fc.property(fc.constantFrom(...zones), times, ({ zone, clocks, around }, time) => {
        const offset = (instant: number): number => asUtc(clocks(instant)) - instant;
        for (const date of around) {
          const wall = `${date} ${time}`;
          const at = dueOn(daily(zone, time), date)?.at;
          if (at === undefined) throw new Error(`${zone} has no ${wall}`);
          const nearby = (sign: 1 | -1) => [HOUR / 2, HOUR, 2 * HOUR].map((by) => clocks(at + sign * by));
          expect(nearby(-1), `${zone} ${wall}`).not.toContain(wall);
          const late = asUtc(clocks(at)) - asUtc(wall);
          expect(late, `${zone} ${wall}`).toBe(late === 0 ? 0 : offset(at) - offset(at - 3 * HOUR));
          reached('a time that is skipped', late > 0);
          reached('a time that comes twice', nearby(1).includes(wall));
        }
      }),
    );
    reached.atLeast({ 'a time that is skipped': 10, 'a time that comes twice': 10 });
  });

  it('is there once for each date of a year, each later than the one before', () => {
    for (const [n, zone] of [...changing, ...unchanging].entries()) {
      const found = dueBetween(daily(zone, n % 2 === 0 ? '02:15' : '00:30'), START - 2 * DAY, END + 2 * DAY);
      const inside = found.filter(({ date }) => date.startsWith('2027'));
      expect(
        inside.map(({ date }) => date),
        zone,
      ).toEqual(dates);
      expect(
        found.every(({ at }, i) => i === 0 || at > (found[i - 1]?.at ?? at)),
        zone,
      ).toBe(true);
    }
  });

  it('is the same whether it is looked for by date, as the next one or among those of a time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...changing, ...unchanging),
        times,
        someDays,
        fc.integer({ min: START, max: END }),
        (zone, time, days, from) => {
          const schedule = daily(zone, time, days);
          const next = nextDue(schedule, from);
          expect(next).toEqual(dueOn(schedule, next.date));
          expect(next.at).toBeGreaterThan(from);
          expect(nextDue(schedule, next.at - 1)).toEqual(next);
          const found = dueBetween(schedule, from, from + 20 * DAY);
          const first = Date.parse(localDate(zone, from)) - 3 * DAY;
          const each = Array.from({ length: 28 }, (_, n) =>
            new Date(first + n * DAY).toISOString().slice(0, 10),
          )
            .map((date) => dueOn(schedule, date))
            .filter((due) => due !== null && due.at > from && due.at <= from + 20 * DAY);
          expect(found).toEqual(each);
          expect(found[0]).toEqual(next);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('is there in zones all over the world, by the names that Node has for them', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((_, n) => n % 8 === 0);
    expect(zones.length).toBeGreaterThan(50);
    for (const zone of zones) {
      const { date, at } = nextDue(daily(zone, '09:00'), START);
      expect(clocksOf(zone)(at), zone).toBe(`${date} 09:00`);
    }
  });
});
