/** `npm run torture`: kills the digest while it posts. */
import { print, runProgram } from '../program.ts';
import { help, readOptions } from './options.ts';
import { openChamber, type TortureResult, torture } from './torture.ts';
import { tableOf, wrongIn } from './verdict.ts';

// An exit, so that the processes under torture end as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const SHOWN = 20;

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return print(help);
  const { kills, stores, seed, mutant } = options;
  const chamber = await openChamber();
  const results: TortureResult[] = [];
  try {
    for (const store of stores) {
      say(`${store}: ${kills} kills, seed ${seed}`);
      const told = (line: string): void => say(`  ${line}`);
      const result = await torture({ store, kills, seed, mutant, told }, chamber);
      results.push(result);
      const wrong = [...result.complaints, ...result.logged];
      for (const line of wrong.slice(0, SHOWN)) told(line);
      if (wrong.length > SHOWN) told(`and ${wrong.length - SHOWN} more`);
    }
  } finally {
    await chamber.close();
  }
  const wrong = results.flatMap(wrongIn);
  process.exitCode = wrong.length === 0 ? 0 : 1;
  const verdict = wrong.length === 0 ? 'Nothing doubled, nothing lost.' : `Failed: ${wrong.join('; ')}.`;
  return print(`\n${tableOf(results)}\n\n${verdict}`);
});
