/** `npm run simulate`: a long run, printed. */
import { print, runProgram } from '../../program.ts';
import { help, type Options, readOptions } from './options.ts';
import { BreachError } from './trace.ts';
import { simulate } from './world.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run({ days, each, seed: first, trace }: Options): Promise<void> {
  const totals = new Map<string, number>();
  const began = performance.now();
  let breaches = 0;
  for (let [lived, seed] = [0, first]; lived < days; seed++) {
    const length = Math.min(each, days - lived);
    lived += length;
    try {
      const { counts } = await simulate({ seed, days: length, ...(trace ? { heard: say } : {}) });
      for (const [what, count] of counts) totals.set(what, (totals.get(what) ?? 0) + count);
    } catch (error) {
      if (!(error instanceof BreachError)) throw error;
      breaches++;
      totals.set(error.breach, (totals.get(error.breach) ?? 0) + 1);
      say(`${error.message}\n`);
    }
  }
  for (const what of ['doubled', 'lost']) totals.set(what, totals.get(what) ?? 0);
  const width = Math.max(...[...totals.keys()].map((what) => what.length));
  say(`${'days'.padEnd(width)}  ${days}`);
  for (const [what, count] of [...totals].sort(([one], [other]) => one.localeCompare(other))) {
    say(`${what.padEnd(width)}  ${count}`);
  }
  process.exitCode = breaches === 0 ? 0 : 1;
  const verdict = breaches === 0 ? 'No invariant was broken' : `${breaches} runs broke an invariant`;
  await print(`${verdict} in ${Math.round((performance.now() - began) / 1000)} s.`);
}

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2));
  await (options === 'help' ? print(help) : run(options));
});
