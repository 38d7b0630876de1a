import type { Asked, DigestCommand } from '../../digest/types.ts';
import { type CommandModule, type Core, failed, type Parsed, problem } from '../module.ts';
import type { Answer } from '../types.ts';
import {
  actionNamed,
  actionNames,
  digestActions,
  nearestAction,
  parseAction,
  writeAction,
} from './actions.ts';

const lineOf = (command: DigestCommand): string => `digest ${writeAction(command)}`;

function unknownAction(first: string, behind: string, core: Core): Parsed<DigestCommand> {
  const meant = nearestAction(first);
  const rest = `${first} ${behind}`.trimEnd();
  const { command } = parseAction('on', rest, core);
  const instead = [
    ...(meant === null ? [] : [`digest ${meant} ${behind}`.trimEnd()]),
    ...(command === undefined ? [] : [lineOf(command)]),
    `search digest ${rest}`,
    'help digest',
  ];
  return { problem: problem('unknown-action', first, { allowed: actionNames, instead }) };
}

function parse(rest: string, core: Core): Parsed<DigestCommand> {
  if (rest === '') return { command: { verb: 'digest', action: 'status' } };
  const [first = ''] = rest.split(/\s/, 1);
  const behind = rest.slice(first.length).trim();
  const action = actionNamed(first);
  return action === null ? unknownAction(first, behind, core) : parseAction(action, behind, core);
}

async function run(command: DigestCommand, core: Core, asked: Asked): Promise<Answer> {
  const found = await core.digest.run(command, asked);
  if (!('refused' in found)) return found;
  switch (found.refused) {
    case 'not-allowed':
      return failed('not-allowed', found.whoMay, { instead: ['digest status'] });
    case 'nothing-selected': {
      const all = command.action === 'on' ? [lineOf({ ...command, filters: '' })] : [];
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
        gives: '[an excerpt in this channel once a day](#the-daily-digest); filters as for `search`',
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
  write: writeAction,
  run,
};
