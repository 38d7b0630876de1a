import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { relativeDates } from '../../src/document/relative-dates.ts';
import { growth, LINEAR } from '../growth.ts';

const said = (text: string): readonly string[] => relativeDates(text).said;

describe('relativeDates', () => {
  it.each([
    ['At last year’s summit they met', ['last year']],
    ['It will take place on Tuesday via video link', ['on Tuesday']],
    ["This year's summit will be a special one", ['This year']],
    ['They met earlier this month.', ['this month']],
    ['It opens next month', ['next month']],
    ['Yesterday the ministers agreed', ['Yesterday']],
    ['The leaders met today.', ['today']],
    ['It was signed three years ago', ['three years ago']],
    ['They spoke on Nov. 10.', ['Nov. 10']],
    ['They spoke on 10 November', ['on 10 November']],
    ['The summit of June 15-16', ['June 15-16']],
    ['since the conflict began in May.', ['May']],
    ['It starts this July', ['this July']],
    ['It grew over the past 20 years', ['past 20 years']],
    ['They meet next Friday', ['next Friday']],
    ['It ends by the end of the year', ['end of the year']],
    ['It froze last winter', ['last winter']],
    ['in the coming year', ['coming year']],
    ['This year and again this year', ['This year']],
    ['It met last year, and then again two years later for five days.', ['last year']],
  ])('finds in “%s” %j', (text, found) => {
    expect(relativeDates(text)).toEqual({ said: found, more: false });
  });

  it.each([
    'Members may join, and they may leave.',
    'May we all live in peace.',
    'The second meeting took a second.',
    'Now China has partners; the SCO faces challenges now.',
    'The troops march on, and the delegates sat down.',
    'The Sun rose over Mon Repos.',
    'April Smith and June Lee spoke.',
    'the 9/11 attacks',
    'two years later, and three days earlier',
    'It stayed for five days.',
    'In today’s world, threats are interwoven.',
    'It met on Nov. 9, 2020 and in November 2021.',
    'from October to November 2020',
    'in 2019 and in the 1990s',
    'Black Friday',
    'recently, in recent years',
    'at 5 pm',
    '10-12 members and 2.5 percent',
  ])('finds nothing in “%s”', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('finds these and no others in the passages of the five articles', async () => {
    const { articles } = await readCorpus('seeds');
    const found = [...articles.values()].flatMap(({ text, paragraphs }) =>
      paragraphs.flatMap(({ id, start, end }) => said(text.slice(start, end)).map((date) => `${id} ${date}`)),
    );
    expect(found).toEqual([
      'four-point-approach:3 November 10',
      'four-point-approach:15 next year',
      'four-point-approach:18 next year',
      'security-for-all:3 Nov. 10',
      'security-for-all:12 This year',
      'security-for-all:14 last year',
      'security-for-all:16 this year',
      'upcoming-meetings:4 on Tuesday',
      'upcoming-meetings:5 This year',
      'upcoming-meetings:8 this year',
      'upcoming-meetings:11 October 22',
      'upcoming-meetings:14 May',
      'way-forward:4 past 20 years',
    ]);
  });

  it('names three and says that there are more', () => {
    expect(relativeDates('Today, tomorrow, next week, next month and next year')).toEqual({
      said: ['Today', 'tomorrow', 'next week'],
      more: true,
    });
  });

  it('finds what stands in the text, whatever the text', () => {
    const word = fc.constantFrom(
      ...'last next this year month Tuesday on May Nov. 10 ago two in the today 2020 – \n ü'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const even = text.replace(/\s+/gu, ' ');
        for (const date of said(text)) expect(even).toContain(date);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['May may last ', 'in the last year of May on 12 and March 5 ', 'this ', 'x', '1 2 3 in '])(
    'reads a text of “%s” in time that grows as the text does',
    async (part) => {
      const read = (size: number) => relativeDates(part.repeat(Math.ceil(size / part.length)));
      expect(await growth(100_000, read)).toBeLessThan(LINEAR);
    },
  );
});
