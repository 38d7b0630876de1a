import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { termOf, tokens } from '../../src/language/tokens.ts';
import { parseQuery, writeQuery } from '../../src/search/query.ts';
import { createSearch } from '../../src/search/search.ts';
import { withWord } from '../../src/search/suggest.ts';

const corpus = await readCorpus('seeds');
const search = createSearch(corpus);

describe('a suggestion for an unknown word', () => {
  it.each([
    ['seperatism', 'separatism'],
    ['Afganistan', 'afghanistan'],
    ['Tadjikistan', 'tajikistan'],
    ['anniversery', 'anniversary'],
    ['tade', 'trade'],
    ['trdae', 'trade'],
    ['kyrgyz', 'kyrgyzstan'],
    ['uzbek', 'uzbekistan'],
    ['multilaterist', 'multilateral'],
    ['summitry', 'summit'],
    ['viruses', 'virus'],
  ])('for %s is %s first', (typed, word) => {
    expect(search.suggest(typed)[0]).toBe(word);
  });

  it.each([
    'zanzibar',
    'price',
    'bananas',
    'pizza',
    'bake',
    'Iraq',
    'Turkey',
    'inflation',
    'nuclear',
    '2022',
    'un',
    'xyzzy',
    'nation',
    'GDP',
  ])('is none for %s: nothing rather than nonsense', (typed) => {
    expect(search.suggest(typed)).toEqual([]);
  });

  it('is at most three words of the corpus, of other terms each, and never a number', () => {
    const words = [...corpus.articles.values()].flatMap(({ text }) => tokens(text).map(({ word }) => word));
    const unknown = fc
      .tuple(fc.constantFrom(...new Set(words)), fc.nat(30), fc.constantFrom('', 'x', 'e', 'st', '3'))
      .map(([word, at, put]) => word.slice(0, at) + put + word.slice(at + 1));
    fc.assert(
      fc.property(unknown, (typed) => {
        const found = search.suggest(typed);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found.map(termOf)).size).toBe(found.length);
        for (const word of found) {
          expect(search.knows(word)).toBe(true);
          expect(termOf(word)).not.toBe(termOf(typed));
          expect(word).not.toMatch(/\d/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('withWord', () => {
  it.each([
    ['search uzbek trade', 'uzbek', 'uzbekistan', 'search uzbekistan trade'],
    ['Uzbek uzbek’s uzbeks', 'Uzbek', 'x', 'x x’s uzbeks'],
    ['"the uzbek trade" -uzbek from:uzbek', 'uzbek', 'x', '"the x trade" -x from:uzbek'],
    ['a.b', 'a.b', 'c', 'c'],
  ])('in %s puts, for %s, %s: %s', (line, typed, word, expected) => {
    const parsed = parseQuery(line);
    expect('query' in parsed && writeQuery(withWord(parsed.query, typed, word))).toBe(expected);
  });
});
