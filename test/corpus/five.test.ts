import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { searched, textOf } from '../../src/document/passage.ts';
import type { Article, ParagraphKind } from '../../src/document/types.ts';

const { articles, faults } = await readCorpus('seeds');

const article = (id: string): Article => {
  const found = articles.get(id);
  if (found === undefined) throw new Error(`no article ${id}`);
  return found;
};

const texts = (id: string, kind: ParagraphKind): readonly string[] =>
  article(id)
    .paragraphs.filter((paragraph) => paragraph.kind === kind)
    .map((paragraph) => textOf(article(id), paragraph));

const bodies = [
  ['four-point-approach', 'f2a7953840278608a07434e21fdee71591b2330437be37a0dbc3ffc5edab4356'],
  ['upcoming-meetings', 'd7a3e7e50c183108d1404680ad387303744f28cc04485ef340c7181579a1c45b'],
  ['security-for-all', '705ae10a7a1c0fed47fc1253d04fae29fa44ea2d2a5cd8aa2128b0d7521bc26c'],
  ['regional-convergence', 'fce2c7255da16bc9047c4f33d6005abfa44ea551e2f2fec3d78c72a7e455df90'],
  ['way-forward', '8dc451c61ddb2cb08d3443e97aef8d902e2c9392b8376eb55a5a68849efcf561'],
] as const;

describe('the five articles', () => {
  it('load without a fault, by id in alphabetical order', () => {
    expect(faults).toEqual([]);
    expect([...articles.keys()]).toEqual(bodies.map(([id]) => id).toSorted());
  });

  it.each(bodies)('%s holds its original, unchanged to the byte', (id, sha256) => {
    expect(createHash('sha256').update(article(id).text, 'utf8').digest('hex')).toBe(sha256);
    expect(readFileSync(`seeds/${id}.md`, 'utf8').endsWith(`\n---\n${article(id).text}`)).toBe(true);
  });

  const unknown = { publisher: null, publisherSite: null, author: null, authorRole: null, published: null };
  it.each([
    {
      id: 'four-point-approach',
      title: 'Xi outlines 4-point approach for bolstering SCO, regional stability',
      said: {
        publisher: 'India Writes Network',
        publisherSite: 'www.indiawrites.org',
        author: 'India Writes Network',
      },
    },
    {
      id: 'upcoming-meetings',
      title: 'Upcoming SCO meetings eye on Eurasia’s rising peace and development',
      said: {
        publisher: 'Global Times',
        authorRole:
          'director of Institute of European and Asian Studies, China Institute of Contemporary International Relations',
        published: '2020-11-04',
      },
    },
    {
      id: 'security-for-all',
      title: 'SCO to safeguard security, stability, build community of security for all',
      said: { author: 'He Yin' },
    },
    {
      id: 'regional-convergence',
      title: 'SCO Advances the Practice of Regional Convergence',
      said: { publisher: 'China Focus' },
    },
    { id: 'way-forward', title: 'SCO – Way Forward for Regional Stability & Integration', said: {} },
  ])('$id says of itself what the article says, and no more', ({ id, title, said }) => {
    const { text, paragraphs, ...rest } = article(id);
    expect(rest).toEqual({ id, file: `seeds/${id}.md`, title, url: null, ...unknown, ...said });
    expect(text.split('\n')[0]).toBe(title);
    expect(texts(id, 'title')).toEqual([title]);
    expect(paragraphs[0]?.kind).toBe('title');
  });

  const asides: readonly (readonly [string, ParagraphKind, readonly (string | RegExp)[]])[] = [
    ['four-point-approach', 'heading', ['Shanghai Spirit', 'Four Tasks for Future']],
    ['four-point-approach', 'byline', []],
    ['four-point-approach', 'caption', []],
    [
      'four-point-approach',
      'notice',
      ['Author Profile', 'India Writes Network', 'India Writes Network', /editor@indiawrites\.org/],
    ],
    ['upcoming-meetings', 'heading', []],
    ['upcoming-meetings', 'byline', ['Published: Nov 04, 2020 09:00 PM', /opinion@globaltimes\.com\.cn$/]],
    [
      'upcoming-meetings',
      'caption',
      ["A flag with the Shanghai Cooperation Organisation's logo. Photo: AFP"],
    ],
    ['upcoming-meetings', 'notice', ['blog comments powered by Disqus']],
    ['security-for-all', 'byline', ['By He Yin']],
    ['security-for-all', 'heading', []],
    ['security-for-all', 'caption', []],
    ['security-for-all', 'notice', []],
    [
      'regional-convergence',
      'caption',
      [/^File photo taken on Nov\. 9, 2020 .*\(Photo\/Xinhua\)$/, /^Students learn .*\(Photo\/Xinhua\)$/],
    ],
    [
      'regional-convergence',
      'notice',
      ['The article reflects the author’s opinions, and not necessarily the views of China Focus.'],
    ],
    ['regional-convergence', 'heading', []],
    ['regional-convergence', 'byline', []],
    ['way-forward', 'notice', ['Comments are closed.', 'Subscribe to Newsletter']],
    ['way-forward', 'heading', []],
    ['way-forward', 'byline', []],
    ['way-forward', 'caption', []],
  ];
  it.each(asides)('%s: lines of kind %s', (id, kind, expected) => {
    const found = texts(id, kind);
    expect(found).toHaveLength(expected.length);
    for (const [index, want] of expected.entries()) expect(found[index]).toEqual(expect.stringMatching(want));
    if (expected.every((want) => typeof want === 'string')) expect(found).toEqual(expected);
  });

  it.each([
    ['four-point-approach', 15],
    ['upcoming-meetings', 12],
    ['security-for-all', 23],
    ['regional-convergence', 23],
    ['way-forward', 7],
  ] as const)('%s has %i paragraphs of body text', (id, count) => {
    expect(texts(id, 'body')).toHaveLength(count);
  });

  it('cites the standfirst’s words where the body says them', () => {
    const repeating = [...articles.values()].flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ id, repeats }) => (repeats === null ? [] : [[id, repeats]])),
    );
    expect(repeating).toEqual([['regional-convergence:2', 'regional-convergence:19']]);
    const ids = searched(article('regional-convergence')).map(({ id }) => id);
    expect(ids).not.toContain('regional-convergence:2');
    expect(ids).toEqual(
      expect.arrayContaining([
        'regional-convergence:8',
        'regional-convergence:16',
        'regional-convergence:19',
      ]),
    );
  });

  it('keeps the text as it comes', () => {
    const all = [...articles.values()].map(({ text }) => text).join('\n');
    for (const odd of ['interregionalcooperation', 'member members', 'Regional Stability & Integration']) {
      expect(all).toContain(odd);
    }
    expect(article('upcoming-meetings').text).toContain('\u00a0');
    expect(article('regional-convergence').text).toContain('advanced\u00a0regional');
    expect(article('security-for-all').text.match(/\n\n\n/g)).toHaveLength(23);
    for (const { text } of articles.values()) expect(text.endsWith('\n')).toBe(false);
  });

  it('counts words as they are: the longest paragraph has 184', () => {
    const counts = [...articles.values()].flatMap((each) =>
      searched(each).map((paragraph) => textOf(each, paragraph).split(/\s+/).length),
    );
    expect(Math.max(...counts)).toBe(184);
  });

  it('finds British and American spelling where the facts say', () => {
    const organisation = [...articles.values()].flatMap((each) =>
      each.paragraphs.filter((paragraph) => /organisation/i.test(textOf(each, paragraph))),
    );
    expect(organisation.map(({ id, kind }) => [id, kind])).toEqual([['upcoming-meetings:3', 'caption']]);
  });

  it('names the line of the file on which each paragraph starts', () => {
    for (const each of articles.values()) {
      const lines = readFileSync(each.file, 'utf8').split('\n');
      for (const paragraph of each.paragraphs) {
        expect(lines[paragraph.line - 1]?.trim()).toBe(textOf(each, paragraph));
      }
    }
  });

  it.each([
    ['four-point-approach:6', ['Mr Xi quoted the ancient', 'He emphasized that']],
    ['security-for-all:3', ['Chinese President Xi Jinping put forward']],
    ['regional-convergence:16', ['Students learn skills']],
    ['regional-convergence:8', ['File photo taken on Nov. 9, 2020 shows']],
    [
      'four-point-approach:11',
      ['The second task', '“Security and stability are', 'We need to act on the vision'],
    ],
    [
      'four-point-approach:16',
      ['The fourth task', '“Each civilization', 'We need to promote', 'This allows us', 'He suggested'],
    ],
    ['four-point-approach:15', ['Besides, “We need to foster', 'He informed that next year']],
    ['security-for-all:18', ['“We need to firmly support', 'We need to deepen solidarity']],
    ['four-point-approach:18', ['The conference also marked', 'Tajikistan is the next rotational chair']],
    [
      'way-forward:4',
      [
        'Since the SCO was founded',
        'In 2011, China-Russia',
        'China’s relations',
        'Tajikistan and Kyrgyzstan 2013',
        'Improvements',
        'All SCO member states',
        'China now has',
      ],
    ],
  ] as const)('%s falls into its sentences', (id, starts) => {
    const each = article(id.slice(0, id.indexOf(':')));
    const sentences = each.paragraphs.find((paragraph) => paragraph.id === id)?.sentences ?? [];
    const found = sentences.map((sentence) => textOf(each, sentence));
    expect(found.map((text, index) => text.slice(0, starts[index]?.length))).toEqual(starts);
    for (const text of found) expect(text).toMatch(/[.”)]$/);
  });
});
