import type { DigestAction, DigestCommand } from '../../digest/types.ts';
import { didYouMean } from '../../language/did-you-mean.ts';
import { type ActionModule, type Core, type Parsed, problem } from '../module.ts';
import type { ActionSpec } from '../types.ts';
import { on } from './on.ts';
import { why } from './why.ts';

type Commands = { readonly [A in DigestAction]: DigestCommand & { readonly action: A } };

/** An action that nothing stands behind. */
const bare = <A extends 'off' | 'status' | 'preview' | 'skip'>(
  action: A,
  summary: string,
  manages: boolean,
): ActionModule<{ readonly verb: 'digest'; readonly action: A }> => ({
  spec: { name: action, summary, options: [], manages },
  parse: (rest) => {
    if (rest === '') return { command: { verb: 'digest', action } };
    const instead = [`digest ${action}`, `search digest ${action} ${rest}`];
    return { problem: problem('unexpected-words', rest, { instead }) };
  },
  write: () => '',
});

/** All that the digest can do, in the order in which help lists it. */
const table: { readonly [A in DigestAction]: ActionModule<Commands[A]> } = {
  on,
  off: bare('off', 'Post no more here', true),
  status: bare('status', 'What comes next, what came last, and what went wrong', false),
  preview: bare('preview', 'The excerpt that comes next, for you alone', false),
  skip: bare('skip', 'Leave out the next one', true),
  why,
};

export const digestActions: readonly ActionSpec[] = Object.values(table).map(({ spec }) => spec);
export const actionNames: readonly DigestAction[] = digestActions.map(({ name }) => name);

/** @param rest the words behind the action. */
export const parseAction = (action: DigestAction, rest: string, core: Core): Parsed<DigestCommand> =>
  table[action].parse(rest, core);

/** The words behind `digest` that are read as this command. */
export const writeAction = <A extends DigestAction>(command: { [Each in A]: Commands[Each] }[A]): string =>
  `${command.action} ${table[command.action].write(command)}`.trimEnd();

/** The action that a word names, whatever its case. */
export function actionNamed(word: string): DigestAction | null {
  const name = word.toLowerCase().replace(/[:.!?]+$/, '');
  return actionNames.find((each) => each === name) ?? null;
}

/** What people write for an action that has another name. */
const OTHER_NAMES = new Map<string, DigestAction>([
  ['start', 'on'],
  ['enable', 'on'],
  ['subscribe', 'on'],
  ['set', 'on'],
  ['stop', 'off'],
  ['disable', 'off'],
  ['cancel', 'off'],
  ['pause', 'off'],
  ['unsubscribe', 'off'],
  ['show', 'status'],
  ['next', 'status'],
  ['test', 'preview'],
  ['explain', 'why'],
]);

/** The action that was likely meant. "of" is as near to "on" as to "off", which it begins. */
export function nearestAction(typed: string): DigestAction | null {
  const word = typed.toLowerCase();
  const begun = actionNames.toSorted((a, b) => Number(b.startsWith(word)) - Number(a.startsWith(word)));
  return OTHER_NAMES.get(word) ?? didYouMean(word, begun, 'keyword', (name) => name)[0] ?? null;
}
