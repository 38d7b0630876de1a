import type { Problem } from '../../../command/types.ts';
import type { Run } from '../../types.ts';
import { code, quoted, say } from '../words.ts';

type DigestCode = Extract<
  Problem['code'],
  | 'unknown-action'
  | 'bad-time'
  | 'bad-zone'
  | 'ambiguous-zone'
  | 'bad-days'
  | 'nothing-selected'
  | 'not-allowed'
>;

/** `a`, `a or b`, `a, b or c`, each to be typed. */
const codeList = (values: readonly string[], joint: 'and' | 'or'): readonly Run[] =>
  values.flatMap((value, at) => [
    ...(at === 0 ? [] : [say(at === values.length - 1 ? ` ${joint} ` : ', ')]),
    code(value),
  ]);

/** One sentence or two on what is wrong with a digest command, and what works instead. */
export function digestSentence(what: DigestCode, { typed, allowed }: Problem): readonly Run[] {
  switch (what) {
    case 'unknown-action':
      return [say(`The digest knows no ${quoted(typed)}. There are `), ...codeList(allowed, 'and'), say('.')];
    case 'bad-time':
      return [
        say(`${quoted(typed)} is not a time of day. Write it as `),
        ...codeList(allowed, 'or'),
        say('.'),
      ];
    case 'bad-zone':
      return [
        say(`${quoted(typed)} is not a time zone. Name a city, a country or an IANA zone, such as `),
        ...codeList(allowed, 'or'),
        say('.'),
      ];
    case 'ambiguous-zone':
      return [
        say(`${quoted(typed)} stands for more than one time zone. Name the one that is meant: `),
        ...codeList(allowed, 'or'),
        say('.'),
      ];
    case 'bad-days':
      return [
        say(`${quoted(typed)} does not say on which days. Write them as `),
        ...codeList(allowed, 'or'),
        say('.'),
      ];
    case 'nothing-selected':
      return [
        say(
          typed.trim() === ''
            ? 'The articles have no excerpt that stands by itself, so nothing could be posted.'
            : `No excerpt of the articles is left by ${quoted(typed)}, so nothing could be posted. Take a filter out.`,
        ),
      ];
    case 'not-allowed':
      return [
        say(`You cannot change the daily digest here. ${typed} `),
        code('digest status'),
        say(', '),
        code('digest preview'),
        say(' and '),
        code('digest why'),
        say(' are for everyone.'),
      ];
  }
}
