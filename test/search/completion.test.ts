import { describe, expect, it } from 'vitest';
import { corpusOf, searching } from './articles.ts';

const { search } = searching(
  corpusOf({
    a: 'Barley, bargain, barge, barrel and barrister.',
    b: 'Barrel on barrel, barge.',
    c: 'Barrel. Bar. A bargain-hunter. Détente.',
    d: 'Quarrel quarrels quarrelled querulous.',
  }),
);

describe('what is typed', () => {
  it.each([
    ['bar', ['barrel', 'bargain', 'barge', 'bar', 'bargainhunter', 'barley', 'barrister']],
    ['barg', ['bargain', 'barge', 'bargainhunter']],
    ['BARG', ['bargain', 'barge', 'bargainhunter']],
    ['barre', ['barrel']],
    ['déten', ['detente']],
    ['deten', ['detente']],
    ['ba', []],
    ['', []],
    ['arrel', []],
    ['barrels', []],
  ])('%j is completed as %j, the most frequent first and else by the alphabet', (typed, words) => {
    expect(search.complete(typed)).toEqual(words);
  });

  it('is known where a passage has it in that form', () => {
    expect(['barrel', 'Barrel', 'DÉTENTE', 'quarrelled'].map((word) => search.knows(word))).toEqual(
      Array(4).fill(true),
    );
    expect(['barrels', 'barre', 'quarreling', ''].map((word) => search.knows(word))).toEqual(
      Array(4).fill(false),
    );
  });
});
