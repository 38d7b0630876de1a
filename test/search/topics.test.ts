import { describe, expect, it } from 'vitest';
import { scatterOf } from '../../src/answer/confidence.ts';
import type { Article, Passage } from '../../src/document/types.ts';
import { createSearch } from '../../src/search/search.ts';
import { agreement } from '../../src/search/topics.ts';
import { corpusOf } from './articles.ts';

/** Words that one article is about and no other. */
const MATTERS = {
  Tea: 'leaf kettle harvest brew plantation',
  Ships: 'harbour anchor sail cargo mast',
  Stars: 'telescope comet orbit planet eclipse',
  Bread: 'flour oven yeast dough crust',
} as const;

/** Passages of some words each; those of one title are one article's. */
function searchOver(passages: number, wordsOf: (at: number) => { title: string; text: string }) {
  const made = Array.from(
    { length: passages },
    (_, at) => [`a${String(at).padStart(3, '0')}`, wordsOf(at)] as const,
  );
  const { articles } = corpusOf(Object.fromEntries(made.map(([id, { text }]) => [id, text])));
  const titled = new Map(
    [...articles].map(([id, article]): [string, Article] => [
      id,
      { ...article, title: made.find(([each]) => each === id)?.[1].title ?? id },
    ]),
  );
  return createSearch({ articles: titled, faults: [] });
}

const titles = ['Tea', 'Ships', 'Stars', 'Bread'] as const;
const ofMatters = (at: number) => {
  const title = titles[Math.floor(at / 30) % titles.length] ?? 'Tea';
  const words = MATTERS[title].split(' ');
  // Four of the five words, so that passages on one matter differ, and a word that is nowhere else.
  return {
    title,
    text: `${words.filter((_, n) => n !== at % 5).join(' ')} ${String.fromCharCode(97 + (at % 26))}word${at}`,
  };
};
const find = (search: ReturnType<typeof searchOver>, words: string) =>
  search.find(
    { words, phrases: [], without: [], filters: {} },
    { titleWeight: 0, wholeNames: false, common: false },
  ).found;

describe('the agreement of passages', () => {
  const passage = (title: string, score: number): Passage & { score: number } => {
    const [article] = corpusOf({ x: 'tea' }, { title }).articles.values();
    const [paragraph] = article?.paragraphs ?? [];
    if (article === undefined || paragraph === undefined) throw new Error('no passage');
    return { article, paragraph, score };
  };

  it.each<[string, readonly (readonly [string, number])[], number]>([
    ['none', [], 0],
    ['one', [['A', 2]], 1],
    [
      'two articles',
      [
        ['A', 3],
        ['B', 1],
      ],
      3 / 4,
    ],
    [
      'the article with most, not the first',
      [
        ['A', 4],
        ['B', 3],
        ['B', 3],
      ],
      6 / 10,
    ],
    ['ten alone', [...Array.from({ length: 10 }, () => ['A', 1] as const), ['B', 100]], 1],
  ])('of %s', (_name, found, share) => {
    expect(agreement(found.map(([title, score]) => passage(title, score)))).toBeCloseTo(share);
  });
});

describe('how far the passages of one article go together', () => {
  it('is much in a corpus of several matters', () => {
    const { typical, separation } = searchOver(120, ofMatters).topics;
    expect(typical).toBeGreaterThan(0.9);
    expect(separation).toBeGreaterThan(0.4);
  });

  it('is little where all articles are of one matter', () => {
    const search = searchOver(120, (at) => ({
      title: titles[Math.floor(at / 30)] ?? '',
      text: ofMatters(at % 30).text,
    }));
    expect(search.topics.separation).toBeLessThan(0.2);
  });

  it('is not told in a small corpus', () => {
    expect(searchOver(99, ofMatters).topics).toEqual({ typical: 0, separation: 0 });
  });

  it('lets passages from all over count against a question, up to a bound, and never those from one article', () => {
    const search = searchOver(120, ofMatters);
    expect(scatterOf(find(search, 'kettle harvest brew'), search)).toBe(0);
    const fromAllOver = ['kettle', 'anchor', 'comet', 'flour'].flatMap((word) =>
      find(search, word).slice(0, 3),
    );
    const scattered = scatterOf(fromAllOver, search);
    expect(scattered).toBeGreaterThan(0.05);
    expect(scattered).toBeLessThanOrEqual(0.12);
    expect(scatterOf([], search)).toBeLessThanOrEqual(0.12);
  });
});
