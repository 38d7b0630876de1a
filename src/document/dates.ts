export const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** The short names in lower case, `jan` to `dec`. */
export const shortMonths: readonly string[] = monthNames.map((name) => name.slice(0, 3).toLowerCase());

/** A month's number by how its name begins; 0 for none. */
export const monthNumber = (name: string): number => shortMonths.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const MONTH_GROUP = '(?<month>[A-Z][a-z]{2,8})\\.?';

const DATE_FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<m>\d{2})-(?<day>\d{2})(?!\d)/,
  new RegExp(`^${MONTH_GROUP}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})\\b`),
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH_GROUP},?\\s+(?<year>\\d{4})\\b`),
];

/** A weekday before a date, a time of day and a zone after it. */
const WEEKDAY_BEFORE = /^(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?/;
const TIME_BEHIND =
  /^(?:[T,\s|]+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|(?:[A-Z]{2,5})?(?:[+-]\d{1,2}(?::?\d{2})?)?)?)?$/;

const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** Whether this is a day of the calendar, written `YYYY-MM-DD`: 2023-02-30 is none. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/**
 * The ISO date of a line that holds a date, perhaps with a time of day, and nothing else; `null` when it is
 * anything else. `04/11/2020` is not read: which number is the month cannot be known.
 */
export const plainDate = (line: string): string | null => {
  const text = line.trim().replace(WEEKDAY_BEFORE, '');
  for (const form of DATE_FORMS) {
    const found = form.exec(text);
    if (found?.groups === undefined || !TIME_BEHIND.test(text.slice(found[0].length))) continue;
    const { year = '', m, month = '', day = '' } = found.groups;
    const name = month.toLowerCase();
    if (m === undefined && !MONTH_NAME.test(name)) continue;
    const number = m ?? String(monthNumber(name));
    const date = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isDate(date)) return date;
  }
  return null;
};
