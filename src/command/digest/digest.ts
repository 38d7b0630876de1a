import type { Asked, DigestCommand } from '../../digest/types.ts';
import { isDate } from '../../document/dates.ts';
import { type CommandModule, type Core, failed, type Parsed, problem } from '../module.ts';
import type { Answer } from '../types.ts';
import { actionNamed, actionNames, digestActions, nearestAction } from './actions.ts';
import { parseOn, writeOn } from './on.ts';

function unknownAction(first: string, behind: string, core: Core): Parsed<DigestCommand> {
  const meant = nearestAction(first);
  const rest = `${first} ${behind}`.trimEnd();
  const on = parseOn(rest, core);
  const instead = [
    ...(meant === null ? [] : [`digest ${meant} ${behind}`.trimEnd()]),
    ...(on.command === undefined ? [] : [`digest ${writeOn(on.command)}`]),
    `search digest ${rest}`,
    'help digest',
  ];
  return { problem: problem('unknown-action', first, { allowed: actionNames, instead }) };
}

/** The date in ISO's form of one that is written another way. */
function dayMeant(text: string): string | null {
  const parts = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function parseWhy(rest: string): Parsed<DigestCommand> {
  if (rest === '') return { command: { verb: 'digest', action: 'why', date: null } };
  if (isDate(rest)) return { command: { verb: 'digest', action: 'why', date: rest } };
  const day = dayMeant(rest);
  const isWords = /\s/.test(rest) && !/\d/.test(rest);
  const instead = [
    ...(day === null ? [] : [`digest why ${day}`]),
    ...(isWords ? [`search digest why ${rest}`] : []),
    'digest why',
  ];
  const code = isWords ? 'unexpected-words' : 'bad-date';
  return { problem: problem(code, rest, { allowed: isWords ? [] : ['2026-11-23'], instead }) };
}

function parse(rest: string, core: Core): Parsed<DigestCommand> {
  if (rest === '') return { command: { verb: 'digest', action: 'status' } };
  const [first = ''] = rest.split(/\s/, 1);
  const behind = rest.slice(first.length).trim();
  const action = actionNamed(first);
  switch (action) {
    case null:
      return unknownAction(first, behind, core);
    case 'on':
      return parseOn(behind, core);
    case 'why':
      return parseWhy(behind);
    case 'off':
    case 'status':
    case 'preview':
    case 'skip': {
      if (behind === '') return { command: { verb: 'digest', action } };
      const instead = [`digest ${action}`, `search digest ${rest}`];
      return { problem: problem('unexpected-words', behind, { instead }) };
    }
  }
}

function write(command: DigestCommand): string {
  switch (command.action) {
    case 'on':
      return writeOn(command);
    case 'why':
      return command.date === null ? 'why' : `why ${command.date}`;
    default:
      return command.action;
  }
}

async function run(command: DigestCommand, core: Core, asked: Asked): Promise<Answer> {
  const found = await core.digest.run(command, asked);
  if (!('refused' in found)) return found;
  switch (found.refused) {
    case 'not-allowed':
      return failed('not-allowed', found.whoMay, { instead: ['digest status'] });
    case 'nothing-selected': {
      const all = command.action === 'on' ? [`digest ${writeOn({ ...command, filters: '' })}`] : [];
      return failed('nothing-selected', found.filters, { instead: [...all, 'sources'] });
    }
  }
}

export const digest: CommandModule<DigestCommand, Promise<Answer>> = {
  spec: {
    verb: 'digest',
    summary: 'An excerpt in this channel once a day',
    usage:
      'digest [on [HH:MM] [ZONE] [DAYS] [from: in: by: after: before:] | off | status | preview | skip | why [DATE]]',
    options: [],
    actions: digestActions,
    examples: [
      {
        line: 'digest on 08:30 Asia/Shanghai mon-fri',
        gives: 'an excerpt in this channel once a day; filters as for `search`',
      },
      {
        line: 'digest status',
        gives:
          'what comes next, what came last, what went wrong; also `digest preview`, `digest skip`, `digest off`',
      },
      {
        line: 'digest why',
        gives: 'how the latest excerpt was drawn, and the record of its delivery',
      },
    ],
  },
  parse,
  suits: (rest) => rest === '' || actionNamed(rest.split(/\s/, 1)[0] ?? '') !== null,
  write,
  run,
};
