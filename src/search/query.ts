import { isDate } from '../document/dates.ts';
import { hasWord, onOneLine } from '../document/fold.ts';
import { CERTAIN_MARKS } from '../language/quotation-marks.ts';
import type { Filters, Query } from './types.ts';

/** Why a search cannot be understood. */
export interface QueryFault {
  readonly code: 'unknown-filter' | 'repeated-filter' | 'missing-value' | 'bad-date' | 'bad-page';
  /** The part at fault. */
  readonly typed: string;
  /** Lines without the fault that may have been meant, best first. */
  readonly mended: readonly string[];
}

/** A search as it was typed: what to look for, and the page of results. */
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

/** Other names that people give to filters. */
const FILTER_SYNONYMS = new Map<string, FilterName>([
  ['author', 'by'],
  ['writer', 'by'],
  ['publisher', 'from'],
  ['source', 'from'],
  ['site', 'from'],
  ['article', 'in'],
  ['title', 'in'],
  ['since', 'after'],
  ['until', 'before'],
]);

/** Any mark opens and any closes: people mix them. */
const QUERY_PART = new RegExp(
  `(?<minus>-)?(?:(?<name>\\p{L}+):(?!//))?(?:[${CERTAIN_MARKS}](?<quoted>[^${CERTAIN_MARKS}]*)[${CERTAIN_MARKS}]|(?<bare>[^\\s${CERTAIN_MARKS}]+))?`,
  'uy',
);

const isFilter = (name: string): name is FilterName => filterNames.some((each) => each === name);

/** The day that a year or a month stands for: its first for `before:`, its last for `after:`. */
function dateMeant(name: FilterName, value: string): string | null {
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

/** What has been read of a line so far. */
interface PartialQuery {
  readonly words: string[];
  readonly phrases: string[];
  readonly without: string[];
  readonly filters: { -readonly [Name in keyof Filters]: Filters[Name] };
  page: number | null;
}

interface FilterPart {
  readonly name: string;
  readonly value: string;
  /** The filter as typed, minus included. */
  readonly typed: string;
  readonly minus: boolean;
  /** The line with other text in the place of this part. */
  instead(text: string): string;
}

/** Reads one filter into `query`, or says what is wrong with it. */
function readFilter(
  query: PartialQuery,
  { name, value, typed, minus, instead }: FilterPart,
): QueryFault | null {
  const lower = name.toLowerCase();
  const fault = (code: QueryFault['code'], ...mended: readonly string[]): QueryFault => ({
    code,
    typed: code === 'bad-date' ? typed : code === 'bad-page' ? value : `${minus ? '-' : ''}${name}:`,
    mended: mended.map(onOneLine),
  });
  if (lower !== 'page' && !isFilter(lower)) {
    const other = FILTER_SYNONYMS.get(lower);
    const renamed = other === undefined ? [] : [instead(`${other}:${quotedIfNeeded(value)}`)];
    return fault('unknown-filter', ...renamed, instead(` ${value} `));
  }
  if (minus) return fault('unknown-filter', instead(`${lower}:${quotedIfNeeded(value)}`));
  if (value === '') {
    const closedUp = instead(`${lower}:@@`).replace(/@@\s+/u, '').replace('@@', '');
    return fault('missing-value', closedUp, instead(` ${name} `), instead(' '));
  }
  if (lower === 'page') {
    if (query.page !== null) return fault('repeated-filter', instead(' '));
    if (!/^[1-9]\d{0,5}$/.test(value)) return fault('bad-page', instead(' '));
    query.page = Number(value);
    return null;
  }
  if (query.filters[lower] !== undefined) return fault('repeated-filter', instead(' '));
  if ((lower === 'after' || lower === 'before') && !isDate(value)) {
    const day = dateMeant(lower, value);
    return fault('bad-date', ...(day === null ? [] : [instead(`${lower}:${day}`)]), instead(' '));
  }
  query.filters[lower] = value;
  return null;
}

/**
 * Parses `words "exact phrase" -without from:publisher in:article by:author after:date before:date page:n`.
 * A colon in the middle of a sentence is not a filter, nor is an address; a quotation mark that nothing
 * closes is left out.
 */
export function parseQuery(line: string): ParsedQuery | QueryFault {
  const partial: PartialQuery = { words: [], phrases: [], without: [], filters: {}, page: null };
  let at = 0;
  while (at < line.length) {
    QUERY_PART.lastIndex = at;
    const match = QUERY_PART.exec(line);
    const { minus, name, quoted, bare } = match?.groups ?? {};
    if (match === null || match[0] === '') {
      at++;
      continue;
    }
    const start = at;
    const end = start + match[0].length;
    at = end;
    const value = onOneLine(quoted ?? bare ?? '');
    const isNamed = name !== undefined && (minus === undefined || isFilter(name.toLowerCase()));
    const lower = name?.toLowerCase() ?? '';
    // Words such as "summit:" with nothing behind the colon are words.
    if (isNamed && (value !== '' || isFilter(lower) || lower === 'page')) {
      const fault = readFilter(partial, {
        name,
        value,
        typed: match[0],
        minus: minus !== undefined,
        instead: (text) => `${line.slice(0, start)}${text}${line.slice(end)}`,
      });
      if (fault !== null) return fault;
      continue;
    }
    const text = name === undefined ? value : onOneLine(match[0].replace(/^-/, '').replace(MARKS, ''));
    if (minus !== undefined && hasWord(text)) partial.without.push(text);
    else if (quoted === undefined) partial.words.push(match[0]);
    else if (hasWord(value)) partial.phrases.push(value);
  }
  const { words, phrases, without, filters, page } = partial;
  return { query: { words: words.join(' '), phrases, without, filters }, page: page ?? 1 };
}

const MARKS = new RegExp(`[${CERTAIN_MARKS}]`, 'gu');

/** A value as it must be written to be read as one: in quotation marks unless it is a plain word. */
export function quotedIfNeeded(value: string): string {
  const clean = value.replace(MARKS, '');
  return /^[\p{L}\p{N}][^\s:]*$/u.test(clean) ? clean : `"${clean}"`;
}

/** The filters as they are typed; empty for none. */
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
