/** `npm run eval:compare -- DIR`: the desk and its peers on one collection, each in a process of its own. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { print, runProgram } from '../program.ts';
import { partOf, readCollection } from './collection.ts';
import {
  type ContenderName,
  type ContenderOutcome,
  contend,
  contenders,
  figuresSchema,
} from './contender.ts';
import { compareHelp } from './help.ts';
import { defaultMode, type Mode } from './modes.ts';
import { type CompareOptions, readCompareOptions } from './options.ts';
import { heading, note, row } from './table.ts';

/** The same command again, for one contender, in a fresh process. */
async function measured(name: ContenderName, mode: Mode, options: CompareOptions): Promise<ContenderOutcome> {
  const { directory, part, seed } = options;
  try {
    const running = promisify(execFile)(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      import.meta.filename,
      directory,
      `--contender=${name}`,
      `--mode=${mode}`,
      `--seed=${seed}`,
      ...(part === null ? [] : [`--part=${part}`]),
    ]);
    const kill = (): void => void running.child.kill('SIGKILL');
    process.once('exit', kill);
    const { stdout } = await running;
    process.off('exit', kill);
    return figuresSchema.parse(JSON.parse(stdout));
  } catch (error) {
    // A library that fails on a collection is a result as well, and no reason to measure no other.
    const said =
      error instanceof Error ? (/^\w*Error: .*$/m.exec(error.message)?.[0] ?? error.message) : error;
    return { name, problem: String(said) };
  }
}

await runProgram(async () => {
  const options = readCompareOptions(process.argv.slice(2));
  if (options === 'help') return print(compareHelp);
  const { directory, part, seed, json } = options;
  const collection = partOf(await readCollection(directory), part);
  const mode = options.mode ?? defaultMode(collection);
  if (options.contender !== null) {
    return print(JSON.stringify(await contend(options.contender, collection, { mode, seed })));
  }
  // An exit, so that the process under measure ends as well.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { queries, entries } = collection;
  const measuredOf = {
    collection: directory,
    mode,
    part,
    seed,
    queries: queries.length,
    passages: entries.length,
  };
  if (!json) await print(heading(measuredOf));
  const all: ContenderOutcome[] = [];
  for (const name of contenders) {
    const outcome = await measured(name, mode, options);
    all.push(outcome);
    if (!json) await print(row(outcome));
  }
  if (all.some((outcome) => 'problem' in outcome)) process.exitCode = 1;
  return print(json ? JSON.stringify({ ...measuredOf, contenders: all }, null, 2) : note);
});
