import { globSync, statSync } from 'node:fs';
import { readArguments, UsageError, wholeNumber } from '../program.ts';
import { ACCEPTED } from './accepted.ts';
import { leftOut } from './reach.ts';

export interface Options {
  /** By their paths from the top, sorted. */
  readonly files: readonly string[];
  /** How many are drawn; null for all. */
  readonly random: number | null;
  readonly seed: number;
  readonly minutes: number;
  readonly workers: number;
}

export const help = `npm run mutate -- FILE… [options]

Changes the code a little, one change at a time, and sees whether a test fails. What no test notices is printed.

  FILE           a file, a folder, or a room of src or adapters by its name: digest, search, slack
  --random N     draws N mutants evenly over the files; all of them unless told
  --seed N       of the draw; 1 unless told
  --minutes N    begins no mutant after so many; 60 unless told
  --workers N    2 unless told

For each mutant, the test files that reach its file by their imports run, the nearest first, until one fails. One that
hangs counts as noticed. What TypeScript refuses is no mutant and is counted apart. Nothing is written to the checkout:
a mutant is in the memory of the tests' processes. Programs that tests start as processes of their own run the code as it
is on disk, so tests that do nothing else are left out: ${leftOut.join(', ')}.
A test file that once took more than 20 s runs only where no other reaches the file.

Ends with 1 where a mutant survived that is not in ${ACCEPTED}: a list of
{ "file", "from", "to", "reason" }, with the lines as a survivor prints them behind - and +.`;

/** @throws {UsageError} */
function filesOf(named: string): readonly string[] {
  const paths = [named, `src/${named}`, `adapters/${named}`];
  const path = paths.find((each) => statSync(each, { throwIfNoEntry: false }) !== undefined);
  if (path === undefined) throw new UsageError(`There is no file, folder or room “${named}”.`);
  const files = statSync(path).isFile() ? [path] : globSync(`${path.replace(/\/$/, '')}/**/*.ts`);
  return files.filter((file) => !file.endsWith('.d.ts'));
}

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = readArguments(
    args,
    {
      random: { type: 'string' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '60' },
      workers: { type: 'string', default: '2' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    true,
  );
  if (values.help) return 'help';
  if (positionals.length === 0) throw new UsageError('Name a file, a folder or a room; --help says more.');
  return {
    files: [...new Set(positionals.flatMap(filesOf))].sort(),
    random: values.random === undefined ? null : wholeNumber('random', values.random, 1),
    seed: wholeNumber('seed', values.seed),
    minutes: wholeNumber('minutes', values.minutes, 1),
    workers: wholeNumber('workers', values.workers, 1),
  };
}
