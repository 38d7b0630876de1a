import { describe, expect, it } from 'vitest';
import { readOptions as readSimulation } from './digest/simulation/options.ts';
import { readArguments, UsageError, wholeNumber } from './program.ts';
import { readOptions as readTorture } from './torture/options.ts';

describe('the options of torture', () => {
  it('have defaults', () => {
    const defaults = { kills: 200, stores: ['sqlite', 'postgres'], seed: 1, mutant: 'none' };
    expect(readTorture([])).toEqual(defaults);
    expect(readTorture(['--store', 'postgres', '--kills=7'])).toMatchObject({
      kills: 7,
      stores: ['postgres'],
    });
  });

  it.each([
    [['--kills', '0'], '--kills “0” is not a whole number above 0 of at most nine digits.'],
    [['--kills', 'many'], '--kills “many” is not a whole number above 0 of at most nine digits.'],
    [['--store', 'mysql'], '--store “mysql” is not known; give sqlite or postgres or both.'],
    [['--seed', '-1'], /^Option '--seed' argument is ambiguous/],
    [['--mutant', 'x'], /^--mutant “x” is not known; give none or /],
    [['--slow'], "Unknown option '--slow'; --help lists the options."],
    [['20'], /^Unexpected argument '20'/],
  ])('refuse %j', (args, told) => {
    expect(() => readTorture(args)).toThrow(UsageError);
    expect(() => readTorture(args)).toThrow(told);
  });
});

describe('the options of simulate', () => {
  it('have defaults', () => {
    expect(readSimulation([])).toEqual({ days: 10_000, each: 200, seed: 1, trace: false });
    expect(readSimulation(['-h'])).toBe('help');
  });

  it.each([['--days'], ['--each']])('refuse %s that would simulate nothing', (name) => {
    expect(() => readSimulation([name, '0'])).toThrow(
      `${name} “0” is not a whole number above 0 of at most nine digits.`,
    );
    expect(() => readSimulation([name, '1e3'])).toThrow(UsageError);
  });
});

describe('what programs are told', () => {
  it('takes no number of ten digits, nor an option without its value', () => {
    expect(wholeNumber('seed', '0')).toBe(0);
    expect(() => wholeNumber('seed', '1234567890')).toThrow(UsageError);
    expect(() => readArguments(['--out'], { out: { type: 'string' } })).toThrow(
      /^Option '--out <value>' argument missing; --help/,
    );
  });
});
