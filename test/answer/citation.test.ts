import { describe, expect, it } from 'vitest';
import {
  apaCitation,
  bibtexCitation,
  chicagoCitation,
  markdownCitation,
  plainCitation,
  risCitation,
} from '../../src/answer/citation.ts';
import type { Article } from '../../src/document/types.ts';
import { articleWith, paragraphWith } from '../corpus/made.ts';

const paragraph = paragraphWith('a-report', 4, { start: 0, end: 5 });
const article = articleWith('a-report', 'Words', {
  title: 'Trade & the “Belt”: 100% of {it}',
  publisher: 'Global Times',
  author: 'Li Na',
  published: '2020-11-04',
  paragraphs: [paragraph],
});

const cited = (changes: Partial<Article> = {}, url: string | null = 'https://e.org/a') => ({
  passage: { article: { ...article, ...changes }, paragraph },
  url,
});
const bare = { author: null, publisher: null, published: null, title: 'A title' } as const;

describe('APA 7', () => {
  it('has author, date, title, site and address, and the paragraph in the text', () => {
    expect(apaCitation(cited())).toBe(
      'Li Na. (2020, November 4). Trade & the “Belt”: 100% of {it}. Global Times. https://e.org/a\nIn the text: (Li Na, 2020, para. 4)',
    );
  });
  it('without an author and a date opens with the title and says n.d.', () => {
    expect(apaCitation(cited(bare, null))).toBe('A title. (n.d.).\nIn the text: (“A title,” n.d., para. 4)');
  });
  it('does not name a site again that is the author', () => {
    expect(apaCitation(cited({ author: 'Global Times', title: 'What now?' }, null))).toBe(
      'Global Times. (2020, November 4). What now?\nIn the text: (Global Times, 2020, para. 4)',
    );
  });
});

describe('Chicago 17, as a note', () => {
  it('has the title in quotation marks, those inside it single', () => {
    expect(chicagoCitation(cited())).toBe(
      'Li Na, “Trade & the ‘Belt’: 100% of {it},” Global Times, November 4, 2020, para. 4, https://e.org/a.',
    );
  });
  it('without an author opens with the title, without a date says n.d., without an address ends', () => {
    expect(chicagoCitation(cited(bare, null))).toBe('“A title,” n.d., para. 4.');
  });
  it('has no comma behind a question mark', () => {
    expect(chicagoCitation(cited({ ...bare, title: 'What now?' }, null))).toBe('“What now?” n.d., para. 4.');
  });
});

describe('BibTeX', () => {
  it('escapes what TeX reads, and has the month as a macro', () => {
    expect(bibtexCitation(cited()).split('\n')).toEqual([
      '@misc{a-report-4,',
      '  title = {{Trade \\& the “Belt”: 100\\% of \\{it\\}}},',
      '  author = {{Li Na}},',
      '  howpublished = {Global Times},',
      '  year = {2020},',
      '  month = nov,',
      '  url = {https://e.org/a},',
      '  note = {paragraph 4}',
      '}',
    ]);
  });
  it('leaves out what is not known, and says that there is no date', () => {
    expect(bibtexCitation(cited(bare, null)).split('\n')).toEqual([
      '@misc{a-report-4,',
      '  title = {{A title}},',
      '  note = {paragraph 4; undated}',
      '}',
    ]);
  });
  it.each([
    ['a\\b', 'a\\textbackslash{}b'],
    ['~^', '\\textasciitilde{}\\textasciicircum{}'],
    ['#$_', '\\#\\$\\_'],
  ])('writes %s as %s', (title, written) => {
    expect(bibtexCitation(cited({ title }))).toContain(`title = {{${written}}}`);
  });
});

describe('RIS', () => {
  it('starts with a type, ends with ER, and has tags of two letters', () => {
    expect(risCitation(cited()).split('\n')).toEqual([
      'TY  - NEWS',
      'TI  - Trade & the “Belt”: 100% of {it}',
      'AU  - Li Na',
      'PB  - Global Times',
      'PY  - 2020',
      'DA  - 2020/11/04/',
      'SP  - para. 4',
      'ID  - a-report:4',
      'UR  - https://e.org/a',
      'ER  - ',
    ]);
  });
  it('leaves out what is not known', () => {
    expect(risCitation(cited(bare, null)).split('\n')).toEqual([
      'TY  - GEN',
      'TI  - A title',
      'SP  - para. 4',
      'ID  - a-report:4',
      'ER  - ',
    ]);
  });
});

describe('plain and Markdown', () => {
  it('say what is not given', () => {
    expect(plainCitation(cited(bare, null))).toBe(
      '“A title”, publisher not given, author not given, undated, a-report:4',
    );
    expect(markdownCitation(cited(bare, null))).toBe(
      '*A title*, publisher not given, author not given, undated, `a-report:4`',
    );
  });
  it('Markdown shows every character of a title, and links to nothing but the address', () => {
    expect(markdownCitation(cited({ title: '[x](javascript:1) *b* <i>' }, 'https://e.org/(a)>'))).toBe(
      '[\\[x\\](javascript:1) \\*b\\* \\<i\\>](<https://e.org/(a)%3E>), Global Times, Li Na, 2020-11-04, `a-report:4`',
    );
  });
});
