/** `npm run bench [-- --quick] [--out FILE]`: measures the desk beside named peers, in one run. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { dirname } from 'node:path';
import { print, readArguments, runProgram } from '../program.ts';
import { bench, quick, whole } from './bench.ts';
import { overAim } from './row.ts';
import { table } from './table.ts';

// An exit, so that the programs under measure end as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const machine = {
  node: process.version,
  system: `${process.platform} ${process.arch}`,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
};

const help = `npm run bench -- [options]

Measures the desk beside named peers, in one run of about five minutes.

  --quick       once each, to see that everything is measured
  --out FILE    where the figures go; test-output/bench.json unless told`;

await runProgram(async () => {
  const { values } = readArguments(process.argv.slice(2), {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'test-output/bench.json' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return print(help);
  say(`Node.js ${machine.node}, ${machine.system}, ${machine.cores} cores of ${machine.processor}\n`);
  const groups = await bench(values.quick ? quick : whole, (group) => say(table([group])));
  const over = overAim(groups).map(({ name }) => name.trim());
  say(over.length === 0 ? 'Every aim is met.' : `Above the aim: ${over.join('; ')}.`);
  say(`Took ${Math.round(performance.now() / 1000)} seconds.`);
  await mkdir(dirname(values.out), { recursive: true });
  await writeFile(values.out, `${JSON.stringify({ quick: values.quick, machine, groups }, null, 2)}\n`);
  return print(`Written to ${values.out}.`);
});
