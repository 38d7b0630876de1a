import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/document/article.ts';
import { searched, textOf } from '../../src/document/passage.ts';
import type { Article } from '../../src/document/types.ts';
import { counter } from '../reached.ts';

const parse = (content: string, file = 'x.txt'): Article => {
  const parsed = parseArticle(file, content);
  if (!parsed.ok) throw new Error(parsed.complaint.problem);
  return parsed.article;
};

/** Kind and first word of each paragraph after the title. */
const kinds = (...paragraphs: readonly string[]): readonly string[] =>
  parse(['The title', ...paragraphs].join('\n\n'))
    .paragraphs.slice(1)
    .map(({ kind }) => kind);

const prose = 'This paragraph says something about the region, and it says it in a whole sentence.';
const more = 'That paragraph says another thing about the same region, at about the same length.';

describe('the kinds of paragraphs', () => {
  it.each([
    ['byline', 'By He Yin'],
    ['byline', 'By Li Wei and Jean-Luc de la Tour, People’s Daily'],
    ['byline', 'Published: Nov 04, 2020 09:00 PM'],
    ['byline', 'The author is a professor at Fudan University. editor@example.org'],
    ['caption', 'Leaders pose for a photo. Photo: VCG'],
    ['caption', 'Leaders pose in Astana on July 4, 2024. (Photo by Li Wei/Xinhua)'],
    ['caption', 'File photo shows the headquarters in Beijing.'],
    ['caption', 'A train leaves Qingdao. [Photo/China Daily]'],
    ['caption', 'A train leaves Qingdao. (Xinhua/Li Wei)'],
    ['byline', '*By Jane Roe*'],
    ['byline', 'July 4, 2024 10:15 AM GMT+3'],
    ['byline', 'Published: Jul 05, 2021 08:13 PM Updated: Jul 05, 2021 08:08 PM'],
    ['byline', 'Updated - March 29, 2023 10:13 pm IST - NEW DELHI'],
    ['byline', 'Source: Xinhua'],
    ['byline', 'Editor: huaxia'],
    ['byline', 'Reporting by Guy Faulconbridge; Editing by Andrew Osborn'],
    ['byline', 'Updated 2 hours ago'],
    ['byline', 'Associated Press writer Jane Roe in Moscow contributed to this report.'],
    ['caption', '(AP Photo/Vahid Salemi)'],
    ['caption', 'Xi Jinping, left, shakes hands on July 3, 2024. (AP Photo/Sergei Grits, Pool)'],
    ['caption', 'Photo by John Smith/Getty Images'],
    ['caption', 'Illustration: Liu Rui/GT'],
    ['caption', '| Photo Credit: PTI'],
    ['caption', 'Credit: Kremlin.ru'],
    ['caption', '![A flag](flag.png)'],
    ['caption', 'Vladimir Putin attends a meeting. REUTERS/Alexander Ermochenko/Pool'],
    ['caption', 'Leaders pose in Samarkand. © Sergei Bobylev/TASS'],
    ['notice', 'Sign up for our newsletter to get the latest news.'],
    ['notice', 'We use cookies to improve your experience. By continuing you accept our cookie policy.'],
    ['notice', 'Get to the heart of Central Asia: subscribe to our newsletter.'],
    ['notice', 'Also Read | India to host SCO summit'],
    ['notice', '3 comments'],
    ['notice', 'Accept all cookies'],
    ['notice', 'Related articles:'],
    ['notice', 'Tags: SCO, Bank'],
    [
      'notice',
      'Copyright 2021 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
    ],
    ['notice', 'Comments are closed'],
    ['notice', 'Sign up for our weekly newsletter'],
    ['notice', 'Comments powered by Disqus.'],
    ['notice', 'Disclaimer: This commentary reflects the views of the author only.'],
    ['notice', 'The views expressed here are the author’s own and not those of this paper.'],
    ['notice', '© 2024 Example Media. All rights reserved.'],
    ['notice', '* * *'],
    ['heading', '## Economy'],
  ])('%s: %s', (kind, line) => {
    expect(kinds(line, prose)).toEqual([kind, 'body']);
  });

  it.each([
    'By Monday, the leaders had agreed on every point.',
    'By then, it was late.',
    'Comments are closed to no one, he said.',
    'Copyright law in the member states has changed.',
    'Advertisement revenue grew strongly in 2020.',
    'Read more books, the minister told students.',
    'Trade contributed to this report of growth.',
    'Source: a third of all oil passes through the strait, which is narrow.',
    'Updated maps were shown - 2020 was the first year of them, he said.',
    'Reporting by the states is voluntary, and few of them do it.',
    'Credit: none was given to the smaller states, which asked for it in vain.',
    'Cookies and tea were served to the delegates.',
    'Photo by photo, the archive shows how the region changed.',
    'The leaders signed it. (AP Photos of the day show them.)',
    'Sign up for the treaty and the rest follows, he said.',
    'The views of the member states differ.',
    'The article of the charter reflects a compromise.',
    'Photography is popular in Kazakhstan.',
    'The author is dead, the critic wrote.',
    'Subscribe to the principle of consensus, members were told.',
    'On Nov. 10, 2020 the leaders met.',
    'Published figures show growth of 3 percent.',
    'No.',
    '“We will,” he said.',
  ])('body text stays body text: %s', (line) => {
    expect(kinds(line, prose, line)).toEqual(['body', 'body', 'body']);
  });

  it('a short line between prose is a heading', () => {
    expect(kinds(prose, 'Four Tasks for Future', more)).toEqual(['body', 'heading', 'body']);
  });

  it('the items of a list, a last short line and a question are not headings', () => {
    expect(kinds(prose, 'Kazakhstan', 'Tajikistan', 'Uzbekistan', more)).toEqual(Array(5).fill('body'));
    expect(kinds(prose, more, 'To be continued')).toEqual(['body', 'body', 'body']);
    expect(kinds(prose, 'And what now?', more)).toEqual(['body', 'body', 'body']);
  });

  it('a byline counts only before the body', () => {
    expect(kinds('By He Yin', prose, 'By Land and Sea', more)).toEqual(['byline', 'body', 'heading', 'body']);
  });

  it('what follows “About the author” is no body text, unless that is most of the article', () => {
    const tail = ['About the author', 'He Yin writes for a paper.', 'He lives in Beijing.'];
    expect(kinds(prose, more, prose, ...tail)).toEqual([
      ...Array(3).fill('body'),
      ...Array(3).fill('notice'),
    ]);
    expect(kinds('About the author', prose, more, prose)).not.toContain('notice');
  });

  it('the first paragraph is body when the front matter’s title is another', () => {
    const article = parse(`---\ntitle: Another title\n---\n${prose}\n\n${more}`, 'x.md');
    expect(article.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'body']);
  });

  it.each(['# A Title – of it', 'A title, of it', 'A title\nof it'])(
    'a title is known in another spelling: %j',
    (line) => {
      const article = parse(`---\ntitle: A title of it\n---\n${line}\n\n${prose}`, 'x.md');
      expect(article.paragraphs.map(({ kind }) => kind)).toEqual(['title', 'body']);
    },
  );
});

const wrap = (text: string, width: number, end = '\n'): string => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join(end);
};

const long =
  'The Shanghai Cooperation Organization has withstood storms to create a platform in Central Asia. China and ' +
  'Russia agreed on it in 2001. It serves its member states, and Uzbekistan joined them at once. Since then the ' +
  'Secretariat has been in Beijing, and the Regional Anti-Terrorist Structure has been in Tashkent. India and ' +
  'Pakistan followed in 2017.';

const bodies = (article: Article): readonly string[] =>
  article.paragraphs
    .filter(({ kind }) => kind === 'body')
    .map((paragraph) => textOf(article, paragraph).replace(/\s+/g, ' '));

describe('paragraphs', () => {
  it.each([60, 66, 72, 76, 80, 100])('wrapped at %i columns stay whole, whatever the line ends', (width) => {
    for (const end of ['\n', '\r\n', '  \n']) {
      const content = ['A title', wrap(long, width, end), wrap(prose + more, width, end)].join(
        `${end}${end}`,
      );
      expect(bodies(parse(content))).toEqual([long, prose + more]);
    }
  });

  it('one line a paragraph splits at every line break', () => {
    const lines = [long, prose, more, long];
    expect(bodies(parse(`A title\n${lines.join('\n')}`))).toEqual(lines);
    expect(bodies(parse(`A title\n\n${[prose, more].join('\n')}`))).toEqual([prose, more]);
  });

  it('a wrapped paragraph ends where its last line is short', () => {
    const first =
      'It was so in the first of the paragraphs that are wrapped here, and it ended early, they say.';
    expect(bodies(parse(`A title\n\n${wrap(first, 72)}\n${wrap(long, 72)}`))).toEqual([first, long]);
  });

  it('the items of a list are paragraphs, their wrapped lines are not', () => {
    const items = [`- ${prose}`, `- ${more}`];
    expect(bodies(parse(`A title\n\n${items.map((item) => wrap(item, 60, '\n  ')).join('\n')}`))).toEqual(
      items,
    );
  });

  it('a heading, a byline or a credit ends where its line ends', () => {
    const article = parse(
      `A title\nBy He Yin\n${wrap(long, 72)}\n## Economy\n${wrap(long, 72)}\n\nA train leaves the station in Qingdao with goods for\nTashkent. (Photo/Xinhua)\nPhoto: AFP`,
    );
    expect(article.paragraphs.map(({ kind }) => kind)).toEqual([
      'title',
      'byline',
      'body',
      'heading',
      'body',
      'caption',
      'caption',
    ]);
  });

  it('a title wrapped over two lines is one', () => {
    const article = parse(
      `SCO to safeguard security, stability and build a\ncommunity of security for all\n\n${prose}`,
    );
    expect(article.title).toBe(
      'SCO to safeguard security, stability and build a community of security for all',
    );
  });
});

describe('repeats', () => {
  const repeats = (...paragraphs: readonly string[]): readonly (number | null)[] =>
    parse(['The title', ...paragraphs].join('\n\n'))
      .paragraphs.slice(1)
      .map((paragraph) => (paragraph.repeats === null ? null : Number(paragraph.repeats.split(':')[1])));

  it('equal paragraphs point at the last, whatever their case, quotes and dashes', () => {
    const other = prose.toUpperCase().replace(',', ' –');
    expect(repeats(prose, more, other, prose)).toEqual([5, null, 5, null]);
  });

  it('a paragraph inside a longer one points at the longest', () => {
    expect(repeats(prose, `${prose} ${more}`, `Well: ${prose} ${more}`, more)).toEqual([4, 4, null, 4]);
  });

  it('short ones, parts of words and lines that are not searched do not count', () => {
    expect(repeats('He said no to it.', more, 'He said no to it.')).toEqual([null, null, null]);
    expect(repeats(prose.replace(/\.$/, ''), `${prose.replace('.', '')}s were said here.`)).toEqual([
      null,
      null,
    ]);
    expect(
      repeats(
        'The article reflects the author’s opinions and no other.',
        `“The article reflects the author’s opinions and no other.” ${more}`,
      ),
    ).toEqual([null, null]);
  });

  it('a paragraph repeats the longest that holds it, and of those the last; what is repeated repeats nothing', () => {
    const sentence = fc.constantFrom(
      prose,
      more,
      'A third thing is said about the region, and it is said here.',
    );
    const text = fc
      .array(sentence, { minLength: 1, maxLength: 3 })
      .map((sentences) => [...new Set(sentences)].join(' '));
    const reached = counter();
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (paragraphs) => {
        const expected = paragraphs.map((own, index) => {
          const holders = [...paragraphs.entries()].filter(([, other]) => other.includes(own));
          const [last] = holders.toSorted(([i, a], [j, b]) => b.length - a.length || j - i)[0] ?? [index];
          reached('the same again', last !== index && paragraphs[last] === own);
          reached('inside a longer one', paragraphs[last] !== own);
          return last === index ? null : last + 2;
        });
        expect(repeats(...paragraphs)).toEqual(expected);
      }),
    );
    reached.atLeast({ 'the same again': 50, 'inside a longer one': 50 });
  });
});

describe('every text', () => {
  const pieces = fc.constantFrom(
    ...[prose, more, 'By He Yin', 'Photo: AFP', '# Heading', 'Short line', 'About the author', '- item'],
    ...['---', '***', ' ', '\u00a0', '\ufeff', '\t', '\f', '\u2028', '\u0085', '“', 'Nov. 10.', '😀'],
  );
  const ends = fc.constantFrom('', ' ', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r');
  const anything = fc.array(fc.tuple(pieces, ends), { maxLength: 30 }).map((parts) => parts.flat().join(''));
  const texts = fc.oneof(
    { weight: 3, arbitrary: anything.map((text) => `The title\n\n${prose}\n\n${text}`) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );

  it('is covered by its paragraphs and their sentences, in order, but for white space', () => {
    const reached = counter();
    fc.assert(
      fc.property(texts, fc.constantFrom('x.md', 'x.txt'), (content, file) => {
        const parsed = parseArticle(file, content);
        reached(parsed.ok ? 'an article' : 'a complaint');
        if (!parsed.ok) {
          expect(`${parsed.complaint.problem}${parsed.complaint.remedy}`).not.toMatch(/[\n\r]/);
          return;
        }
        const { article } = parsed;
        reached('an article of many paragraphs', article.paragraphs.length > 5);
        expect(content.endsWith(article.text)).toBe(true);
        const gap = (from: number, to: number): string => article.text.slice(from, to).trim();
        let at = 0;
        for (const [index, paragraph] of article.paragraphs.entries()) {
          expect(paragraph.n).toBe(index + 1);
          expect(paragraph.id).toBe(`${article.id}:${index + 1}`);
          expect(gap(at, paragraph.start)).toBe('');
          expect(gap(paragraph.start, paragraph.end)).toBe(textOf(article, paragraph));
          expect(paragraph.sentences.length).toBeGreaterThan(0);
          expect(paragraph.sentences[0]?.start).toBe(paragraph.start);
          expect(paragraph.sentences.at(-1)?.end).toBe(paragraph.end);
          at = paragraph.start;
          for (const sentence of paragraph.sentences) {
            expect(sentence.start).toBeGreaterThanOrEqual(at);
            expect(gap(at, sentence.start)).toBe('');
            expect(gap(sentence.start, sentence.end)).toBe(textOf(article, sentence));
            expect(sentence.end).toBeGreaterThan(sentence.start);
            at = sentence.end;
          }
          expect(at).toBe(paragraph.end);
        }
        expect(gap(at, article.text.length)).toBe('');
        expect(searched(article).length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
    reached.atLeast({ 'an article': 500, 'an article of many paragraphs': 200, 'a complaint': 100 });
  });
});
