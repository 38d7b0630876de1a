import { describe, expect, it } from 'vitest';
import { readQuotations } from '../../src/answer/quotation/read-quotations.ts';
import { toleratedBetween } from '../../src/answer/quotation/tolerances.ts';
import {
  CERTAIN_MARKS,
  DOUBLE_CLOSING,
  DOUBLE_MARKS,
  DOUBLE_OPENING,
  isStraight,
  printedPairs,
  SINGLE_CLOSING,
  SINGLE_OPENING,
} from '../../src/language/quotation-marks.ts';
import { parseQuery } from '../../src/search/query.ts';

const DOUBLE = ['""', '"”', '“”', '“"', '„“', '„”', '‟”', '«»', '»«', '「」', '『』', '＂＂', '«"'];
const SINGLE = ['‹›', '‘’', "‘'", '‚‘', '‚’', "''"];

const around = (pair: string): string => `${pair.charAt(0)}equal and shared security${pair.charAt(1)}`;

describe('quotation marks', () => {
  it.each(DOUBLE)('%s hold a quotation for every reader of marks', (pair) => {
    expect(readQuotations(`They said ${around(pair)} in May.`).quotations).toEqual([
      'equal and shared security',
    ]);
    expect(readQuotations(around(pair)).whole).toBe('equal and shared security');
    expect(parseQuery(around(pair))).toMatchObject({
      query: { words: '', phrases: ['equal and shared security'] },
    });
    expect(toleratedBetween(` ${pair.charAt(0)}`, ' ')).toEqual(['marks']);
    expect(toleratedBetween(`${pair.charAt(1)} `, ' ')).toEqual(['marks']);
  });

  it.each(SINGLE)('%s hold a quotation where no apostrophe can stand', (pair) => {
    expect(readQuotations(`They said ${around(pair)} in May.`).quotations).toEqual([
      'equal and shared security',
    ]);
    expect(readQuotations(around(pair)).whole).toBe('equal and shared security');
  });

  it('are told apart by their form, but for the straight ones', () => {
    const all = [...new Set(DOUBLE_OPENING + SINGLE_OPENING + DOUBLE_CLOSING + SINGLE_CLOSING)];
    expect(all.filter(isStraight).sort()).toEqual(['"', "'", '＂']);
  });

  it('that are certain are no apostrophe and no comma', () => {
    expect([...CERTAIN_MARKS].filter((mark) => /['’‘‚‛ʼ]/u.test(mark))).toEqual([]);
    expect([...DOUBLE_MARKS].every((mark) => CERTAIN_MARKS.includes(mark))).toBe(true);
  });

  it('of print open or close, never both', () => {
    expect([...printedPairs]).toEqual([
      ['“', '”'],
      ['«', '»'],
      ['「', '」'],
      ['『', '』'],
    ]);
  });
});
