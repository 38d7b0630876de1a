import type { DigestCommand } from '../../digest/types.ts';
import { isDate } from '../../document/dates.ts';
import { type ActionModule, type Parsed, problem } from '../module.ts';

type WhyCommand = Extract<DigestCommand, { action: 'why' }>;

/** The date in ISO's form of one that is written another way. */
function dayMeant(text: string): string | null {
  const parts = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function parse(rest: string): Parsed<WhyCommand> {
  if (rest === '' || isDate(rest)) {
    return { command: { verb: 'digest', action: 'why', date: rest === '' ? null : rest } };
  }
  if (/\s/.test(rest) && !/\d/.test(rest)) {
    const instead = [`search digest why ${rest}`, 'digest why'];
    return { problem: problem('unexpected-words', rest, { instead }) };
  }
  const day = dayMeant(rest);
  const instead = [...(day === null ? [] : [`digest why ${day}`]), 'digest why'];
  return { problem: problem('bad-date', rest, { allowed: ['2026-11-23'], instead }) };
}

export const why: ActionModule<WhyCommand> = {
  spec: {
    name: 'why',
    summary: 'How an excerpt was drawn, and the record of its delivery',
    options: [
      {
        name: 'date',
        summary: 'The day of the post, YYYY-MM-DD; the latest post without it',
        required: false,
        type: 'date',
        written: 'bare',
      },
    ],
    manages: false,
  },
  parse,
  write: ({ date }) => date ?? '',
};
