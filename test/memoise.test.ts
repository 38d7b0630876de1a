import { describe, expect, it } from 'vitest';
import { memoise, memoiseByObject } from '../src/memoise.ts';

describe('a memoised function', () => {
  it('makes each result once', () => {
    const made: string[] = [];
    const upper = memoise(10, (word) => {
      made.push(word);
      return word.toUpperCase();
    });
    expect(['a', 'b', 'a', 'b', 'a'].map(upper)).toEqual(['A', 'B', 'A', 'B', 'A']);
    expect(made).toEqual(['a', 'b']);
  });

  it('keeps no more results than it is told to, and those of the words that come next', () => {
    const made: string[] = [];
    const echo = memoise(2, (word) => {
      made.push(word);
      return word;
    });
    for (const word of ['a', 'b', 'a', 'b', 'c', 'c', 'a', 'c']) echo(word);
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('tells arguments apart by their keys', () => {
    let made = 0;
    const sum = memoise(
      10,
      (numbers: readonly number[]) => {
        made++;
        return numbers.reduce((all, each) => all + each, 0);
      },
      (numbers) => numbers.join(' '),
    );
    expect([sum([1, 2]), sum([1, 2]), sum([12])]).toEqual([3, 3, 12]);
    expect(made).toBe(2);
  });

  it('of an object keeps a result for each object, whatever else is passed', () => {
    const [one, two] = [{ n: 1 }, { n: 2 }];
    const made: number[] = [];
    const times = memoiseByObject((object: { readonly n: number }, factor: number) => {
      made.push(object.n);
      return object.n * factor;
    });
    expect([times(one, 10), times(two, 10), times(one, 10)]).toEqual([10, 20, 10]);
    expect(made).toEqual([1, 2]);
  });
});
