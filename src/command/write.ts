import { quotedIfNeeded } from '../search/query.ts';
import type { CommandSpec } from './types.ts';

/**
 * The line that a form's values come to, for platforms whose commands have typed options.
 *
 * @param values by option name; empty ones count as not given, unknown ones are left out.
 */
export function writeLine(spec: CommandSpec, values: Readonly<Record<string, string>>): string {
  const parts = spec.options.flatMap(({ name, written }) => {
    const value = values[name]?.trim() ?? '';
    if (value === '') return [];
    if (written === 'bare') return [value];
    return [`${name}:${quotedIfNeeded(value)}`];
  });
  return [spec.verb, ...parts].join(' ');
}
