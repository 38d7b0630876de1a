import { onOneLine } from '../../document/fold.ts';
import { sanitise } from '../sanitise.ts';
import type { Run } from '../types.ts';

/** Longer questions are named by their beginning, and the ellipsis says so. */
const LONGEST_ECHO = 120;

/** What somebody typed, as the desk repeats it: on one line, and not at any length. */
export function echo(typed: string): string {
  const line = sanitise(onOneLine(typed));
  const characters = [...line];
  return characters.length <= LONGEST_ECHO ? line : `${characters.slice(0, LONGEST_ECHO - 1).join('')}…`;
}

export const quoted = (typed: string): string => `“${echo(typed)}”`;

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], joint = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length <= 1 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

export const say = (text: string): Run => ({ text });
export const strong = (text: string): Run => ({ text, style: 'strong' });
export const code = (text: string): Run => ({ text, style: 'code' });

/** A text in which what is to be typed stands in backticks. */
export const withCode = (text: string): readonly Run[] =>
  text
    .split('`')
    .map((part, at) => (at % 2 === 0 ? say(part) : code(part)))
    .filter((run) => run.text !== '');
