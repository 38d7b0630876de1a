import { describe, expect, it } from 'vitest';
import { UsageError } from '../program.ts';
import { help } from './help.ts';
import { readCompareOptions, readOptions, SEED } from './options.ts';

describe('the options of eval', () => {
  it('have defaults', () => {
    expect(readOptions(['folder'])).toEqual({
      directory: 'folder',
      mode: null,
      part: null,
      seed: SEED,
      run: null,
      json: false,
    });
  });

  it('are read in any order', () => {
    const args = ['--part=2/2', '--json', 'folder', '--run', 'out.run', '--seed', '7', '--mode', 'search'];
    expect(readOptions(args)).toEqual({
      directory: 'folder',
      mode: 'search',
      part: '2/2',
      seed: 7,
      run: 'out.run',
      json: true,
    });
  });

  it.each([
    ['no folder', [], 'Name the folder of a collection in place of DIR; --help says what it holds.'],
    ['two folders', ['a', 'b'], 'Name one folder; “b” is one too many.'],
    ['an unknown mode', ['a', '--mode', 'guess'], '--mode “guess” is not known; give ask or search.'],
    ['an unknown part', ['a', '--part', '3/2'], '--part “3/2” is not known; give 1/2 or 2/2.'],
    ['a seed of letters', ['a', '--seed', 'x'], '--seed “x” is not a whole number of at most nine digits.'],
    ['a run without a name', ['a', '--run', ''], '--run needs the name of a file.'],
    ['an unknown option', ['a', '--fast'], "Unknown option '--fast'; --help lists the options."],
    ['an option without its value', ['a', '--mode'], /^Option '--mode <value>' argument missing; --help/],
  ])('refuse %s', (_name, args, told) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(told);
  });

  it('are all in the help', () => {
    expect(readOptions(['--help'])).toBe('help');
    for (const name of ['--mode', '--part', '--seed', '--run', '--json']) expect(help).toContain(`  ${name}`);
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('the options of eval:compare', () => {
  it('name no contender, or one that there is', () => {
    expect(readCompareOptions(['a'])).toMatchObject({ contender: null });
    expect(readCompareOptions(['a', '--contender', 'lunr'])).toMatchObject({ contender: 'lunr' });
    expect(() => readCompareOptions(['a', '--contender', 'grep'])).toThrow(
      /“grep” is not known; give SCO Desk or /,
    );
    expect(() => readCompareOptions(['a', '--run', 'x'])).toThrow(/Unknown option '--run'/);
  });
});
