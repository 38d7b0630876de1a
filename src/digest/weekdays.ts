import type { Day } from './records.ts';

/** In order. */
export const week: readonly Day[] = [1, 2, 3, 4, 5, 6, 7];

export const dayNames: Readonly<Record<Day, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

/** As days are typed, and as scripts get them. */
export const shortDays = {
  1: 'mon',
  2: 'tue',
  3: 'wed',
  4: 'thu',
  5: 'fri',
  6: 'sat',
  7: 'sun',
} as const satisfies Readonly<Record<Day, string>>;

export const inOrder = (days: readonly Day[]): readonly Day[] => week.filter((day) => days.includes(day));

/** The days from one to another, over the end of the week if need be. */
export const daysFrom = (first: Day, last: Day): readonly Day[] =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, n) => week[(first - 1 + n) % 7] ?? first);

const after = (day: Day): Day => week[day % 7] ?? day;
const before = (day: Day): Day => week[(day + 5) % 7] ?? day;

/** The shortest text that is read as these days, in order: `daily`, `mon-fri`, `sat,sun`, `fri-mon`. */
export function writeDays(days: readonly Day[]): string {
  const given = inOrder(days);
  if (given.length === week.length) return 'daily';
  const starts = given.filter((day) => !given.includes(before(day)));
  const parts = starts.flatMap((first) => {
    let last = first;
    while (given.includes(after(last))) last = after(last);
    const run = daysFrom(first, last);
    if (run.length < 3) return run.map((day) => ({ day, text: shortDays[day] }));
    return [{ day: first, text: `${shortDays[first]}-${shortDays[last]}` }];
  });
  return parts
    .sort((a, b) => a.day - b.day)
    .map(({ text }) => text)
    .join(',');
}
