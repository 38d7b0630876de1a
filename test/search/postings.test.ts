import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { howToAsk } from '../../src/command/ask.ts';
import type { Core } from '../../src/command/module.ts';
import { howToSearch, search as searchCommand } from '../../src/command/search.ts';
import { commandSpecs } from '../../src/command/table.ts';
import type { Answer } from '../../src/command/types.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { stopwords } from '../../src/language/stopwords.ts';
import { termOf } from '../../src/language/tokens.ts';
import { plain } from '../../src/message/plain.ts';
import { present } from '../../src/message/present.ts';
import { createSearch } from '../../src/search/search.ts';
import type { FindOptions, Search } from '../../src/search/search.types.ts';
import type { Query } from '../../src/search/types.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { byNobody, noDigest } from '../digest/no-digest.ts';
import { corpusOf, queryOf } from './articles.ts';

/** "security" is in all of ten passages, "trade" in six, "multilateralism" in three, "silk" and "cotton" in one each. */
const corpus = corpusOf(
  Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => {
      const words = ['security', ...(at < 6 ? ['trade'] : []), ...(at < 3 ? ['multilateralism'] : [])];
      return [
        `p${at}`,
        `${[...words, ...(at === 9 ? ['silk'] : []), ...(at === 8 ? ['cotton'] : [])].join(' ')}.`,
      ];
    }),
  ),
);
const search = createSearch(corpus);
const how = { titleWeight: 0, wholeNames: true, common: true };

describe('of the terms of a query', () => {
  it.each([
    ['security trade multilateralism silk', 100, ['secur', 'trade', 'multilater', 'silk']],
    ['security trade multilateralism silk', 20, ['secur', 'trade', 'multilater', 'silk']],
    ['security trade multilateralism silk', 19, ['trade', 'multilater', 'silk']],
    ['security trade multilateralism silk', 10, ['trade', 'multilater', 'silk']],
    ['security trade multilateralism silk', 9, ['multilater', 'silk']],
    ['security trade multilateralism silk', 3, ['silk']],
    ['security trade', 15, ['trade']],
    ['silk cotton', 1, ['silk']],
    ['silk security', 10, ['silk']],
    ['silk security', 11, ['silk', 'secur']],
    ['security', 1, ['secur']],
    ['security', 0, ['secur']],
    ['unheard', 0, []],
  ])('%s, with %i postings %j are looked for', (line, postings, terms) => {
    const { lookedFor, resolved, found } = search.find(queryOf(line), { ...how, postings });
    expect(lookedFor).toEqual(terms);
    expect(resolved.terms).toEqual(expect.arrayContaining([...terms]));
    const all = [...search.passages({})];
    const holding = all.filter((passage) => search.termsOf(passage).some(({ term }) => terms.includes(term)));
    expect(found.map(({ article }) => article.id).sort()).toEqual(
      holding.map(({ article }) => article.id).sort(),
    );
  });

  it('the rarest are looked for, at least one, and as many as there are postings for', () => {
    const line = fc
      .uniqueArray(fc.constantFrom('security', 'trade', 'multilateralism', 'silk', 'cotton'), {
        minLength: 1,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(line, fc.nat({ max: 30 }), (words, postings) => {
        const { lookedFor, resolved, found } = search.find(queryOf(words), { ...how, postings });
        const countOf = (terms: readonly string[]): number =>
          terms.reduce((sum, term) => sum + search.passagesWith(term), 0);
        expect(lookedFor.length).toBeGreaterThan(0);
        expect(countOf(lookedFor) <= postings || lookedFor.length === 1).toBe(true);
        const others = resolved.terms.filter((term) => !lookedFor.includes(term));
        for (const other of others) {
          expect(countOf([...lookedFor, other])).toBeGreaterThan(postings);
          for (const term of lookedFor) {
            expect(search.passagesWith(term)).toBeLessThanOrEqual(search.passagesWith(other));
          }
        }
        for (const { terms } of found) for (const term of terms) expect(lookedFor).toContain(term);
      }),
    );
  });

  it('those passed over still have to be there where a phrase has them', () => {
    const { found, lookedFor } = search.find(queryOf('"security trade" multilateralism silk'), {
      ...how,
      postings: 4,
    });
    expect(lookedFor).toEqual(['multilater', 'silk']);
    expect(found.map(({ article }) => article.id).sort()).toEqual(['p0', 'p1', 'p2']);
  });
});

describe('a search in a large corpus', async () => {
  const { linkTo } = { linkTo: () => ({ url: 'http://localhost/', shared: false }) };
  const withPostings = (postings: number, of: Search): Core => ({
    corpus,
    linkTo,
    digest: noDigest,
    random: () => 0.3,
    commands: commandSpecs,
    search: { ...of, find: (query: Query, given: FindOptions) => of.find(query, { ...given, postings }) },
  });
  const answerTo = (line: string, postings: number): Extract<Answer, { kind: 'hits' }> => {
    const core = withPostings(postings, search);
    const answer = searchCommand.run({ verb: 'search', query: queryOf(line), page: 1 }, core, byNobody);
    if (answer.kind !== 'hits') throw new Error(`${line}: ${answer.kind}`);
    return answer;
  };
  const textOf = (answer: Answer): string => plain(present(answer, 'search x', linkTo));

  it.each([
    ['Security TRADE silk', 7, ['Security']],
    ['Security TRADE silk', 3, ['Security', 'TRADE']],
    ['securty silk', 1, ['security']],
    ['multi-lateralism silk', 1, ['multi-lateralism']],
    ['Security TRADE silk', 17, []],
  ])('for %s with %i postings names what it passed over: %j', (line, postings, passedOver) => {
    expect(answerTo(line, postings).passedOver).toEqual(passedOver);
  });

  it('says so, with the words as they were typed', () => {
    const text = textOf(answerTo('Security TRADE silk', 3));
    expect(text).toMatch(/not looked for: .*Security.*TRADE/);
    expect(textOf(answerTo('Security TRADE silk', 17))).not.toContain('looked for');
  });

  it('does not say that passages have every word where it did not look for each', () => {
    expect(answerTo('security multilateralism silk', 17).complete).toBe(0);
    expect(answerTo('security multilateralism trade', 19).complete).toBe(3);
    expect(answerTo('security multilateralism trade', 9).complete).toBe(0);
    expect(textOf(answerTo('security multilateralism trade', 9))).not.toContain('every word');
  });
});

describe('in the five articles', async () => {
  const seeds = createSearch(await readCorpus('seeds'));
  const { reply } = await seedsDesk();
  const words = [
    ...new Set(seeds.passages({}).flatMap((each) => seeds.termsOf(each).map(({ word }) => word))),
  ];

  it('nothing is ever passed over, with as many words as a line has', () => {
    const line = fc
      .array(fc.constantFrom(...words, 'the', 'of', 'SCO', 'China'), { maxLength: 150, size: 'max' })
      .map((some) => some.join(' ').slice(0, 1000));
    fc.assert(
      fc.property(line, (typed) => {
        const query = { words: typed, phrases: [], without: [], filters: {} };
        for (const given of [howToSearch, howToAsk]) {
          const { lookedFor, resolved } = seeds.find(query, given);
          expect(lookedFor).toEqual(resolved.terms);
        }
      }),
    );
  });

  it('nothing is, with as many of the most frequent words as a line has', () => {
    const passagesWith = (word: string): number => seeds.passagesWith(termOf(word));
    const frequent = words
      .filter((word) => !stopwords.has(word))
      .sort((a, b) => passagesWith(b) - passagesWith(a));
    const query = { words: frequent.join(' ').slice(0, 1000), phrases: [], without: [], filters: {} };
    for (const given of [howToSearch, howToAsk]) {
      const { lookedFor, resolved } = seeds.find(query, given);
      expect(resolved.terms.length).toBeGreaterThan(50);
      expect(lookedFor).toEqual(resolved.terms);
    }
  });

  it.each(['the of and', 'SCO China security cooperation', 'who chairs the SCO'])(
    'nor for %s',
    async (line) => {
      const { answer } = await reply(`search ${line}`);
      expect(answer).toMatchObject({ kind: 'hits', passedOver: [] });
    },
  );
});
