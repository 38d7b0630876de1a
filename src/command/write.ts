import { quotedIfNeeded } from '../search/query.ts';
import type { ActionSpec, CommandSpec } from './types.ts';

/**
 * The line that a form's values come to, for platforms whose commands have typed options.
 *
 * @param values by option name; empty ones count as not given, unknown ones are left out.
 * @param action the one of the command's that was chosen: its name follows the verb, and its options are meant.
 */
export function writeLine(
  spec: CommandSpec,
  values: Readonly<Record<string, string>>,
  action?: ActionSpec,
): string {
  const parts = (action ?? spec).options.flatMap(({ name, written }) => {
    const value = values[name]?.trim() ?? '';
    if (value === '') return [];
    if (written === 'bare') return [value];
    return [`${name}:${quotedIfNeeded(value)}`];
  });
  return [spec.verb, ...(action === undefined ? [] : [action.name]), ...parts].join(' ');
}
