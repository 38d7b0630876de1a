import { readReach } from './reach.ts';
import type { Fate } from './report.ts';
import { type Mutated, type Outcome, openTester } from './tester.ts';
import { openTypes } from './types.ts';

/** What became of a mutant, and which test file it was that noticed; empty where none did. */
export interface Judgement {
  readonly fate: Fate;
  readonly by: string;
}

/** In milliseconds. What takes longer is for a mutant that nothing else reaches. */
const LONG = 20_000;

/** Says what becomes of a mutant. @param note is told what a reader of the figures should know. */
export async function openJudge(root: string, workers: number, note: (line: string) => void) {
  const long = new Set<string>();
  /** Test files that were seen to pass without a mutant, and to fail: these say nothing. */
  const sound = new Set<string>();
  const broken = new Set<string>();
  const types = openTypes(root);
  const tester = await openTester(root, workers, (file, ms) => {
    if (ms > LONG && !long.has(file))
      note(`${file} took ${Math.round(ms / 1000)} s: left out where others do`);
    if (ms > LONG) long.add(file);
  });
  const reach = readReach(tester.tests);
  if (!(await types.compiles())) throw new Error('The project does not compile; mend that first.');

  function testsOf(file: string): readonly string[] {
    const all = reach(file).filter((test) => !broken.has(test));
    const short = all.filter((test) => !long.has(test));
    return short.length > 0 ? short : all;
  }

  async function isSound(test: string): Promise<boolean> {
    if (sound.has(test)) return true;
    const passed = (await tester.run(null, [test])).kind === 'passed';
    (passed ? sound : broken).add(test);
    if (!passed) note(`${test} fails without any mutant: left out`);
    return passed;
  }

  /** A failure counts where the test file passes without the mutant. */
  async function outcomeOf(mutant: Mutated): Promise<Outcome> {
    const outcome = await tester.run(mutant, testsOf(mutant.file));
    const believed =
      outcome.kind === 'passed' || !tester.tests.includes(outcome.by) || (await isSound(outcome.by));
    return believed ? outcome : outcomeOf(mutant);
  }

  return {
    async judge(mutant: Mutated): Promise<Judgement> {
      if (!(await types.accepts(mutant))) return { fate: 'refused', by: '' };
      if (testsOf(mutant.file).length === 0) return { fate: 'unreached', by: '' };
      const outcome = await outcomeOf(mutant);
      return outcome.kind === 'passed'
        ? { fate: 'survived', by: '' }
        : { fate: outcome.kind, by: outcome.by };
    },
    async close(): Promise<void> {
      types.close();
      await tester.close();
    },
  };
}
