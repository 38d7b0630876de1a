import { describe, expect, it } from 'vitest';
import { createLinks, type LinkSettings, textFragment } from '../../src/corpus/links.ts';
import { articleWith, paragraphWith } from './made.ts';

const text = 'A well-known, large & old body of words that goes on for more than twelve words in all.';
const paragraph = paragraphWith('x', 3, { start: 0, end: text.length }, { line: 11 });
const article = articleWith('x', text, { file: 'seeds/sub folder/x.md', paragraphs: [paragraph] });
const none: LinkSettings = { publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' };
const all: LinkSettings = {
  ...none,
  publicUrl: 'https://desk.example',
  sourceUrlTemplate: 'https://git.example/{file}?plain=1#L{line}',
};
const fragment = 'A%20well%2Dknown%2C%20large%20%26%20old%20body,more%20than%20twelve%20words%20in%20all%2E';

describe('a link to a passage', () => {
  it.each([
    [
      'the article’s own address, the passage marked',
      all,
      'https://e.org/x',
      `https://e.org/x#:~:text=${fragment}`,
    ],
    [
      'an address that has a fragment already',
      all,
      'https://e.org/x#top',
      `https://e.org/x#top:~:text=${fragment}`,
    ],
    [
      'an address that has a text fragment already',
      all,
      'https://e.org/x#:~:text=other',
      `https://e.org/x#:~:text=${fragment}`,
    ],
    ['else the reader', all, null, 'https://desk.example/a/x#p3'],
    [
      'else the source repository',
      { ...all, publicUrl: null },
      null,
      'https://git.example/seeds/sub%20folder/x.md?plain=1#L11',
    ],
  ] as const)('is %s', (_name, settings, url, expected) => {
    const link = createLinks(settings)({ ...article, url }, paragraph);
    expect(link).toEqual({ url: expected, shared: true });
  });

  it('is else on this machine, and says that others cannot follow it', () => {
    expect(createLinks(none)(article, paragraph)).toEqual({
      url: 'http://localhost:3000/a/x#p3',
      shared: false,
    });
  });

  it('fills in every placeholder and leaves other braces alone', () => {
    const sourceUrlTemplate = 'https://s.example/{article}/{n}/{line}/{file}#{fragment}{other}';
    expect(createLinks({ ...none, sourceUrlTemplate })(article, paragraph).url).toBe(
      `https://s.example/x/3/11/seeds/sub%20folder/x.md#${fragment}{other}`,
    );
  });

  it.each(['/srv/articles', '/srv/articles/', '../articles'])(
    'names no path of this machine: %s',
    (folder) => {
      const settings = {
        ...none,
        sourceUrlTemplate: 'https://s.example/{file}#L{line}',
        corpusDirectory: folder,
      };
      const file = `${folder.replace(/\/$/, '')}/sub/x.md`;
      expect(createLinks(settings)({ ...article, file }, paragraph).url).toBe(
        'https://s.example/sub/x.md#L11',
      );
    },
  );
});

describe('a text fragment', () => {
  it.each([
    ['## What next?', 'What%20next%3F'],
    ['- Tariffs on **steel** and _tin_', 'Tariffs%20on%20steel%20and%20tin'],
    ['See the [charter](https://e.org/c) and `SCO`', 'See%20the%20charter%20and%20SCO'],
    ['5 * 3 is a snake_case_name', '5%20*%203%20is%20a%20snake_case_name'],
  ])('has the words that a page shows of Markdown: %s', (markdown, words) => {
    const shown = { ...article, url: 'https://e.org/x', text: markdown };
    const url = createLinks(none)(shown, { ...paragraph, end: markdown.length }).url;
    expect(url).toBe(`https://e.org/x#:~:text=${words}`);
  });
  it('encodes the comma, the hyphen and the ampersand of the text, and joins its ends with a comma', () => {
    expect(textFragment(text)).toBe(fragment);
  });
  it('is the whole text where that is short', () => {
    expect(textFragment('Six or seven words, no more.')).toBe('Six%20or%20seven%20words%2C%20no%20more%2E');
  });
});
