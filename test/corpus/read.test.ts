import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paragraphById } from '../../src/corpus/passage.ts';
import { EmptyCorpusError, readCorpus } from '../../src/corpus/read.ts';
import { parsePassageId, textOf } from '../../src/document/passage.ts';
import type { Article } from '../../src/document/types.ts';
import { folderOf } from './folder.ts';

const good = 'A good title\n\nA paragraph of body text that can be read.';
const front = (lines: string): string => `---\n${lines}\n---\n${good}`;
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const one = async (name: string, content: string | Uint8Array): Promise<Article> => {
  const { articles, faults } = await readCorpus(await folderOf({ [name]: content }), { name: 'team' });
  expect(faults).toEqual([]);
  const [article] = articles.values();
  if (article === undefined) throw new Error('no article');
  return article;
};

describe('a file at fault', () => {
  const cases: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
    ['not UTF-8', 'x.md', bytes('Caf', [0xe9], ' in Windows-1252\n\nText.'), /not UTF-8/],
    [
      'UTF-16',
      'x.txt',
      bytes([0xff, 0xfe], Buffer.from('Title\n\nText.', 'utf16le').toJSON().data),
      /UTF-16/,
    ],
    ['binary', 'x.txt', bytes('GIF89a', [0, 1, 2, 0], 'more'), /binary/],
    ['a control character', 'x.txt', 'Title\n\nText with \u001b[31m colour.', /line 3 .*U\+001B/],
    ['empty', 'x.md', '', /empty/],
    ['a byte order mark alone', 'x.txt', bytes([0xef, 0xbb, 0xbf]), /empty/],
    ['white space', 'x.txt', ' \n\u00a0\n\t', /empty/],
    ['front matter alone', 'x.md', '---\ntitle: A\n---\n', /no text after the front matter/],
    ['front matter alone, no line end', 'x.md', '---\ntitle: A\n---', /no text after the front matter/],
    ['a title alone', 'x.txt', 'Only a title', /no body text/],
    ['front matter without end', 'x.md', '---\ntitle: A\n\nText.', /does not close/],
    ['YAML that is none', 'x.md', front('title: "A\nauthor: B'), /not YAML/],
    ['YAML with a tab', 'x.md', front('title: A\n\tauthor: B'), /not YAML/],
    ['YAML with a colon too many', 'x.md', front('title: A: B'), /not YAML \(line 2\)/],
    ['the same key twice', 'x.md', front('title: A\ntitle: B'), /not YAML \(line 3\)/],
    ['a YAML list', 'x.md', front('- title\n- author'), /not a list of keys/],
    ['a title that is a number', 'x.md', front('title: 1984'), /title “1984” is not text/],
    ['an author that is a list', 'x.md', front('author: [A, B]'), /author .* is not text/],
    [
      'a day that does not exist',
      'x.md',
      front('published: 2023-02-30'),
      /published “2023-02-30” .*calendar/,
    ],
    ['a quoted day that does not exist', 'x.md', front('published: "2023-13-01"'), /calendar/],
    ['29 February of another year', 'x.md', front('published: 2023-02-29'), /calendar/],
    ['a year for a date', 'x.md', front('published: 2023'), /published “2023” is not a date/],
    ['a date in words', 'x.md', front('published: yesterday'), /published “yesterday”/],
    ['an address without a scheme', 'x.md', front('url: www.example.org'), /url .*not a web address/],
    ['an address that runs', 'x.md', front('url: "javascript:alert(1)"'), /url .*not a web address/],
    ['an address of a file', 'x.md', front('url: file:///etc/passwd'), /url .*not a web address/],
    ['an id with a slash', 'x.md', front('id: a/b'), /id “a\/b” is not an id/],
    ['an id in capitals', 'x.md', front('id: Way-Forward'), /is not an id/],
    ['a control character by escape', 'x.md', front('title: "A\\u001b[31m"'), /title .*control character/],
    ['a name without a Latin letter', '上海精神.txt', good, /no id can be made/],
    ['more than 5 MB', 'x.txt', `Title\n\n${'word '.repeat(1_100_000)}`, /larger than 5 MB/],
  ];

  it.each(cases)('%s: one line, one remedy, and the rest loads', async (_, name, content, problem) => {
    const directory = await folderOf({ [name]: content, 'zz-good.txt': good });
    const { articles, faults } = await readCorpus(directory, { name: 'team' });
    expect([...articles.keys()]).toEqual(['zz-good']);
    expect(faults).toEqual([
      { file: `team/${name}`, problem: expect.stringMatching(problem), remedy: expect.stringMatching(/\S/) },
    ]);
    expect(`${faults[0]?.problem} ${faults[0]?.remedy}`).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });

  it('of two articles with one id, the first in path order stays and both files are named', async () => {
    const directory = await folderOf({
      'b/speech.txt': good,
      'a/speech.txt': `${good} First.`,
      'c.md': front('id: speech'),
    });
    const { articles, faults } = await readCorpus(directory, { name: 'team' });
    expect(articles.get('speech')?.file).toBe('team/a/speech.txt');
    expect(faults.map(({ file }) => file)).toEqual(['team/b/speech.txt', 'team/c.md']);
    for (const { problem } of faults) expect(problem).toContain('team/a/speech.txt');
  });

  it('a link that leads nowhere and a link that leads back are named', async () => {
    const directory = await folderOf({ 'good.txt': good, 'sub/other.txt': good });
    await symlink(join(directory, 'missing.txt'), join(directory, 'broken.txt'));
    await symlink(directory, join(directory, 'sub', 'back'));
    await symlink('self.md', join(directory, 'self.md'));
    const { articles, faults } = await readCorpus(directory, { name: 'team' });
    expect([...articles.keys()]).toEqual(['good', 'other']);
    expect(faults.map(({ file, problem }) => [file, problem])).toEqual([
      ['team/broken.txt', expect.stringContaining('does not exist')],
      ['team/self.md', expect.stringContaining('circle')],
      ['team/sub/back', expect.stringContaining('leads back')],
    ]);
  });

  it('a folder that a link reaches a second time is read once, under its own name', async () => {
    const directory = await folderOf({ 'z/speech.txt': good });
    await symlink(join(directory, 'z'), join(directory, 'a'));
    const { articles, faults } = await readCorpus(directory, { name: 'team' });
    expect([...articles.values()].map(({ file }) => file)).toEqual(['team/z/speech.txt']);
    expect(faults).toEqual([]);
  });
});

describe('a folder with nothing to read', () => {
  it.each([
    ['is missing', async () => join(await folderOf({}), 'none'), /no such folder/],
    ['is a file', async () => join(await folderOf({ 'a.txt': good }), 'a.txt'), /a file, not a folder/],
    ['is empty', () => folderOf({}), /no \.md or \.txt file/],
    ['has other files alone', () => folderOf({ 'a.pdf': good, '.hidden.md': good }), /no \.md or \.txt file/],
    ['has broken files alone', () => folderOf({ 'a.md': '', 'b.txt': '\0' }), /none of its files/],
  ])('%s: an error with the folder and the remedy', async (_, make, problem) => {
    const directory = await make();
    const error = await readCorpus(directory).catch((thrown: unknown) => thrown);
    if (!(error instanceof EmptyCorpusError)) throw new Error(`not the error: ${String(error)}`);
    expect(error.name).toBe('EmptyCorpusError');
    expect(error.directory).toBe(directory);
    expect(error.message).toMatch(problem);
    expect(error.remedy).toContain('CORPUS_DIR');
  });

  it('lists the faults of its files', async () => {
    const directory = await folderOf({ 'a.md': '', 'b.txt': '\0' });
    await expect(readCorpus(directory)).rejects.toMatchObject({ faults: [{}, {}] });
  });
});

describe('a file that a team adds', () => {
  it('gives all its front matter, and leaves keys of other programs alone', async () => {
    const content =
      '---\nid: my-id\ntitle: "Xi: a speech"\npublisher: Xinhua\npublisher_site: xinhuanet.com\nauthor: He Yin\n' +
      'published: 2023-07-04\nurl: https://example.org/a?b=c#d\ntags: [a, b]\nauthor_role:\n---\nBody text at once.\n';
    const { paragraphs, text, ...rest } = await one('deep/er/Some File.md', content);
    expect(rest).toEqual({
      id: 'my-id',
      file: 'team/deep/er/Some File.md',
      title: 'Xi: a speech',
      publisher: 'Xinhua',
      publisherSite: 'xinhuanet.com',
      author: 'He Yin',
      authorRole: null,
      published: '2023-07-04',
      url: 'https://example.org/a?b=c#d',
    });
    expect(text).toBe('Body text at once.\n');
    expect(paragraphs.map(({ kind, line }) => [kind, line])).toEqual([['body', 12]]);
  });

  it.each([
    ['a plain date', 'published: 2024-02-29', '2024-02-29'],
    ['a quoted date', 'published: "2024-02-29"', '2024-02-29'],
    ['a date that YAML 1.1 reads as one', '# a comment\npublished: !!timestamp 2024-02-29', '2024-02-29'],
    ['a date in words', 'published: March 2, 2024', '2024-03-02'],
    ['a date with a time', 'published: 2024-02-29T23:00:00-05:00', '2024-02-29'],
    ['no date', 'published:', null],
  ])('%s', async (_, line, published) => {
    const article = await one('x.md', front(line));
    expect(article.published).toBe(published);
  });

  const head =
    'The title of it\nBy He Yin\nPublished: Nov 04, 2020 09:00 PM\n\nThe body text. It has two sentences.';
  it.each([
    ['as .txt', 'x.txt', head],
    ['as .md without front matter', 'x.md', head],
    ['as .md with a heading', 'x.md', `# ${head}`],
    ['with CR LF', 'x.txt', head.replaceAll('\n', '\r\n')],
    ['with CR', 'x.txt', head.replaceAll('\n', '\r')],
    ['with a byte order mark', 'x.txt', `\ufeff${head}`],
    ['with blank lines between', 'x.txt', head.replaceAll('\n', '\n\n')],
    ['with a plain date', 'x.txt', head.replace(/Published.*/, '4 November 2020')],
    ['with an update behind the date', 'x.txt', head.replace('PM', 'PM Updated: Nov 05, 2020 08:08 PM')],
    [
      'with Markdown’s emphasis',
      'x.md',
      head.replace('By He Yin', '**By He Yin**').replace(/Published.*/, '*Published 4 November 2020*'),
    ],
    ['with an ISO date', 'x.txt', head.replace(/Published.*/, '2020-11-04')],
    ['with a weekday', 'x.txt', head.replace(/Published.*/, 'Wednesday, Nov. 4, 2020 | 21:00 GMT')],
  ])('title, byline and date lines are read %s', async (_, name, content) => {
    const article = await one(name, content);
    expect(article).toMatchObject({
      id: 'x',
      title: 'The title of it',
      author: 'He Yin',
      published: '2020-11-04',
    });
    expect(article.paragraphs.map(({ kind }) => kind)).toEqual(['title', 'byline', 'byline', 'body']);
    const body = article.paragraphs[3];
    expect(body?.sentences.map((sentence) => textOf(article, sentence))).toEqual([
      'The body text.',
      'It has two sentences.',
    ]);
  });

  it.each([
    ['03/04/2020', null],
    ['Published: Feb 30, 2020', null],
    ['Published: soon', null],
    ['May I, 2020', null],
  ])('a date line that is not plain is not guessed: %s', async (line, published) => {
    const article = await one('x.txt', `The title\n\n${line}\n\nThe body text of it, which is long enough.`);
    expect(article.published).toBe(published);
  });

  it('front matter in CR LF after a byte order mark works, and neither belongs to the text', async () => {
    const article = await one(
      'x.md',
      '\ufeff---\r\ntitle: The title\r\n---\r\nThe title\r\n\r\nText one. Two.\r\n',
    );
    expect(article.text).toBe('The title\r\n\r\nText one. Two.\r\n');
    expect(article.paragraphs.map(({ kind, line }) => [kind, line])).toEqual([
      ['title', 4],
      ['body', 6],
    ]);
  });

  it('makes an id of the file’s name and keeps the name as people write it', async () => {
    const article = await one('2020/Xi’s Spéech (final).txt', good);
    expect([article.id, article.file]).toEqual(['xis-speech-final', 'team/2020/Xi’s Spéech (final).txt']);
  });

  it('prose without a title line keeps its first line as body, and its file’s name as title', async () => {
    const prose =
      'The SCO has withstood storms to create a cooperative platform in\nCentral Asia that conforms to the trend ' +
      'of the times, meets\nregional needs, and serves its member states’ interests in all\nthe fields it covers.';
    const article = await one('way_forward.txt', prose);
    expect(article.title).toBe('way forward');
    expect(article.paragraphs.map(({ kind }) => kind)).toEqual(['body']);
  });

  it('names files under the working directory relative to it, others as given', async () => {
    const { articles } = await readCorpus(join(process.cwd(), 'seeds'));
    expect(articles.get('way-forward')?.file).toBe('seeds/way-forward.md');
    const directory = await folderOf({ 'a.txt': good });
    await mkdir(join(directory, 'b'));
    const other = await readCorpus(directory);
    expect(other.articles.get('a')?.file).toBe(`${directory}/a.txt`);
  });
});

describe('passages', () => {
  it.each([
    ['way-forward:2', { article: 'way-forward', n: 2 }],
    [' Way-Forward:02 ', { article: 'way-forward', n: 2 }],
    ['way-forward', null],
    ['way-forward:0', null],
    ['way-forward:-1', null],
    ['way forward:1', null],
    ['a--b:1', null],
    ['__proto__:1', null],
    ['way-forward:1e3', null],
  ])('parsePassageId(%j)', (text, expected) => {
    expect(parsePassageId(text)).toEqual(expected);
  });

  it('are found by id, whatever their kind, or not at all', async () => {
    const corpus = await readCorpus('seeds');
    expect(paragraphById(corpus, 'way-forward:1')?.paragraph.kind).toBe('title');
    expect(paragraphById(corpus, 'way-forward:99')).toBeNull();
    expect(paragraphById(corpus, 'nowhere:1')).toBeNull();
  });
});
