import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandsOf, notesOf, quotationsOf } from '../message/reading.ts';
import { counter } from '../reached.ts';
import { harbourDesk, passages, plural, WORDS, wordsIn, written } from './harbours.ts';

const { reply } = await harbourDesk();

const unknown = fc.string({ unit: fc.constantFrom(...'qxzjvw'), minLength: 6, maxLength: 9 });

const holders = (words: readonly string[], among = passages): readonly (typeof passages)[number][] =>
  among.filter(({ text }) => words.some((word) => wordsIn(text).includes(word)));

const facts = fc.constantFrom(
  'after:2019-06-15',
  'after:2019-06-14',
  'before:2019-07-15',
  'before:2020-02-16',
  'after:2019-04-15 before:2020-04-15',
  'in:harbour-elm',
  'from:courier',
  'by:brook',
  'from:courier after:2019-02-14',
);
const searching = fc
  .record({
    known: fc.oneof<fc.Arbitrary<readonly string[]>[]>(
      fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(['lantern', 'abacus'], ['granite', 'barges'], ['cobalt', 'river', 'charts']),
    ),
    absent: fc.oneof(
      fc.constant([]),
      fc.uniqueArray(unknown, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(unknown, { minLength: 11, maxLength: 15 }),
    ),
    without: fc.option(fc.constantFrom(...WORDS), { nil: null, freq: 2 }),
    filter: fc.option(facts, { nil: null, freq: 2 }),
  })
  .filter(({ known, without }) => without === null || !known.includes(without));

/** The articles that filters leave, by what was written: dates as text, names in small letters. */
function left(filter: string | null) {
  const parts = (filter ?? '').split(' ').map((each) => each.split(':'));
  const value = (name: string): string | undefined => parts.find(([each]) => each === name)?.[1];
  const has = (text: string | null, part: string | undefined): boolean =>
    part === undefined || (text?.toLowerCase().includes(part) ?? false);
  const isNamed = written.filter(
    ({ id, publisher, author }) =>
      has(id, value('in')) && has(publisher, value('from')) && has(author, value('by')),
  );
  const [after, before] = [value('after'), value('before')];
  if (after === undefined && before === undefined) return { articles: isNamed, undated: 0 };
  return {
    articles: isNamed.filter(
      ({ published }) =>
        published !== null && published > (after ?? '') && published < (before ?? '9999-12-31'),
    ),
    undated: isNamed.filter(({ published }) => published === null).length,
  };
}

describe('a search', () => {
  it('counts passages, pages, whole matches, missing words and undated articles as they are written', async () => {
    const reached = counter();
    await fc.assert(
      fc.asyncProperty(searching, async ({ known, absent, without, filter }) => {
        const line = [...known, ...absent, ...(without === null ? [] : [`-${without}`]), filter ?? ''];
        const { answer, message } = await reply(`search ${line.join(' ').trim()}`);
        const { articles, undated } = left(filter);
        const inside = passages.filter(
          ({ id, text }) =>
            articles.some((article) => id.startsWith(`${article.id}:`)) &&
            (without === null || !wordsIn(text).includes(without)),
        );
        const expected = holders(known, inside);
        const notes = notesOf(message);
        const [heading] = message.blocks;
        const title = heading?.type === 'heading' ? heading.text : '';
        if (expected.length === 0) {
          reached('nothing');
          expect(answer.kind).toBe('nothing');
          expect(title).toMatch(/^No passage has /);
        } else {
          const whole = expected.filter(({ text }) =>
            known.every((word) => wordsIn(text).includes(word)),
          ).length;
          const pages = Math.ceil(expected.length / 4);
          expect(answer).toMatchObject({
            kind: 'hits',
            total: expected.length,
            pages,
            complete: absent.length === 0 ? whole : 0,
          });
          expect(title.startsWith(`${plural(expected.length, 'passage')} for `)).toBe(true);
          expect(title.endsWith(pages > 1 ? `, page 1 of ${pages}` : '')).toBe(true);
          expect(title.includes(', page ')).toBe(pages > 1);
          const said =
            absent.length > 0 || whole === 0 || whole === expected.length
              ? []
              : [whole === 1 ? 'One passage has every word.' : `${whole} passages have every word.`];
          expect(notes.filter((note) => note.includes('every word'))).toEqual(said);
          reached('more than three pages', pages > 3);
          reached('some with every word', said.length > 0);
        }
        expect('missing' in answer && answer.missing).toEqual(absent);
        const named = absent.slice(0, 12).map((word) => `“${word}”`);
        const last = named.at(-1) ?? '';
        const list = named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
        const more = absent.length > 12 ? ` and ${plural(absent.length - 12, 'more word')}` : '';
        expect(notes.filter((note) => note.startsWith('Not in the corpus:'))).toEqual(
          absent.length === 0 ? [] : [`Not in the corpus: ${list}${more}.`],
        );
        expect(notes.filter((note) => note.startsWith('Left out for having no date'))).toEqual(
          undated === 0
            ? []
            : [
                `Left out for having no date: ${plural(undated, 'article')}. Date filters find dated articles only.`,
              ],
        );
        reached('more missing words than are named', absent.length > 12);
        reached('undated articles', undated > 0);
        reached('a filter that leaves some', filter !== null && expected.length > 0);
        reached('a word to be without', without !== null && expected.length > 0);
      }),
      { numRuns: 250 },
    );
    reached.atLeast({
      'more than three pages': 6,
      'some with every word': 6,
      'more missing words than are named': 10,
      'undated articles': 30,
      'a filter that leaves some': 20,
      'a word to be without': 15,
      nothing: 10,
    });
  });

  it.each([
    ['granite "grey granite"', '“granite "grey granite"”'],
    ['"grey granite"', '“grey granite”'],
    ['granite -tea in:harbour-alder', '“granite -tea”, in:harbour-alder'],
    ['granite '.repeat(20), `“${'granite '.repeat(15).slice(0, 119)}…”`],
  ])('for %s is headed with the words as they were understood', async (words, said) => {
    const [heading] = (await reply(`search ${words}`)).message.blocks;
    expect(heading?.type === 'heading' && heading.text.replace(/^.*? for /, '')).toBe(said);
  });

  it('shows every passage on one of its pages, and offers the pages beside', async () => {
    const found: string[] = [];
    const total = holders(['lantern', 'quay', 'sandbank']).length;
    const pages = Math.ceil(total / 4);
    expect(pages).toBeGreaterThan(3);
    for (let page = 1; page <= pages; page++) {
      const line = `search lantern quay sandbank${page === 1 ? '' : ` page:${page}`}`;
      const { message } = await reply(line);
      found.push(...quotationsOf(message).map(({ id }) => id));
      const turns = commandsOf(message).filter((each) => each.startsWith('search') && each !== line);
      const pageOf = (n: number): string => `search lantern quay sandbank${n === 1 ? '' : ` page:${n}`}`;
      expect(turns).toEqual([
        ...(page < pages ? [pageOf(page + 1)] : []),
        ...(page > 1 ? [pageOf(page - 1)] : []),
      ]);
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found.toSorted()).toEqual(
      holders(['lantern', 'quay', 'sandbank'])
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('marks the words that were looked for and no others, and a phrase from its first word to its last', async () => {
    const marked = async (line: string): Promise<readonly string[]> => {
      const parts = quotationsOf((await reply(line)).message).flatMap((quotation) => quotation.parts);
      return [
        ...new Set(parts.flatMap((part) => (part.type === 'verbatim' && part.marked ? [part.text] : []))),
      ];
    };
    expect(await marked('search lantern kettle')).toEqual(['kettle', 'lantern']);
    expect(await marked('search "until the last boat has come home"')).toEqual([
      'until the last boat has come home',
    ]);
    expect(await marked('search granite "quarried grey granite" barges')).toEqual([
      'quarried grey granite',
      'barges',
    ]);
  });
});
