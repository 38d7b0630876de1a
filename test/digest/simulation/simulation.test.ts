import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanEnvironment } from '../../command-line.ts';
import { mutants } from './mutants.ts';
import { clearTime, Spells } from './spells.ts';
import { BreachError } from './trace.ts';
import { simulate } from './world.ts';

/** `SIMULATION_SEED=… SIMULATION_DAYS=… npx vitest run test/digest/simulation` lives through a run again. */
const only = process.env['SIMULATION_SEED'];
/** Between them they meet all that can go wrong; `npm run simulate` lives through many more. */
const seeds = only === undefined ? [2, 4, 8] : [Number(only)];
const days = Number(process.env['SIMULATION_DAYS'] ?? 40);

describe('the digest of six channels on two platforms', () => {
  const met = new Map<string, number>();

  it.each(seeds)(`keeps its promises through ${days} days of faults, seed %i`, async (seed) => {
    const { counts } = await simulate({ seed, days });
    for (const [what, count] of counts) met.set(what, (met.get(what) ?? 0) + count);
    expect(counts.get('posts')).toBeGreaterThan(days);
  });

  it
    .runIf(only === undefined)
    .each([
      '429',
      '500',
      'taken, then 502',
      'lost before it was taken',
      'not reached',
      'no answer',
      'slow answer',
      'appeared late',
      'out of service',
      'refused',
      'history: 429',
      'history: 500',
      'history: no answer',
      'history: slow answer',
      'history: unreadable',
      'crashes',
      'ends while a post is under way',
      'halts',
      'stops',
      'taken over by another',
      'rounds',
      'unknown',
      'skipped: missed',
      'skipped: asked',
      'skipped: off',
      'digest on',
      'digest skip',
    ])('has met: %s', (what) => {
    expect(met.get(what) ?? 0).toBeGreaterThan(0);
  });
});

describe('a run', () => {
  const trace = async (seed: number): Promise<readonly string[]> => {
    const steps: string[] = [];
    await simulate({ seed, days: 5, heard: (step) => steps.push(step) });
    return steps;
  };

  it('is the same again for the same seed, and another for another', async () => {
    const first = await trace(7);
    expect(first.length).toBeGreaterThan(30);
    expect(await trace(7)).toEqual(first);
    expect(await trace(8)).not.toEqual(first);
  });
});

describe('what the invariants go by', () => {
  it('counts the time in which one thing was so and others were not', () => {
    const spells = (...each: readonly (readonly [number, number])[]): Spells => {
      const made = new Spells();
      for (const [from, to] of each) {
        made.set(true, from);
        made.set(false, to);
      }
      return made;
    };
    const up = spells([0, 10], [20, 40]);
    expect(clearTime(5, 30, up, [])).toBe(15);
    expect(clearTime(5, 30, up, [spells([8, 22]), spells([21, 25])])).toBe(8);
    expect(clearTime(50, 60, up, [])).toBe(0);
  });
});

describe.runIf(only === undefined)('the simulation catches a digest that', () => {
  const TRIED = 30;
  const found: string[] = [];

  it.each(mutants)('$name', async (mutant) => {
    const { from = 1, days = 20 } = mutant;
    for (let seed = from; seed <= TRIED; seed++) {
      try {
        await simulate({ seed, days, stormy: true, mutant });
      } catch (error) {
        if (!(error instanceof BreachError)) throw error;
        found.push(mutant.name);
        expect(mutant.breaks).toContain(error.breach);
        expect(error.message).toContain(`seed ${seed} over ${days} days`);
        return;
      }
    }
    expect.fail(`It kept every promise with ${TRIED} seeds.`);
  });

  afterAll(() => {
    expect(found).toHaveLength(mutants.length);
  });
});

describe('npm run simulate', () => {
  it('prints what was met, and that nothing was doubled or lost', async () => {
    const program = fileURLToPath(new URL('./run.ts', import.meta.url));
    const options = ['--days', '4', '--each', '2', '--seed', '7'];
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...options], {
      env: cleanEnvironment(),
    });
    for (const line of [/^days +4$/m, /^posts +[1-9]/m, /^doubled +0$/m, /^lost +0$/m])
      expect(stdout).toMatch(line);
    expect(stdout).toMatch(/^No invariant was broken in \d+ s\.$/m);
  });
});
