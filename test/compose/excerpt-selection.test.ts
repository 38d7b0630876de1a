import { describe, expect, it } from 'vitest';
import { createSelection } from '../../src/compose/excerpt-selection.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { excerptsOf } from '../../src/digest/excerpt/excerpts.ts';

const five = await readCorpus('seeds');
const select = createSelection(five);
const idsIn = (filters: string) => new Set(select(filters).map(({ article }) => article.id));

describe('the excerpts that filters leave', () => {
  it('are all of them without a filter', () => {
    expect(select('')).toEqual(excerptsOf(five));
  });

  it('come from the articles that the filters name, as they are typed', () => {
    expect(idsIn('from:"Global Times"')).toEqual(new Set(['upcoming-meetings']));
    expect(idsIn('in:way-forward')).toEqual(new Set(['way-forward']));
    expect(select('from:Nobody')).toEqual([]);
  });

  it('are none where the filters cannot be read any longer', () => {
    expect(select('after:soon')).toEqual([]);
  });

  it('are the same array for the same filters, which the draw goes by', () => {
    expect(select('from:"Global Times"')).toBe(select('from:"Global Times"'));
  });
});
