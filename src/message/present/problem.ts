import type { Problem } from '../../command/types.ts';
import { plural } from '../plural.ts';
import type { Action, Block, Run } from '../types.ts';
import { digestSentence } from './digest/problem.ts';
import { runAction } from './quotation.ts';
import { code, echo, quoted, say } from './words.ts';

const MOST_ALLOWED = 12;

const codes = (values: readonly string[]): readonly Run[] => {
  const shown = values.slice(0, MOST_ALLOWED);
  const rest = values.length - shown.length;
  return [
    ...shown.flatMap((value, at) => (at === 0 ? [code(value)] : [say(', '), code(value)])),
    ...(rest > 0 ? [say(` and ${rest} more`)] : []),
  ];
};

/** One sentence on what is wrong, and what works instead. */
function problemSentence(problem: Problem): readonly Run[] {
  const { code: what, typed, allowed, reference } = problem;
  switch (what) {
    case 'empty':
      return [say('There are no words to look for.')];
    case 'too-long':
      return [
        say(
          `That is ${plural(Number(typed), 'character')}; at most ${plural(Number(allowed[0]), 'character')} can be looked for at a time. Leave in the words that matter.`,
        ),
      ];
    case 'only-common-words':
      return [say(`${quoted(typed)} has common words only. Add a name or the matter that it is about.`)];
    case 'unknown-verb':
      return [say(`There is no command ${quoted(typed)}. There are `), ...codes(allowed), say('.')];
    case 'unknown-filter':
      return [say(`There is no filter ${quoted(typed)}. There are `), ...codes(allowed), say('.')];
    case 'repeated-filter':
      return [say(`${quoted(typed)} stands there more than once. Each filter can be given once.`)];
    case 'repeated-option':
      return [
        say(`${quoted(typed)} is one too many: a digest has one time, one time zone and one list of days.`),
      ];
    case 'missing-value':
      return [
        say(`${quoted(typed)} needs a value right behind it, with no space between.`),
        ...(allowed.length === 0 ? [] : [say(' It can be '), ...codes(allowed), say('.')]),
      ];
    case 'bad-date':
      return [
        say(`${quoted(typed)} is not a date. Write year, month and day: `),
        code(allowed[0] ?? 'after:2020-11-04'),
        say('.'),
      ];
    case 'bad-page':
      return allowed[0] === undefined
        ? [say(`${quoted(typed)} is not a page. Pages are numbered from 1: `), code('page:2'), say('.')]
        : [say(`There is no page ${echo(typed)}: the results have ${plural(Number(allowed[0]), 'page')}.`)];
    case 'bad-style':
      return [say(`There is no citation style ${quoted(typed)}. There are `), ...codes(allowed), say('.')];
    case 'missing-id':
      return [
        say('Which passage? Its id stands with every quotation and looks like '),
        code('security-for-all:12'),
        say('.'),
      ];
    case 'unknown-id':
      return allowed.length === 2 && allowed.every((id) => id.includes(':'))
        ? [
            say(`There is no passage ${quoted(typed)}. That article has `),
            code(allowed[0] ?? ''),
            say(' to '),
            code(allowed[1] ?? ''),
            say('.'),
          ]
        : [
            say(`There is no passage ${quoted(typed)}. An id is an article and a number; the articles are `),
            ...codes(allowed),
            say('.'),
          ];
    case 'no-such-source':
      return allowed.length === 0
        ? [say(`No article matches ${quoted(typed)}: the articles do not say.`)]
        : [say(`No article matches ${quoted(typed)}. There are `), ...codes(allowed), say('.')];
    case 'unexpected-words':
      return [say(`This command does not take ${quoted(typed)}.`)];
    case 'unknown-action':
    case 'bad-time':
    case 'bad-zone':
    case 'ambiguous-zone':
    case 'bad-days':
    case 'nothing-selected':
    case 'not-allowed':
      return digestSentence(what, problem);
    case 'fault':
      return [
        say(
          'Something went wrong in the desk, not in your words. Try again; if it stays, give whoever runs the desk the reference ',
        ),
        code(reference ?? ''),
        say(', which is also in its log.'),
      ];
  }
}

const LONGEST_LABEL = 60;

const labelFor = (command: string): string => {
  const line = echo(command);
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`;
};

/** How the commands that work are offered: after a slip they are guesses, else examples. */
function offer({ code: what }: Problem): string {
  switch (what) {
    case 'empty':
    case 'missing-id':
    case 'only-common-words':
    case 'no-such-source':
    case 'unknown-action':
    case 'nothing-selected':
    case 'not-allowed':
      return 'Try:';
    default:
      return 'Did you mean:';
  }
}

export function presentProblem(problem: Problem): readonly Block[] {
  const actions = [...new Set(problem.instead)].map(
    (command): Action => runAction(labelFor(command), command),
  );
  return [
    { type: 'paragraph', runs: problemSentence(problem) },
    ...(actions.length === 0
      ? []
      : [
          {
            type: 'note' as const,
            runs: [
              say(`${offer(problem)} `),
              ...actions.flatMap((action, at) => [...(at === 0 ? [] : [say(' or ')]), code(action.label)]),
            ],
          },
          { type: 'actions' as const, actions },
        ]),
  ];
}

/** In place of an answer that a platform refused: plain words alone, with the reference that is in the log. */
export const undelivered = (reference: string): string =>
  `Sorry, the answer could not be shown. Please ask again, perhaps for less; if it happens again, give whoever runs the desk the reference ${reference}.`;
