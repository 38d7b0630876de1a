import { type ParseArgsConfig, parseArgs } from 'node:util';
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

/** The command was not given as it should be. The message is one line that says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const SEED = 20_010_615;

const parts: readonly Part[] = ['1/2', '2/2'];

function oneOf<T extends string>(name: string, typed: string | undefined, allowed: readonly T[]): T | null {
  if (typed === undefined) return null;
  const found = allowed.find((each) => each === typed);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} “${typed}” is not known; give ${allowed.join(' or ')}.`);
}

const shared = {
  mode: { type: 'string' },
  part: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Without Node's hint on how to pass what looks like an option. */
const problemOf = (cause: unknown): string =>
  cause instanceof Error
    ? cause.message.replace(/\.? To specify .*$/s, '').replace(/\s+/g, ' ')
    : String(cause);

function parsed<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (cause) {
    throw new UsageError(`${problemOf(cause)}; --help lists the options.`, { cause });
  }
}

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
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) {
    throw new UsageError(`--seed “${seed}” is not a whole number of at most nine digits.`);
  }
  return {
    directory,
    mode: oneOf('mode', mode, modes),
    part: oneOf('part', part, parts),
    seed: Number(seed ?? SEED),
    json,
  };
}

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parsed(args, { ...shared, run: { type: 'string' } });
  if (values.help) return 'help';
  if (values.run === '') throw new UsageError('--run needs the name of a file.');
  return { ...measured(values, positionals), run: values.run ?? null };
}

/** @throws {UsageError} */
export function readCompareOptions(args: readonly string[]): CompareOptions | 'help' {
  const { values, positionals } = parsed(args, { ...shared, contender: { type: 'string' } });
  if (values.help) return 'help';
  const contender = oneOf('contender', values.contender, contenders);
  return { ...measured(values, positionals), contender };
}
