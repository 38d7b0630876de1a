import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { termOf, tokens } from '../../src/language/tokens.ts';
import { parseQuery, writeQuery } from '../../src/search/query.ts';
import { createSearch } from '../../src/search/search.ts';
import { withWord } from '../../src/search/suggest.ts';
import { corpusOf, searching } from './articles.ts';

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

  it.each([
    ['in four letters, one missing', 'bral', 'brawl', ['brawl']],
    ['in four letters, another vowel', 'bral', 'brol', ['brol']],
    ['in four letters, another consonant', 'bral', 'brat', []],
    ['in four letters, two edits', 'brat', 'bruit', []],
    ['in three letters', 'brl', 'brol', []],
    ['in five letters, a vowel wrong and one missing', 'bratu', 'bretau', ['bretau']],
    ['in six letters, another consonant', 'bratuk', 'brafuk', []],
    ['in nine letters, another consonant', 'bratukens', 'brafukens', []],
    ['in ten letters, another consonant', 'bratukenom', 'brafukenom', ['brafukenom']],
    ['in ten letters, two other consonants', 'bratukenom', 'brafudenom', []],
    ['in five letters, two missing', 'bratu', 'brauktu', []],
    ['in eight letters, two missing, one a consonant', 'bratuken', 'brauktuken', ['brauktuken']],
    ['in eight letters, two consonants missing', 'bratuken', 'brlatmuken', []],
    ['letters in another order', 'brutak', 'bratuk', ['bratuk']],
    ['the first letters swapped', 'rbatuk', 'bratuk', ['bratuk']],
    ['another first letter', 'dratuk', 'bratuk', []],
    ['another first vowel', 'eratuk', 'oratuk', []],
    ['a word that goes on', 'bratuk', 'bratukilom', ['bratukilom']],
    ['a word of four letters that goes on', 'brat', 'bratukilom', ['bratukilom']],
    ['a word of three letters that goes on', 'bra', 'bratuk', []],
    ['a word that stops sooner', 'bratukon', 'bratuk', ['bratuk']],
    ['a word that stops much sooner', 'bratukonel', 'bratuk', []],
    ['a form of the word itself', 'bratuks', 'bratuk', []],
    ['a number', 'bratuk7', 'bratuk', []],
    ['a word with a number', 'bratuk', 'bratuk7', []],
    ['the nearest before more frequent ones', 'bratuk', 'braituk bretik bretik', ['braituk', 'bretik']],
    [
      'more frequent ones before others, these by the alphabet',
      'bratuk',
      'bretuk britak bratok',
      ['bratok', 'bretuk', 'britak'],
    ],
    ['three at most', 'bratuk', 'brotuk britok bretuk brituk', ['bretuk', 'brituk', 'brotuk']],
    ['one of two forms', 'bratuk', 'bretuk bretuks', ['bretuk']],
  ])('%s: for %s among %s is %j', (_, typed, words, expected) => {
    const texts = Object.fromEntries(words.split(' ').map((word, at) => [`a${at}`, `${word}.`]));
    expect(searching(corpusOf(texts)).search.suggest(typed)).toEqual(expected);
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
