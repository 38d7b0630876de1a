import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarize } from './statistics.ts';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => n - at);

describe('summarize', () => {
  it.each<[string, number[], ReturnType<typeof summarize>]>([
    ['a single value', [7], { n: 1, median: 7, p99: 7, slowest: 7 }],
    ['an odd number, in any order', [3, 1, 2], { n: 3, median: 2, p99: 3, slowest: 3 }],
    [
      'an even number: between the two in the middle',
      [4, 1, 10, 2],
      { n: 4, median: 3, p99: 10, slowest: 10 },
    ],
    ['by size and not by spelling', [9, 10, 100], { n: 3, median: 10, p99: 100, slowest: 100 }],
    ['1 to 100: the 99th', upTo(100), { n: 100, median: 50.5, p99: 99, slowest: 100 }],
    ['1 to 101: the 100th', upTo(101), { n: 101, median: 51, p99: 100, slowest: 101 }],
    ['1 to 200: the 198th', upTo(200), { n: 200, median: 100.5, p99: 198, slowest: 200 }],
  ])('%s', (_name, values, summary) => {
    expect(summarize(values)).toEqual(summary);
  });

  it('leaves the values as they are', () => {
    const values = [3, 1, 2];
    summarize(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses nothing at all, and what is no number', () => {
    expect(() => summarize([])).toThrow(RangeError);
    expect(() => summarize([1, Number.NaN])).toThrow(RangeError);
  });

  it('has at most one value in a hundred above p99, and half on either side of the median', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const { median, p99, n } = summarize(values);
        expect(values).toContain(p99);
        expect(values.filter((value) => value > p99).length).toBeLessThanOrEqual(n / 100);
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(n / 2);
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(n / 2);
      }),
    );
  });
});
