import { oneOf, readArguments, wholeNumber } from '../program.ts';
import { type MutantName, mutantNames } from './mutants.ts';
import type { StoreName } from './torture.ts';

export interface Options {
  /** On each store. */
  readonly kills: number;
  readonly stores: readonly StoreName[];
  readonly seed: number;
  readonly mutant: MutantName;
}

export const help = `npm run torture -- [options]

Kills the digest's processes while they post, on loopback platforms, and counts what was doubled and what was lost.

  --kills N       on each store; 200 unless told
  --store NAME    sqlite, postgres or both; both unless told
  --seed N        of what happens; 1 unless told
  --mutant NAME   a wrong protocol, to see it fail: ${mutantNames.filter((name) => name !== 'none').join(', ')}

Ends with 1 where anything was doubled or lost, where too few kills hit a post in flight, or where more than one day in
a hundred was missed: the machine did not keep up.`;

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = readArguments(args, {
    kills: { type: 'string', default: '200' },
    store: { type: 'string', default: 'both' },
    seed: { type: 'string', default: '1' },
    mutant: { type: 'string', default: 'none' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return 'help';
  const store = oneOf('store', values.store, ['sqlite', 'postgres', 'both']);
  return {
    kills: wholeNumber('kills', values.kills, 1),
    stores: store === 'both' ? ['sqlite', 'postgres'] : [store],
    seed: wholeNumber('seed', values.seed),
    mutant: oneOf('mutant', values.mutant, mutantNames),
  };
}
