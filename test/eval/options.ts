import { oneOf, readArguments, UsageError, wholeNumber } from '../program.ts';
import type { Part } from './collection.ts';
import { type ContenderName, contenders } from './contender.ts';
import { type Mode, modes } from './modes.ts';

/** What both commands take. */
interface Measured {
  readonly directory: string;
  /** Null: as the collection suggests. */
  readonly mode: Mode | null;
  readonly part: Part | null;
  readonly seed: number;
  readonly json: boolean;
}

export interface Options extends Measured {
  /** Where the TREC run goes. */
  readonly run: string | null;
}

export interface CompareOptions extends Measured {
  /** The one to measure in this process; null for all, each in its own. */
  readonly contender: ContenderName | null;
}

export const SEED = 20_010_615;

const parts: readonly Part[] = ['1/2', '2/2'];

const chosen = <T extends string>(
  name: string,
  typed: string | undefined,
  allowed: readonly T[],
): T | null => (typed === undefined ? null : oneOf(name, typed, allowed));

const shared = {
  mode: { type: 'string' },
  part: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

interface Typed {
  readonly mode?: string;
  readonly part?: string;
  readonly seed?: string;
  readonly json: boolean;
}

function measured({ mode, part, seed, json }: Typed, [directory, ...more]: readonly string[]): Measured {
  if (directory === undefined)
    throw new UsageError('Name the folder of a collection in place of DIR; --help says what it holds.');
  if (more.length > 0) throw new UsageError(`Name one folder; “${more.join(' ')}” is one too many.`);
  return {
    directory,
    mode: chosen('mode', mode, modes),
    part: chosen('part', part, parts),
    seed: seed === undefined ? SEED : wholeNumber('seed', seed),
    json,
  };
}

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = readArguments(args, { ...shared, run: { type: 'string' } }, true);
  if (values.help) return 'help';
  if (values.run === '') throw new UsageError('--run needs the name of a file.');
  return { ...measured(values, positionals), run: values.run ?? null };
}

/** @throws {UsageError} */
export function readCompareOptions(args: readonly string[]): CompareOptions | 'help' {
  const { values, positionals } = readArguments(args, { ...shared, contender: { type: 'string' } }, true);
  if (values.help) return 'help';
  const contender = chosen('contender', values.contender, contenders);
  return { ...measured(values, positionals), contender };
}
