import type { DigestCommand } from '../../digest/types.ts';
import { writeDays } from '../../digest/weekdays.ts';
import { type ParsedQuery, writeFilters } from '../../search/query.ts';
import type { Query } from '../../search/types.ts';
import { type ActionModule, type Core, filterOptions, type Parsed, problem } from '../module.ts';
import { readQuery } from '../query.ts';
import { type Fault, faultOf, partOf, readWords, type SchedulePart, unexpected } from './schedule-words.ts';

type OnCommand = Extract<DigestCommand, { action: 'on' }>;

/** Phrases and minus words, of which a search is made and no schedule; `-05:00` was meant for an offset. */
function searchedFor({ phrases, without }: Query): readonly Fault[] {
  const negative = without.map((word) => {
    const fault = /^\d/.test(word) ? faultOf(`-${word}`, 1) : null;
    return fault ?? unexpected(`-${word}`);
  });
  const quoted = phrases.map((phrase) => {
    const part = partOf(phrase, phrase.split(' ').length);
    return unexpected(`"${phrase}"`, part === null ? [] : [part]);
  });
  return [...negative, ...quoted];
}

const write = ({ time, zone, days, filters }: Omit<OnCommand, 'verb' | 'action'>): string =>
  [time, zone, days === null ? null : writeDays(days), filters]
    .filter((part) => part !== null && part !== '')
    .join(' ');

/** As many as the zones of Russia, of which no country has more. */
const MOST_MEANT = 11;

/** What was likely meant by all that is wrong together. */
const meantBy = (faults: readonly Fault[]): readonly SchedulePart[] =>
  faults.reduce<readonly SchedulePart[]>((sofar, { meant }) => {
    if (meant.length === 0) return sofar;
    const both = sofar.flatMap((part) => meant.map((each) => ({ ...each, ...part })));
    return (both.length === 0 ? meant : both).slice(0, MOST_MEANT);
  }, []);

/** Reads time, zone and days, in any order, among the words of a query. */
function parseWords({ query, page }: ParsedQuery, rest: string): Parsed<OnCommand> {
  const filters = writeFilters(query.filters);
  const { given, faults } = readWords(query.words.split(/\s+/u).filter((word) => word !== ''));
  const pages = page === 1 ? [] : [unexpected(`page:${page}`)];
  const all = [...faults, ...searchedFor(query), ...pages];
  const [fault] = all;
  if (fault === undefined) return { command: { verb: 'digest', action: 'on', ...given, filters } };
  const line = (part: SchedulePart): string => `digest on ${write({ ...given, ...part, filters })}`.trimEnd();
  const lines = [...meantBy(all), {}].map(line);
  // Words that mean nothing here may be looked for.
  const isSearch = fault.meant.length === 0 && ['unexpected-words', 'bad-zone'].includes(fault.code);
  const searching = isSearch ? [`search digest on ${rest}`] : [];
  const instead = lines[0] === 'digest on' ? [...searching, ...lines] : [...lines, ...searching];
  return { problem: problem(fault.code, fault.typed, { allowed: fault.allowed, instead }) };
}

/** The line less the filter that is at fault; where its words are at fault too, what was likely meant by them. */
function withoutFilter(rest: string, typed: string, core: Core): readonly string[] {
  const at = rest.indexOf(typed);
  if (at < 0) return [];
  const behind = rest.slice(at + typed.length).replace(/^(?:"[^"]*"|\S*)/u, '');
  const others = `${rest.slice(0, at)} ${behind}`.replace(/\s+/gu, ' ').trim();
  const read = readQuery('digest on', others, core);
  if (read.problem !== undefined) return [];
  return parseWords(read.parsed, others).problem?.instead ?? [`digest on ${others}`.trimEnd()];
}

function parse(rest: string, core: Core): Parsed<OnCommand> {
  const read = readQuery('digest on', rest, core);
  if (read.problem === undefined) return parseWords(read.parsed, rest);
  const { instead, typed } = read.problem;
  return {
    problem: { ...read.problem, instead: [...instead, ...withoutFilter(rest, typed, core), 'digest on'] },
  };
}

/** Time, zone and days in any order, and the filters of a search. */
export const on: ActionModule<OnCommand> = {
  spec: {
    name: 'on',
    summary: 'Post an excerpt here once a day',
    options: [
      {
        name: 'time',
        summary: 'When, on the clocks of the time zone: 08:30 or 8:30am',
        required: false,
        type: 'time',
        written: 'bare',
      },
      {
        name: 'zone',
        summary: 'The time zone: India, Tashkent, or an IANA name such as Asia/Shanghai',
        required: false,
        type: 'zone',
        written: 'bare',
      },
      {
        name: 'days',
        summary: 'On which days: daily, mon-fri, or sat,sun',
        required: false,
        type: 'days',
        written: 'bare',
      },
      ...filterOptions,
    ],
    manages: true,
  },
  parse,
  write,
};
