import { relative, resolve } from 'node:path';
import { createVitest, type Reporter, type TestModule, type TestSpecification } from 'vitest/node';

/** A file of the project, and what stands in it for as long as the tests run. */
export interface Mutated {
  readonly file: string;
  readonly text: string;
}

export type Outcome =
  | { readonly kind: 'passed' }
  /** `by` is the test file. */
  | { readonly kind: 'noticed' | 'hung'; readonly by: string };

/** Of a single test, in milliseconds: the slowest that runs here needs a sixth. */
const LONGEST_TEST = 20_000;
/** Without a word from any test, in milliseconds: a loop without an end gives none. */
const LONGEST_SILENCE = 30_000;

/** As they were given: the nearest first. */
class AsGiven {
  readonly sort = (files: TestSpecification[]): TestSpecification[] => files;
  readonly shard = this.sort;
}

/** One run of some test files: what they said first, and how long each took. */
export class Watch {
  outcome: Outcome = { kind: 'passed' };
  readonly #stop: () => void;
  readonly #took: (file: string, ms: number) => void;
  #running: string;
  #silence: NodeJS.Timeout | undefined;

  constructor(first: string, took: (file: string, ms: number) => void, stop: () => void) {
    this.#running = first;
    this.#took = took;
    this.#stop = stop;
    this.heard();
  }

  heard(file = this.#running): void {
    this.#running = file;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#end({ kind: 'hung', by: this.#running }), LONGEST_SILENCE);
  }

  failed(by: string): void {
    this.#end({ kind: 'noticed', by });
  }

  ended(module: TestModule): void {
    const { duration, collectDuration } = module.diagnostic();
    this.#took(module.relativeModuleId, duration + collectDuration);
  }

  close(): void {
    clearTimeout(this.#silence);
  }

  /** What is said first counts: all that follows may come of the stop. */
  #end(outcome: Outcome): void {
    if (this.outcome.kind !== 'passed') return;
    this.outcome = outcome;
    this.#stop();
  }
}

/** A Vitest that stays, and that is told what stands in a file: nothing is written. */
export async function openTester(root: string, workers: number, took: (file: string, ms: number) => void) {
  let mutated: Mutated | null = null;
  let watch: Watch | null = null;
  const reporter: Reporter = {
    onTestModuleStart: (module) => watch?.heard(module.relativeModuleId),
    onTestCaseResult(test) {
      watch?.heard(test.module.relativeModuleId);
      if (test.result().state === 'failed') watch?.failed(test.module.relativeModuleId);
    },
    onTestModuleEnd(module) {
      watch?.ended(module);
      if (module.state() === 'failed') watch?.failed(module.relativeModuleId);
    },
  };
  const vitest = await createVitest(
    {
      root,
      watch: false,
      // What is kept on disk is of the files as they are.
      fsModuleCache: false,
      reporters: [reporter],
      maxWorkers: workers,
      testTimeout: LONGEST_TEST,
      hookTimeout: LONGEST_TEST,
      sequence: { sequencer: AsGiven },
      env: { FAST_CHECK_END_ON_FAILURE: 'yes' },
    },
    {
      plugins: [
        {
          name: 'mutant',
          enforce: 'pre',
          load: (id) => (mutated !== null && id === resolve(root, mutated.file) ? mutated.text : null),
        },
      ],
    },
  );
  const all = new Map(
    (await vitest.globTestSpecifications()).map((each) => [relative(root, each.moduleId), each]),
  );

  /** Runs the test files in their order until one fails. @param what null for the files as they are. */
  async function run(what: Mutated | null, tests: readonly string[]): Promise<Outcome> {
    const specifications = tests.flatMap((test) => all.get(test) ?? []);
    mutated = what;
    if (what !== null) vitest.invalidateFile(resolve(root, what.file));
    const stop = (): void => {
      void vitest.cancelCurrentRun('test-failure');
      // The second time it ends the processes, and does not wait for what hangs.
      if (watch?.outcome.kind === 'hung') void vitest.cancelCurrentRun('test-failure');
    };
    watch = new Watch(tests[0] ?? '', took, stop);
    try {
      const { unhandledErrors } = await vitest.runTestSpecifications(specifications);
      if (unhandledErrors.length > 0) watch.failed('an error outside any test');
      return watch.outcome;
    } finally {
      watch.close();
      watch = null;
      mutated = null;
      if (what !== null) vitest.invalidateFile(resolve(root, what.file));
    }
  }

  return { tests: [...all.keys()], run, close: () => vitest.close() };
}
