import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../src/answer/features.ts';
import { type Question, readQuestion, termMatch, termPair, wordPair } from '../../src/answer/question.ts';
import { howToAsk } from '../../src/command/ask.ts';
import { termOf } from '../../src/language/tokens.ts';
import { createSearch } from '../../src/search/search.ts';
import { corpusOf } from '../search/articles.ts';

describe('a question is read', () => {
  const search = createSearch(
    corpusOf({
      a: 'The member states of the group settled a dispute.',
      b: 'The presidents of states met. The summit was in Samarkand.',
      c: 'A dispute over gas. The presidency changed.',
    }),
  );
  const read = (words: string): Question => {
    const query = { words, phrases: [], without: [], filters: {} };
    return readQuestion(words, search.find(query, howToAsk).resolved, search);
  };
  const term = (word: string): number => search.lexicon.numberOfTerm(termOf(word));

  it('with the terms that each of its words matches', () => {
    const { matches, weights } = read('Which quarrels did a president settle?');
    // The corpus does not have quarrels, and what it does not have comes last.
    expect(weights).toHaveLength(3);
    expect(matches.get(term('presidents'))).toContainEqual({ term: 0, by: termMatch.exact });
    expect(matches.get(term('settled'))).toContainEqual({ term: 1, by: termMatch.exact });
    expect(matches.get(term('dispute'))).toContainEqual({ term: 2, by: termMatch.same });
    expect(matches.has(0)).toBe(false);
  });

  it('with the share that the corpus does not have; a name weighs more than a word', () => {
    /** What stands behind the words that the corpus has. */
    const missing = (words: string, has: number): number => {
      const { weights, total } = read(words);
      return weights.slice(has).reduce((sum, weight) => sum + weight, 0) / total;
    };
    expect(missing('member states', 2)).toBe(0);
    expect(missing('Atlantis', 0)).toBe(1);
    const [word, name] = [missing('states of zzyzx', 1), missing('states of Zzyzx', 1)];
    expect(word).toBeGreaterThan(0.5);
    expect(name).toBeGreaterThan(word);
    expect(name).toBeLessThan(1);
  });

  it('with less weight for a word of many meanings than for one of few that is as rare', () => {
    const [first, second] = read('gas Samarkand').weights;
    expect(search.passagesWith(termOf('gas'))).toBe(search.passagesWith(termOf('samarkand')));
    expect(first).toBeLessThan(second ?? 0);
  });

  it('with its pairs across common words, and its neighbours with them', () => {
    const { pairs, neighbours, words } = read('the states of the group');
    expect([...pairs.keys()]).toEqual([termPair(0, 1)]);
    const number = (word: string): number => search.lexicon.numberOfWord(word);
    expect([...neighbours].sort()).toEqual(
      [
        wordPair(number('the'), number('states')),
        wordPair(number('states'), number('of')),
        wordPair(number('the'), number('group')),
      ].sort(),
    );
    expect(words).toEqual(new Set(['the', 'states', 'of', 'group'].map(number)));
    expect(read('the zzyzx states').neighbours).toEqual(new Set());
  });

  it.each([
    ['How many states met?', 'states'],
    ['The number of the member states', 'member'],
    ['Of the states, how many presidnts met?', 'presidents'],
    ['How many zzyzx states?', 'states'],
    ['Which states met?', ''],
    ['States met how many?', ''],
  ])('with what is to be counted: %s: %j', (asked, counted) => {
    expect(read(asked).counted).toBe(term(counted));
  });

  it('with mistyped words as those that were taken for them', () => {
    const { matches, weights, forms } = read('presidnts');
    expect(weights).toHaveLength(1);
    expect(matches.get(term('presidents'))).toContainEqual({ term: 0, by: termMatch.exact });
    expect(forms).toEqual(new Set([search.lexicon.numberOfWord('presidents')]));
  });

  it('and is nothing without words', () => {
    for (const words of ['', '?', '…']) {
      const question = read(words);
      expect(question.total).toBe(0);
      const [passage] = search.passages({});
      if (passage === undefined) throw new Error('no passage');
      const standing = { score: 1, title: 0 };
      expect(featuresOf(question, search.sequence(passage), search.lexicon, standing)).toEqual([]);
    }
  });
});
