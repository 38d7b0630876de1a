/** `node test/digest/simulation/run.ts [--days N] [--each N] [--seed N] [--trace]`: a long run, printed. */
import { parseArgs } from 'node:util';
import { BreachError } from './trace.ts';
import { simulate } from './world.ts';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '10000' },
    each: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const totals = new Map<string, number>();
const each = Number(values.each);
let days = 0;
let breaches = 0;
const began = performance.now();
for (let seed = Number(values.seed); days < Number(values.days); seed++) {
  const length = Math.min(each, Number(values.days) - days);
  days += length;
  try {
    const { counts } = await simulate({ seed, days: length, ...(values.trace ? { heard: say } : {}) });
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
say(
  `${breaches === 0 ? 'No invariant was broken' : `${breaches} runs broke an invariant`} in ${Math.round((performance.now() - began) / 1000)} s.`,
);
process.exitCode = breaches === 0 ? 0 : 1;
