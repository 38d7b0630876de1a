import type { Filters, Query } from './types.ts';

/** A line of a search that cannot be understood. `typed` is the part at fault. */
export interface QueryFault {
  readonly code: 'unknown-filter' | 'bad-date' | 'bad-page';
  readonly typed: string;
  /** The same line with the fault mended, where there is an obvious way. */
  readonly mended: string | null;
}

export interface ParsedQuery {
  readonly query: Query;
  /** From 1. */
  readonly page: number;
}

export const filterNames = [
  'from',
  'in',
  'by',
  'after',
  'before',
] as const satisfies readonly (keyof Filters)[];
type FilterName = (typeof filterNames)[number];

const OPENING = '"“”„«';
const PART =
  /(?<minus>-)?(?:(?<name>\p{L}+):(?!\/\/)(?=\S))?(?:["“”„«](?<quoted>[^"“”„«»]*)["“”»]|(?<bare>[^\s]+))/uy;

const isFilter = (name: string): name is FilterName => filterNames.some((each) => each === name);

/** A date that the calendar has, as `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day that somebody means who writes a year or a month: its first for `before:`, its last for `after:`. */
function dayMeant(name: FilterName, value: string): string | null {
  const parts = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(value);
  if (parts === null) return null;
  const [, year = '', month, day] = parts;
  const two = (n: number): string => String(n).padStart(2, '0');
  if (day !== undefined && month !== undefined) {
    const date = `${year}-${two(Number(month))}-${two(Number(day))}`;
    return isDate(date) ? date : null;
  }
  const m = month === undefined ? (name === 'before' ? 1 : 12) : Number(month);
  if (m < 1 || m > 12) return null;
  const last = new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
  return `${year}-${two(m)}-${two(name === 'before' ? 1 : last)}`;
}

/**
 * Parses `words "exact phrase" -without from:publisher in:article by:author after:date before:date page:n`.
 * A colon in the middle of a sentence is not a filter, nor is an address; a quotation mark that nothing
 * closes is a plain character.
 */
export function parseQuery(line: string): ParsedQuery | QueryFault {
  const words: string[] = [];
  const phrases: string[] = [];
  const without: string[] = [];
  const filters: { -readonly [Name in keyof Filters]: Filters[Name] } = {};
  let page = 1;
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line.charAt(at))) {
      at++;
      continue;
    }
    PART.lastIndex = at;
    const match = PART.exec(line);
    if (match === null) {
      at++;
      continue;
    }
    const { minus, name: written, quoted, bare } = match.groups ?? {};
    const value = quoted ?? bare ?? '';
    at = PART.lastIndex;
    if (written === undefined) {
      if (quoted !== undefined) {
        if (/[\p{L}\p{N}]/u.test(quoted)) (minus === undefined ? phrases : without).push(quoted.trim());
      } else if (minus !== undefined && /[\p{L}\p{N}]/u.test(value)) without.push(value);
      else words.push(value);
      continue;
    }
    const name = written.toLowerCase();
    if (name === 'page') {
      if (!/^[1-9]\d{0,5}$/.test(value))
        return { code: 'bad-page', typed: value, mended: line.replace(match[0], 'page:1') };
      page = Number(value);
    } else if (!isFilter(name)) {
      return {
        code: 'unknown-filter',
        typed: `${written}:`,
        mended: line.replace(`${written}:`, ' ').replace(/\s+/g, ' ').trim(),
      };
    } else if (name === 'after' || name === 'before') {
      if (!isDate(value)) {
        const day = dayMeant(name, value);
        return { code: 'bad-date', typed: match[0], mended: day && line.replace(match[0], `${name}:${day}`) };
      }
      filters[name] = value;
    } else filters[name] = value;
  }
  return { query: { words: words.join(' '), phrases, without, filters }, page };
}

const quotedIfNeeded = (value: string): string =>
  /[\s"“”„«»]/.test(value) || value === '' ? `"${value.replaceAll(/["“”„«»]/g, '')}"` : value;

export const writeFilters = (filters: Filters): string =>
  filterNames
    .flatMap((name) => {
      const value = filters[name];
      return value === undefined ? [] : [`${name}:${quotedIfNeeded(value)}`];
    })
    .join(' ');

/** The line that `parseQuery` reads as this query. */
export const writeQuery = (query: Query): string =>
  [
    query.words,
    ...query.phrases.map((phrase) => `"${phrase}"`),
    ...query.without.map((word) => `-${quotedIfNeeded(word)}`),
    writeFilters(query.filters),
  ]
    .filter((part) => part !== '')
    .join(' ');

/** Whether the text opens with a mark that would be read as a phrase. */
export const opensPhrase = (text: string): boolean => OPENING.includes(text.charAt(0));
