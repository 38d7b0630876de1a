import { describe, expect, it } from 'vitest';
import { rounds } from './rounds.ts';

/** The rounds that begin when each takes a second. */
function begun(most: number, warmUp: number, seconds: number): readonly number[] {
  let clock = 5000;
  const all: number[] = [];
  for (const round of rounds({ most, warmUp, seconds }, () => clock)) {
    all.push(round);
    clock += 1000;
  }
  return all;
}

describe('rounds', () => {
  it.each<[string, Parameters<typeof begun>, readonly number[]]>([
    ['warm up, then measure', [3, 2, 60], [-2, -1, 0, 1, 2]],
    ['need no warming up', [2, 0, 60], [0, 1]],
    ['end when the time is up', [9, 1, 3], [-1, 0, 1]],
    ['measure one when warming up took all the time', [9, 5, 2], [-5, -4, 0]],
    ['measure one when there is no time at all', [9, 0, 0], [0]],
  ])('%s', (_name, [most, warmUp, seconds], expected) => {
    expect(begun(most, warmUp, seconds)).toEqual(expected);
  });
});
