/** `npm run mutate`: changes the code a little and sees whether a test fails. */
import { print, runProgram } from '../program.ts';
import { isOf, readAccepted, staleIn } from './accepted.ts';
import { openJudge } from './judge.ts';
import { drawn, mutantsOf } from './mutant.ts';
import { help, readOptions } from './options.ts';
import { lineOf, survived, type Tried, tableOf } from './report.ts';

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return print(help);
  const { files, random, seed, minutes, workers } = options;
  const accepted = readAccepted();
  const byFile = files.map((file) => mutantsOf(file));
  const all = random === null ? byFile.flat() : drawn(byFile, seed);
  const judge = await openJudge(process.cwd(), workers, (line) => void print(`(${line})`));
  const end = performance.now() + minutes * 60_000;
  const tried: Tried[] = [];
  const made = (): number => tried.filter(({ fate }) => fate !== 'refused').length;
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  try {
    for (const mutant of all) {
      if (stopped || performance.now() > end || made() === random) break;
      const known = accepted.some((each) => isOf(mutant, each));
      const { fate, by } = known ? { fate: 'accepted' as const, by: '' } : await judge.judge(mutant);
      tried.push({ mutant, fate });
      await print(lineOf({ mutant, fate }, by));
    }
  } finally {
    await judge.close();
  }
  for (const { file, from, to } of staleIn(accepted, byFile.flat())) {
    await print(`No mutant any more, though accepted: ${file}\n  - ${from}\n  + ${to}\n`);
  }
  const left = random === null ? all.length - tried.length : random - made();
  await print(tableOf(tried) + (left > 0 ? `\n${left} more were not tried.` : ''));
  process.exitCode = tried.some(survived) ? 1 : 0;
});
