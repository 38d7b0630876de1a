import type { DigestAction } from '../../digest/types.ts';
import { didYouMean } from '../../language/did-you-mean.ts';
import { filterOptions } from '../module.ts';
import type { ActionSpec, Option } from '../types.ts';

const when: readonly Option[] = [
  {
    name: 'time',
    summary: 'When, on the clocks of the time zone: 08:30 or 8:30am',
    required: false,
    type: 'time',
    written: 'bare',
  },
  {
    name: 'zone',
    summary: 'The time zone by its IANA name: Asia/Shanghai',
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
];

export const digestActions: readonly ActionSpec[] = [
  {
    name: 'on',
    summary: 'Post an excerpt here once a day',
    options: [...when, ...filterOptions],
    manages: true,
  },
  { name: 'off', summary: 'Post no more here', options: [], manages: true },
  {
    name: 'status',
    summary: 'What comes next, what came last, and what went wrong',
    options: [],
    manages: false,
  },
  { name: 'preview', summary: 'The excerpt that comes next, for you alone', options: [], manages: false },
  { name: 'skip', summary: 'Leave out the next one', options: [], manages: true },
  {
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
];

export const actionNames: readonly DigestAction[] = digestActions.map(({ name }) => name);

/** The action that a word names, whatever its case. */
export function actionNamed(word: string): DigestAction | null {
  const bare = word.toLowerCase().replace(/[:.!?]+$/, '');
  return actionNames.find((name) => name === bare) ?? null;
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
