import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceFeatures } from '../../src/answer/confidence.ts';
import { featureNames } from '../../src/answer/features.ts';
import { seeded } from '../bench/random.ts';
import { command } from './command.ts';
import { type Group, learnLogistic, learnRanking, type Matrix } from './learning.ts';
import { tinyCollection } from './tiny.ts';

const WIDTH = 4;
const PLANTED = 2;
const CANDIDATES = 5;

interface Planted {
  readonly matrix: Matrix;
  readonly groups: readonly Group[];
  readonly right: Uint8Array;
}

/** Groups of candidates of chance values, of which the right one has more in one column. */
function planted(count: number, seed: number): Planted {
  const random = seeded(seed);
  const rows = count * CANDIDATES;
  const right = Uint8Array.from({ length: rows }, (_, row) => (row % CANDIDATES === 3 ? 1 : 0));
  const values = Float64Array.from({ length: rows * WIDTH }, (_, at) => {
    const isPlanted = at % WIDTH === PLANTED && right[Math.floor(at / WIDTH)] === 1;
    return random() + (isPlanted ? 0.5 : 0);
  });
  const groups = Array.from({ length: count }, (_, at) => ({
    from: at * CANDIDATES,
    to: (at + 1) * CANDIDATES,
  }));
  return { matrix: { width: WIDTH, values }, groups, right };
}

const others = (weights: Float64Array): readonly number[] => [...weights].filter((_, at) => at !== PLANTED);

describe('the weights of a ranking', () => {
  it('find the feature in which right candidates differ, and give the others about 0', () => {
    const { matrix, groups, right } = planted(200, 1);
    const weights = learnRanking(matrix, groups, [right]);
    expect(weights).toHaveLength(WIDTH);
    expect(weights[PLANTED]).toBeGreaterThan(3);
    for (const weight of others(weights)) expect(Math.abs(weight)).toBeLessThan((weights[PLANTED] ?? 0) / 5);
  });

  it('are against a feature that speaks against', () => {
    const { matrix, groups, right } = planted(200, 1);
    const turned = {
      ...matrix,
      values: matrix.values.map((value, at) => (at % WIDTH === PLANTED ? -value : value)),
    };
    expect(learnRanking(turned, groups, [right])[PLANTED]).toBeCloseTo(
      -(learnRanking(matrix, groups, [right])[PLANTED] ?? 0),
      6,
    );
  });

  it('put the right ones first where that can be done', () => {
    const { matrix, groups, right } = planted(200, 1);
    const weights = learnRanking(matrix, groups, [right]);
    const scoreOf = (row: number): number =>
      weights.reduce((sum, weight, at) => sum + weight * (matrix.values[row * WIDTH + at] ?? 0), 0);
    const first = groups.filter(({ from }) => {
      const scores = Array.from({ length: CANDIDATES }, (_, at) => scoreOf(from + at));
      return scores.indexOf(Math.max(...scores)) === 3;
    });
    expect(first.length).toBeGreaterThan(groups.length * 0.6);
  });

  it('are those for the feature’s own scale', () => {
    const { matrix, groups, right } = planted(100, 2);
    const scaled = {
      ...matrix,
      values: matrix.values.map((value, at) => (at % WIDTH === PLANTED ? value * 10 : value)),
    };
    const [once, again] = [learnRanking(matrix, groups, [right]), learnRanking(scaled, groups, [right])];
    expect(again[PLANTED]).toBeCloseTo((once[PLANTED] ?? 0) / 10, 2);
  });

  it('take nothing from groups without a right candidate, under any notion of right', () => {
    const { matrix, groups, right } = planted(60, 3);
    const told = groups.slice(0, 30);
    const some = right.map((each, row) => (row < 30 * CANDIDATES ? each : 0));
    expect(learnRanking(matrix, groups, [some])).toEqual(learnRanking(matrix, told, [some]));
    expect(learnRanking(matrix, groups, [right, some])).toEqual(learnRanking(matrix, told, [right, some]));
    expect(learnRanking(matrix, groups, [some])).not.toEqual(learnRanking(matrix, groups, [right]));
    const none = new Uint8Array(right.length);
    expect([...learnRanking(matrix, groups, [none])]).toEqual([0, 0, 0, 0]);
    expect([...learnRanking(matrix, [], [right])]).toEqual([0, 0, 0, 0]);
  });

  it('of two notions of right heed both', () => {
    // Of the first, column 2 tells; of the second, column 0.
    const { matrix, groups, right } = planted(200, 4);
    const other = right.map((_, row) => (row % CANDIDATES === 1 ? 1 : 0));
    const values = matrix.values.map((value, at) =>
      at % WIDTH === 0 && other[Math.floor(at / WIDTH)] === 1 ? value + 0.5 : value,
    );
    const weights = learnRanking({ width: WIDTH, values }, groups, [right, other]);
    for (const column of [0, PLANTED]) expect(weights[column]).toBeGreaterThan(0.5);
    for (const column of [1, 3]) expect(Math.abs(weights[column] ?? 0)).toBeLessThan(0.4);
  });

  it('are 0 for a feature that is the same for all', () => {
    const { matrix, groups, right } = planted(50, 5);
    const flat = { ...matrix, values: matrix.values.map((value, at) => (at % WIDTH === 1 ? 7 : value)) };
    const weights = learnRanking(flat, groups, [right]);
    expect(weights[1]).toBeCloseTo(0, 3);
    expect([...weights].every(Number.isFinite)).toBe(true);
  });

  it('are the same each time', () => {
    const { matrix, groups, right } = planted(50, 6);
    const before = matrix.values.slice();
    expect(learnRanking(matrix, groups, [right])).toEqual(learnRanking(matrix, groups, [right]));
    expect(matrix.values).toEqual(before);
  });

  it('are finite for any rows', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, fc.boolean()), { minLength: 1, maxLength: 20 }), (rows) => {
        const matrix = {
          width: 3,
          values: Float64Array.from(rows.flatMap(([first, second]) => [first, second, 1])),
        };
        const right = Uint8Array.from(rows, ([, , isRight]) => (isRight ? 1 : 0));
        const weights = learnRanking(matrix, [{ from: 0, to: rows.length }], [right], 50);
        expect([...weights].every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the weights of two classes', () => {
  /** Rows of two columns, of which the first is about `yesAt` for one class and `noAt` for the other. */
  function classes(counts: readonly [yes: number, no: number], yesAt: number, noAt: number) {
    const random = seeded(9);
    const rows = Array.from({ length: counts[0] + counts[1] }, (_, row) => row < counts[0]);
    return {
      matrix: {
        width: 2,
        values: Float64Array.from(rows.flatMap((yes) => [(yes ? yesAt : noAt) + random() - 0.5, random()])),
      },
      yes: Uint8Array.from(rows, (yes) => (yes ? 1 : 0)),
    };
  }

  it.each<readonly [string, readonly [number, number], number, number]>([
    ['as many of each', [100, 100], 5, 3],
    ['ten times as many of one', [20, 200], 5, 3],
    ['the class below', [100, 100], 3, 5],
    ['values about 0', [100, 100], 1, -1],
  ])('tell them apart, and the constant puts the boundary between: %s', (_name, counts, yesAt, noAt) => {
    const { matrix, yes } = classes(counts, yesAt, noAt);
    const { weights, constant } = learnLogistic(matrix, yes);
    const sumOf = (a: number, b: number): number => constant + (weights[0] ?? 0) * a + (weights[1] ?? 0) * b;
    for (const [row, isYes] of yes.entries()) {
      const sum = sumOf(matrix.values[2 * row] ?? 0, matrix.values[2 * row + 1] ?? 0);
      expect(sum > 0).toBe(isYes === 1);
    }
    expect(Math.sign(weights[0] ?? 0)).toBe(Math.sign(yesAt - noAt));
    expect(Math.abs(weights[1] ?? 0)).toBeLessThan(Math.abs(weights[0] ?? 0) / 4);
    const boundary = -(constant + (weights[1] ?? 0) / 2) / (weights[0] ?? 0);
    expect(Math.abs(boundary - (yesAt + noAt) / 2)).toBeLessThan(0.3);
  });

  it('count both classes the same where they overlap, however many rows each has', () => {
    const { matrix, yes } = classes([20, 400], 1.2, 1);
    const { weights, constant } = learnLogistic(matrix, yes);
    const boundary = -(constant + (weights[1] ?? 0) / 2) / (weights[0] ?? 0);
    // Counting rows, nearly all would be of the larger class, and the boundary outside the values.
    expect(boundary).toBeGreaterThan(0.8);
    expect(boundary).toBeLessThan(1.4);
  });

  it('are the same each time', () => {
    const { matrix, yes } = classes([10, 10], 5, 3);
    expect(learnLogistic(matrix, yes)).toEqual(learnLogistic(matrix, yes));
  });

  it.each([0, 1])('are finite where all rows are of one class (%i)', (only) => {
    const { matrix, yes } = classes([10, 10], 5, 3);
    const { weights, constant } = learnLogistic(matrix, yes.fill(only), 100);
    expect([...weights, constant].every(Number.isFinite)).toBe(true);
  });
});

describe('learning from a collection', () => {
  it('prints the file of the weights, each by its name', async () => {
    const { code, out, err } = await command('learn', [await tinyCollection()]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const objects = [...out.matchAll(/^export const (\w+) = \{\n([^}]*)\} as const;$/gm)].map(
      ([, name, body = '']) => ({
        name,
        keys: [...body.matchAll(/^ {2}(\w+): -?\d+\.\d\d,$/gm)].map(([, key]) => key),
        lines: body.trimEnd().split('\n').length,
      }),
    );
    expect(objects).toEqual([
      { name: 'ranking', keys: [...featureNames], lines: featureNames.length },
      {
        name: 'confidence',
        keys: [...confidenceFeatures, 'scatter', 'constant'],
        lines: confidenceFeatures.length + 2,
      },
    ]);
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    [
      'a folder that is not there',
      ['/nowhere/at/all'],
      /corpus\.jsonl: there is no such file; a BEIR folder holds/,
    ],
    ['no folder', [], /folder/],
  ])('of %s: one line, and exit code 2', async (_name, args, told) => {
    const { code, out, err } = await command('learn', args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trimEnd()).toMatch(told);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
