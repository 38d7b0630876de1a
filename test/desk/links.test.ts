import { describe, expect, it } from 'vitest';
import type { Article, Paragraph } from '../../src/corpus/types.ts';
import { createLinks, type LinkSettings, textFragment } from '../../src/links.ts';

const text = 'A well-known, large & old body of words that goes on for more than twelve words in all.';
const paragraph: Paragraph = {
  id: 'x:3',
  n: 3,
  kind: 'body',
  line: 11,
  start: 0,
  end: text.length,
  sentences: [{ start: 0, end: text.length }],
  repeats: null,
};
const article: Article = {
  id: 'x',
  file: 'seeds/sub folder/x.md',
  title: 'X',
  publisher: null,
  publisherSite: null,
  author: null,
  authorRole: null,
  published: null,
  url: null,
  text,
  paragraphs: [paragraph],
};
const none: LinkSettings = { publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' };
const all: LinkSettings = {
  ...none,
  publicUrl: 'https://desk.example',
  sourceUrlTemplate: 'https://git.example/{file}?plain=1#L{line}',
};
const fragment = 'A%20well%2Dknown%2C%20large%20%26%20old%20body,more%20than%20twelve%20words%20in%20all.';

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
});

describe('a text fragment', () => {
  it('encodes the comma, the hyphen and the ampersand of the text, and joins its ends with a comma', () => {
    expect(textFragment(text)).toBe(fragment);
  });
  it('is the whole text where that is short', () => {
    expect(textFragment('Six or seven words, no more.')).toBe('Six%20or%20seven%20words%2C%20no%20more.');
  });
});
