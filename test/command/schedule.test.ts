import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeDays, completeTimes } from '../../src/command/digest/complete.ts';
import { daysNamed, readDays, readTime } from '../../src/command/digest/times.ts';
import type { Day } from '../../src/digest/records.ts';
import { week, writeDays } from '../../src/digest/weekdays.ts';
import { counter } from '../reached.ts';

describe('a time of day', () => {
  it.each([
    ['08:30', '08:30'],
    ['8:30', '08:30'],
    ['8.30', '08:30'],
    ['08:30:00', '08:30'],
    ['8:30am', '08:30'],
    ['8:30 am', '08:30'],
    ['8:30 P.M.', '20:30'],
    ['8am', '08:00'],
    ['8 PM', '20:00'],
    ['12am', '00:00'],
    ['12:15am', '00:15'],
    ['12pm', '12:00'],
    ['12:59 pm', '12:59'],
    ['1am', '01:00'],
    ['11pm', '23:00'],
    ['20h', '20:00'],
    ['20h30', '20:30'],
    ['0830', '08:30'],
    ['2359', '23:59'],
    ['00:00', '00:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
    ['８：３０', '08:30'],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toEqual({ value: time });
  });

  it.each([
    ['25:00', []],
    ['13pm', ['13:00']],
    ['0am', ['00:00']],
    ['23:30pm', ['23:30']],
    ['8:60', ['09:00']],
    ['23:60', []],
    ['8:75', []],
    ['24:00', ['00:00']],
    ['24:30', []],
    ['2400', ['00:00']],
    ['9', ['09:00']],
    ['99', []],
    ['830', ['08:30']],
    ['8:5', ['08:05', '08:50']],
    ['8:7', ['08:07']],
    ['8:30:15', ['08:30']],
  ])('%s is wrong, and %j may be meant', (typed, meant) => {
    expect(readTime(typed)).toEqual({ meant });
  });

  it.each(['', 'am', 'security', '8-30', '1:2:3:4', '2026-11-23', '+08:00', '8:30am:', '12345', 'noonday'])(
    '%j is none',
    (typed) => {
      expect(readTime(typed)).toBeNull();
    },
  );

  it('is read back as it is written, for every minute of a day and in both halves', () => {
    for (let minute = 0; minute < 1440; minute++) {
      const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0'));
      const half = `${((Math.floor(minute / 60) + 11) % 12) + 1}:${minutes}${minute < 720 ? 'am' : 'pm'}`;
      expect(readTime(`${hours}:${minutes}`)).toEqual({ value: `${hours}:${minutes}` });
      expect(readTime(half)).toEqual({ value: `${hours}:${minutes}` });
    }
  });

  it('has HH:MM whenever it is read, and throws for nothing', () => {
    const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
    const hour = fc.integer({ min: 0, max: 25 });
    const minute = fc.integer({ min: 0, max: 61 }).map((n) => String(n).padStart(2, '0'));
    const begun = fc.tuple(hour, fc.constantFrom(':', '.', 'h', ''), fc.option(minute, { nil: '' }));
    const timelike = fc
      .tuple(begun, fc.constantFrom('', 'am', ' pm', ' p.m.', ':00', ' hrs'))
      .map(([[hours, mark, minutes], end]) => `${hours}${mark}${minutes}${end}`);
    const reached = counter();
    fc.assert(
      fc.property(fc.oneof(fc.string(), { weight: 4, arbitrary: timelike }), (typed) => {
        const read = readTime(typed);
        reached('a time', read?.value !== undefined);
        reached('what was meant', (read?.meant ?? []).length > 0);
        for (const time of read?.value === undefined ? (read?.meant ?? []) : [read.value]) {
          expect(time).toMatch(clock);
        }
      }),
      { numRuns: 400 },
    );
    reached.atLeast({ 'a time': 30, 'what was meant': 20 });
  });
});

describe('days of the week', () => {
  it.each<[string, readonly number[]]>([
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['Monday-Friday', [1, 2, 3, 4, 5]],
    ['mon – fri', [1, 2, 3, 4, 5]],
    ['Mon to Fri', [1, 2, 3, 4, 5]],
    ['monday through friday', [1, 2, 3, 4, 5]],
    ['fri-mon', [1, 5, 6, 7]],
    ['sun-thu', [1, 2, 3, 4, 7]],
    ['mon-mon', [1]],
    ['mon,wed,fri', [1, 3, 5]],
    ['fri,mon', [1, 5]],
    ['mon, wed and fri', [1, 3, 5]],
    ['mon wed', [1, 3]],
    ['tues,weds,thurs', [2, 3, 4]],
    ['mo,tu,we', [1, 2, 3]],
    ['Mon.', [1]],
    ['wednesdays', [3]],
    ['every monday and every friday', [1, 5]],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['every weekday', [1, 2, 3, 4, 5]],
    ['weekends', [6, 7]],
    ['weekdays,sat', [1, 2, 3, 4, 5, 6]],
    ['daily', week],
    ['every day', week],
    ['Everyday', week],
    ['sat', [6]],
    ['sat,sat', [6]],
  ])('%s are %j', (typed, days) => {
    expect(readDays(typed)).toEqual({ value: days });
    expect(daysNamed(typed)).toEqual(days);
  });

  it.each([
    ['munday', [[1]]],
    ['thirsday', [[4]]],
    ['mon-fry', [[1, 2, 3, 4, 5]]],
    ['mon,xyz', [[1]]],
    ['mon-tue-wed', []],
  ])('%s is wrong, and %j may be meant', (typed, meant) => {
    expect(readDays(typed)).toEqual({ meant });
    expect(daysNamed(typed)).toBeNull();
  });

  it.each([
    '',
    'm',
    'the',
    'fondue',
    '-',
    ',',
    '8:30',
    'Asia/Shanghai',
    'day',
    'every',
    'friendship',
    'sunlit',
  ])('%j are none', (typed) => {
    expect(readDays(typed)).toBeNull();
  });

  const allLists = Array.from({ length: 127 }, (_, n) => week.filter((day) => ((n + 1) >> (day - 1)) & 1));

  it('are read back as they are written, whichever they are', () => {
    expect(new Set(allLists.map(writeDays)).size).toBe(127);
    for (const days of allLists) expect(readDays(writeDays(days))).toEqual({ value: days });
  });

  it('are written no longer than a list of them', () => {
    const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    for (const days of allLists) {
      expect(writeDays(days).length).toBeLessThanOrEqual(days.map((day) => names[day - 1]).join(',').length);
    }
  });

  it.each<[readonly Day[], string]>([
    [week, 'daily'],
    [[1, 2, 3, 4, 5], 'mon-fri'],
    [[6, 7], 'sat,sun'],
    [[1, 5, 6, 7], 'fri-mon'],
    [[1, 7], 'mon,sun'],
    [[1, 3, 5], 'mon,wed,fri'],
    [[2, 3, 4, 6], 'tue-thu,sat'],
    [[3], 'wed'],
  ])('%j are written %s', (days, text) => {
    expect(writeDays(days)).toBe(text);
  });

  it('are in order and each once whenever they are read, and throw for nothing', () => {
    const word = fc.constantFrom(
      'mon',
      'tues',
      'fri',
      'sunday',
      'weekends',
      '-',
      ',',
      ' and ',
      ' to ',
      'x',
      ' ',
    );
    const reached = counter();
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const days = daysNamed(words.join(''));
        reached('days', days !== null);
        expect(days ?? []).toEqual(week.filter((day) => days?.includes(day)));
        expect(days?.length).not.toBe(0);
      }),
      { numRuns: 400 },
    );
    reached.atLeast({ days: 30 });
  });
});

describe('completion', () => {
  const values = (found: readonly { readonly value: string }[]): readonly string[] =>
    found.map(({ value }) => value);
  it.each([
    ['', ['05:00', '05:30']],
    ['8', ['08:00', '08:30']],
    ['08:3', ['08:30']],
    ['8:15pm', ['20:15']],
    ['0830', ['08:30']],
    ['13pm', ['13:00']],
    ['x', []],
  ])('of the time %j begins %j', (typed, first) => {
    expect(values(completeTimes(typed)).slice(0, first.length)).toEqual(first);
    expect(values(completeTimes(typed)).length === 0).toBe(first.length === 0);
  });
  it.each([
    ['', ['daily', 'mon-fri', 'sat,sun']],
    ['mon', ['mon', 'mon-fri', 'mon,wed,fri']],
    ['Fri to Mon', ['fri-mon']],
    ['weekdays', ['mon-fri']],
    ['munday', ['mon']],
    ['x', []],
  ])('of the days %j begins %j', (typed, first) => {
    expect(values(completeDays(typed)).slice(0, first.length)).toEqual(first);
    expect(values(completeDays(typed)).length === 0).toBe(first.length === 0);
  });
});
