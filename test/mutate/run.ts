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
  const tried: Tried[] = [];
  const made = (): number => tried.filter(({ fate }) => fate !== 'refused').length;
  function summary(): string {
    const stale = staleIn(accepted, byFile.flat()).map(
      ({ file, from, to }) => `No mutant any more, though accepted: ${file}\n  - ${from}\n  + ${to}\n`,
    );
    const left = random === null ? all.length - tried.length : random - made();
    return [...stale, tableOf(tried), ...(left > 0 ? [`${left} more were not tried.`] : [])].join('\n');
  }
  // What was found so far is said; what was begun is left, since nothing of it is in the checkout.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void print(summary()).finally(() => process.exit(1)));
  }
  const judge = await openJudge(process.cwd(), workers, (line) => void print(`(${line})`));
  const end = performance.now() + minutes * 60_000;
  try {
    for (const mutant of all) {
      if (performance.now() > end || made() === random) break;
      const known = accepted.some((each) => isOf(mutant, each));
      const { fate, by } = known ? { fate: 'accepted' as const, by: '' } : await judge.judge(mutant);
      tried.push({ mutant, fate });
      await print(lineOf({ mutant, fate }, by));
    }
  } finally {
    await judge.close();
  }
  await print(summary());
  process.exitCode = tried.some(survived) ? 1 : 0;
});
