import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { howToSearch } from '../../src/command/search.ts';
import type { Answer } from '../../src/command/types.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { spelled, tokens } from '../../src/language/tokens.ts';
import { createSearch } from '../../src/search/search.ts';
import type { FindOptions, Found } from '../../src/search/search.types.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { queryOf } from './articles.ts';

const corpus = await readCorpus('seeds');
const search = createSearch(corpus);
const { reply } = await seedsDesk(corpus);

const found = (line: string, how: FindOptions = howToSearch): readonly Found[] =>
  search.find(queryOf(line), how).found;
const ids = (line: string, how: FindOptions = howToSearch): readonly string[] =>
  found(line, how).map(({ paragraph }) => paragraph.id);
const textOf = ({ article, paragraph }: Found): string => article.text.slice(paragraph.start, paragraph.end);

/** The words of a text a space apart, in their American spelling: what phrases are compared by. */
const flat = (text: string): string =>
  ` ${tokens(text)
    .map((token) => spelled(token.word))
    .join(' ')} `;

const vocabulary = [
  ...new Set(search.passages({}).flatMap((each) => search.termsOf(each).map(({ word }) => word))),
];
const word = fc.constantFrom(...vocabulary);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));
const filter = fc.constantFrom(
  'from:global',
  'from:"India Writes Network"',
  'in:way-forward',
  'in:convergence',
  'by:yin',
  'by:india',
  'after:2020-11-03',
  'after:2020-11-04',
  'before:2020-11-05',
  'before:2020-11-04',
);
/** Two or three words as they stand behind one another in some passage. */
const phrase = fc
  .tuple(fc.constantFrom(...search.passages({})), fc.nat(), fc.integer({ min: 2, max: 3 }))
  .map(([passage, at, length]) => {
    const text = passage.article.text.slice(passage.paragraph.start, passage.paragraph.end);
    const all = tokens(text).map((token) => token.word);
    const from = at % Math.max(1, all.length - length);
    return all.slice(from, from + length).join(' ');
  });

describe('results', () => {
  it('are narrowed by a filter, never widened', () => {
    fc.assert(
      fc.property(words, filter, (line, narrowing) => {
        expect(ids(line)).toEqual(expect.arrayContaining([...ids(`${line} ${narrowing}`)]));
      }),
    );
  });

  it('keep their order when narrowed, unless what the best of them share counts', () => {
    fc.assert(
      fc.property(words, filter, (line, narrowing) => {
        const without = { ...howToSearch, feedback: 0 };
        const some = ids(`${line} ${narrowing}`, without);
        expect(some).toEqual(ids(line, without).filter((id) => some.includes(id)));
      }),
    );
  });

  it('hold the phrase that was asked for, word by word', () => {
    fc.assert(
      fc.property(phrase, (line) => {
        const results = found(`"${line}"`);
        expect(results.length).toBeGreaterThan(0);
        for (const each of results) {
          expect(flat(textOf(each))).toContain(flat(line));
        }
      }),
    );
  });

  it('do not hold a word that they shall be without', () => {
    fc.assert(
      fc.property(words, word, (line, unwanted) => {
        for (const each of found(`${line} -${unwanted}`)) {
          expect(tokens(textOf(each)).map((token) => token.word)).not.toContain(unwanted);
        }
      }),
    );
  });

  it('with and without a phrase are all results', () => {
    fc.assert(
      fc.property(words, phrase, (line, each) => {
        const without = ids(`${line} -"${each}"`);
        const all = ids(line);
        const rest = ids(`"${each}"`).filter((id) => all.includes(id));
        expect([...without, ...rest].sort()).toEqual([...all].sort());
      }),
    );
  });

  it('have marks inside the passage, in order, on words of the query in some form', () => {
    fc.assert(
      fc.property(words, (line) => {
        const { resolved, found: results } = search.find(queryOf(line), howToSearch);
        const terms = new Set(resolved.terms);
        for (const each of results.slice(0, 5)) {
          const marks = search.matches(each, terms, []);
          expect(marks.length).toBeGreaterThan(0);
          let end = each.paragraph.start;
          for (const mark of marks) {
            expect(mark.start).toBeGreaterThanOrEqual(end);
            end = mark.end;
            const held = search
              .termsOf(each)
              .some((token) => token.start >= mark.start && token.end <= mark.end && terms.has(token.term));
            expect(held).toBe(true);
          }
          expect(end).toBeLessThanOrEqual(each.paragraph.end);
        }
      }),
    );
  });

  it.each(['security', 'SCO cooperation', 'the of', 'China Russia -military', 'summit by:yin'])(
    'of %s are on the pages once each, in one order',
    async (line) => {
      const paged: string[] = [];
      const answerTo = async (page: number): Promise<Answer> =>
        (await reply(`search ${line} page:${page}`)).answer;
      const first = await answerTo(1);
      if (first.kind !== 'hits') throw new Error(first.kind);
      for (let page = 1; page <= first.pages; page++) {
        const answer = await answerTo(page);
        if (answer.kind === 'hits') paged.push(...answer.hits.map(({ paragraph }) => paragraph.id));
      }
      expect(paged).toEqual(ids(line));
      expect(first.total).toBe(new Set(paged).size);
    },
  );
});

describe('minus words', () => {
  it.each([
    ['terrorism -counter-terrorism', 'terrorism', 'regional-convergence:10'],
    ['terrorism -counterterrorism', 'terrorism', 'regional-convergence:10'],
    ['security -"Global Initiative"', 'security', 'security-for-all:22'],
    ['security -SCO', 'security', 'security-for-all:6'],
  ])('%s leaves out of %s what has them', (line, without, id) => {
    expect(ids(without)).toContain(id);
    expect(ids(line)).not.toContain(id);
    expect(ids(line).length).toBeGreaterThan(0);
  });

  it('in a phrase leave out that phrase alone, not the acronym which stands for it', () => {
    const left = ids('summit -"Shanghai Cooperation Organization"');
    expect(left).toContain('regional-convergence:5');
    expect(left).not.toContain('upcoming-meetings:4');
  });

  it('joined by a hyphen do not leave out what has one of them', () => {
    expect(ids('terrorism -counter-terrorism')).toEqual(
      ids('terrorism').filter((id) => id !== 'regional-convergence:10'),
    );
  });
});

describe('filters', () => {
  it.each([
    ['from:global', ['upcoming-meetings']],
    ['from:"Global Times"', ['upcoming-meetings']],
    ['from:GLOBAL', ['upcoming-meetings']],
    ['from:“China Focus”', ['regional-convergence']],
    ['in:way-forward', ['way-forward']],
    ['in:"way forward"', ['way-forward']],
    ['in:WAY-FORWARD', ['way-forward']],
    ['by:"He Yin"', ['security-for-all']],
    ['by:india', ['four-point-approach']],
    ['after:2020-11-03', ['upcoming-meetings']],
    ['before:2020-11-05', ['upcoming-meetings']],
    ['after:2020-11-04', []],
    ['before:2020-11-04', []],
    ['from:global by:yin', []],
  ])('%s leaves %j', (line, articles) => {
    const left = new Set(search.passages(queryOf(line).filters).map(({ article }) => article.id));
    expect([...left]).toEqual(articles);
  });

  it('on dates say how many articles have none', async () => {
    expect((await reply('search security after:2020-11-03')).answer).toMatchObject({ undated: 4 });
  });
});

describe('`multilateralism`', () => {
  it('is found and marked, and so are its other forms', async () => {
    const { answer } = await reply('search multilateralism');
    expect(answer).toMatchObject({ kind: 'hits', corrections: [], missing: [] });
    if (answer.kind !== 'hits') return;
    const marks = answer.hits.flatMap(({ article, matches }) =>
      matches.map(({ start, end }) => article.text.slice(start, end)),
    );
    expect(new Set(marks)).toContain('multilateralism');
    for (const mark of marks) expect(mark).toMatch(/^multilateral(?:ism)?$/);
  });
});
