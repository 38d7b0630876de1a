import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens } from '../../src/language/tokens.ts';
import { createForwardIndex } from '../../src/search/forward-index.ts';
import type { Match } from '../../src/search/passage-index.ts';
import { createPhraseIndex } from '../../src/search/phrase-index.ts';
import { byExactForm, byRelevanceFeedback, type RerankContext } from '../../src/search/rerank.ts';
import { createSearch } from '../../src/search/search.ts';
import { corpusOf } from './articles.ts';

function orderingOf(texts: readonly string[]): RerankContext {
  const all = texts.map((text) => tokens(text));
  const forwardIndex = createForwardIndex();
  for (const [at, words] of all.entries())
    forwardIndex.add(words, [{ start: 0, end: texts[at]?.length ?? 0 }]);
  const { lexicon } = forwardIndex;
  return {
    phrases: createPhraseIndex(all),
    forwardIndex,
    hasWord: (word) => lexicon.numberOfWord(word) > 0,
    weight: () => 1,
    passages: texts.length,
  };
}

const idsOf = (matches: readonly Match[]): readonly number[] => matches.map(({ id }) => id);
const matchesOf = (ids: readonly number[], score: (at: number) => number): readonly Match[] =>
  ids.map((id, at) => ({ id, score: score(at), terms: ['tea'] }));

const TEXTS = [
  'tea harvest starts in Assam gardens',
  'tea harvest ends in Assam gardens',
  'tea of ships and silk',
  'tea of the Assam harvest',
  'nothing',
  'gold',
  'silver',
  'salt',
  'iron',
  'coal',
  'wool',
];
const ordering = orderingOf(TEXTS);

describe('words that the best passages share', () => {
  it('bring a passage forward that has them', () => {
    const matches = matchesOf([0, 1, 2, 3], (at) => 10 - at / 10);
    expect(idsOf(byRelevanceFeedback(matches, 0.5, ordering)).at(-1)).toBe(2);
    expect(idsOf(byRelevanceFeedback(matches, 0.001, ordering))).toEqual([0, 1, 2, 3]);
  });

  it('count as much as they are made to', () => {
    const matches = matchesOf([0, 1, 2, 3], (at) => 10 - at);
    const scoreOf = (feedback: number): number =>
      byRelevanceFeedback(matches, feedback, ordering).find(({ id }) => id === 3)?.score ?? 0;
    expect(scoreOf(0)).toBe(7);
    expect(scoreOf(1) - 7).toBeCloseTo(2 * (scoreOf(0.5) - 7), 10);
    expect(scoreOf(0.5)).toBeGreaterThan(7);
  });

  it('do not count where one passage alone has them, or nearly all', () => {
    const two = orderingOf(['tea silk', 'tea gold', 'tea iron', 'tea coal', 'tea', 'tea', 'tea']);
    const matches = matchesOf([0, 1, 2], (at) => 3 - at);
    expect(byRelevanceFeedback(matches, 0.5, two)).toEqual(matches);
  });

  it.each([
    ['feedback is 0', matchesOf([2, 0, 1, 3], (at) => 10 - at), 0],
    ['there is one match', matchesOf([2], () => 1), 0.5],
    ['there is none', [], 0.5],
    ['no match scores', matchesOf([2, 0, 1, 3], () => 0), 0.5],
  ])('change nothing where %s', (_name, matches, feedback) => {
    expect(byRelevanceFeedback(matches, feedback, ordering)).toEqual(matches);
  });

  it('move the first hundred, and no match behind them', () => {
    // The last has all the words that the best share, and would come first.
    const many = [
      ...Array.from({ length: 149 }, (_, at) => `tea ${at % 10 < 3 ? 'harvest' : `word${at}`}`),
      'tea harvest',
    ];
    const padded = orderingOf([...many, ...Array.from({ length: 300 }, (_, at) => `other${at}`)]);
    const matches = matchesOf(
      many.map((_, at) => at),
      (at) => 200 - at,
    );
    const moved = byRelevanceFeedback(matches, 100, padded);
    expect(idsOf(moved).slice(0, 100)).not.toEqual(idsOf(matches).slice(0, 100));
    expect(idsOf(moved.slice(0, 100)).every((id) => id < 100)).toBe(true);
    expect(moved.slice(100)).toEqual(matches.slice(100));
  });

  it('lose no match and double none, whatever the scores', () => {
    const words = ['tea', 'harvest', 'gold', 'silk', 'Assam', 'iron'];
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 150,
        }),
        fc.infiniteStream(fc.double({ min: 0, max: 1e6, noNaN: true })),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (passages, scores, weight) => {
          const made = orderingOf(passages.map((each) => each.join(' ')));
          const matches = matchesOf(
            passages.map((_, at) => at),
            () => scores.next().value,
          );
          for (const moved of [
            byRelevanceFeedback(matches, weight, made),
            byExactForm('harvests golden Assam', matches, weight, made),
          ]) {
            expect([...idsOf(moved)].sort((a, b) => a - b)).toEqual(idsOf(matches));
            expect(moved.every(({ score }) => Number.isFinite(score))).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('in a search bring forward what is on the matter', () => {
    const texts = {
      a: 'The harvest of tea starts in Assam.',
      b: 'In Assam the tea gardens are ready for a harvest.',
      c: 'The tea that ships have and silk.',
      d: 'The tea of Assam and its harvest.',
    };
    const fill = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`z${at}`, `Nothing at all, word${at}.`]),
    );
    const search = createSearch(corpusOf({ ...texts, ...fill }));
    const query = { words: 'tea', phrases: [], without: [], filters: {} };
    const orderWith = (feedback: number): readonly string[] =>
      search
        .find(query, { titleWeight: 0, feedback, wholeNames: false, common: false })
        .found.map(({ article }) => article.id);
    expect([...orderWith(1)].sort()).toEqual([...orderWith(0)].sort());
    expect(orderWith(1).at(-1)).toBe('c');
    expect(orderWith(0).at(-1)).not.toBe('c');
  });
});

describe('the form that was typed', () => {
  const forms = orderingOf(['multilateral talks', 'multilateralism', 'multilaterals', 'talks']);
  const all = matchesOf([0, 1, 2], (at) => 3 - at / 10).map((match) => ({ ...match, terms: ['multilater'] }));
  it.each([
    ['multilateralism', [1, 0, 2]],
    ['Multilaterals', [2, 0, 1]],
    ['multilateral', [0, 1, 2]],
    ['multilateralisms', [0, 1, 2]],
    ['', [0, 1, 2]],
  ])('%s comes first', (typed, ids) => {
    expect(idsOf(byExactForm(typed, all, 1, forms))).toEqual(ids);
  });

  it('does not with a weight of 0', () => {
    expect(byExactForm('multilateralism', all, 0, forms)).toEqual(all);
  });

  it('does not where the passage was found by other words', () => {
    const byTalks = all.map((match) => ({ ...match, terms: ['talk'] }));
    expect(idsOf(byExactForm('multilateralism', byTalks, 1, forms))).toEqual([0, 1, 2]);
  });
});
