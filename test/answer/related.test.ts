import { describe, expect, it } from 'vitest';
import { relatedPassages } from '../../src/answer/related.ts';
import { paragraphById } from '../../src/corpus/passage.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createSearch } from '../../src/search/search.ts';
import { largeCorpus } from '../bench/large-corpus.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { corpusOf } from '../search/articles.ts';

const { json, reply, corpus } = await seedsDesk();
const search = createSearch(corpus);
const quoted = ['body', 'caption'];

function relatedTo(id: string) {
  const passage = paragraphById(corpus, id);
  if (passage === null) throw new Error(id);
  return relatedPassages(passage, search);
}

describe('the wordings of a passage in other articles', () => {
  it.each([
    ['security-for-all:4', 'four-point-approach:11'],
    ['four-point-approach:11', 'security-for-all:4'],
    ['four-point-approach:12', 'security-for-all:18'],
    ['security-for-all:18', 'four-point-approach:12'],
  ])('%s is found as %s', (id, variant) => {
    const { variants } = relatedTo(id);
    expect(variants.map(({ paragraph }) => paragraph.id)).toEqual([variant]);
  });

  it('are those sentences alone that are worded alike, and say whether they differ', () => {
    const [variant] = relatedTo('security-for-all:4').variants;
    const said = variant?.sentences.map(({ start, end }) => variant.article.text.slice(start, end));
    expect(said?.map((sentence) => sentence.slice(0, 24))).toEqual(
      ['“Security and stability a', 'We need to act on the vis'].map((start) => start.slice(0, 24)),
    );
    expect(variant?.wordForWord).toBe(false);
  });

  it('come first, and are called the same words', async () => {
    const { message } = await reply('related security-for-all:18');
    const [, , label, quotation] = message.blocks;
    expect(label).toEqual({ type: 'note', runs: [{ text: 'The same words, with differences:' }] });
    expect(quotation).toMatchObject({ type: 'quotation', id: 'four-point-approach:12' });
  });
});

describe('passages on the same matter', () => {
  it.each([
    ['four-point-approach:13', 'security-for-all:21'],
    ['security-for-all:23', 'upcoming-meetings:11'],
    ['upcoming-meetings:4', 'security-for-all:3'],
    ['upcoming-meetings:10', 'four-point-approach:14'],
    ['regional-convergence:8', 'way-forward:3'],
  ])('of %s: %s is the first', (id, first) => {
    expect(relatedTo(id).related[0]?.paragraph.id).toBe(first);
  });

  it('are at most four, of other articles, marked, best first, and no variants', () => {
    for (const { paragraphs } of corpus.articles.values()) {
      for (const { id, kind } of paragraphs) {
        const { passage, variants, related } = relatedTo(id);
        if (!quoted.includes(kind)) expect([variants, related]).toEqual([[], []]);
        expect(related.length).toBeLessThanOrEqual(4);
        const scores = related.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const hit of related) {
          expect(hit.article.id).not.toBe(passage.article.id);
          expect(hit.matches.length).toBeGreaterThan(1);
          expect(variants.map(({ paragraph }) => paragraph.id)).not.toContain(hit.paragraph.id);
        }
      }
    }
  });

  it.each(['way-forward:6', 'upcoming-meetings:6', 'regional-convergence:24'])(
    'are none of %s, which has no more in common with others than a turn of phrase',
    (id) => {
      expect(relatedTo(id).related).toEqual([]);
    },
  );

  it('are said to be none', async () => {
    const { kind, passages, text } = await json('related way-forward:6');
    expect([kind, passages]).toEqual(['related', []]);
    expect(text).toContain('No other article');
  });

  it.each([
    ['four-point-approach:4', 'a heading'],
    ['security-for-all:2', 'a byline'],
    ['way-forward:1', 'a title'],
    ['way-forward:9', 'a notice'],
  ])('are not looked for from %s, which is %s', async (id, name) => {
    expect((await json(`related ${id}`)).text).toContain(`This is ${name}`);
  });
});

it('relates passages of the text alone', () => {
  const words = 'The article reflects the opinions of its author and not the views of others.';
  const two = corpusOf({ a: words, b: words });
  const [article] = two.articles.values();
  const paragraph = article?.paragraphs[0];
  if (article === undefined || paragraph === undefined) throw new Error('no article');
  const variantsOf = (kind: 'body' | 'notice') =>
    relatedPassages({ article, paragraph: { ...paragraph, kind } }, createSearch(two)).variants;
  expect(variantsOf('body').map((variant) => [variant.article.id, variant.wordForWord])).toEqual([
    ['b', true],
  ]);
  expect(variantsOf('notice')).toEqual([]);
});

it('gives scripts the wordings first, with what they are wordings of', async () => {
  const { passages } = await json('related four-point-approach:12');
  expect(passages.map(({ id, sameAs }) => [id, sameAs])).toEqual([
    ['security-for-all:18', 'four-point-approach:12'],
    ['security-for-all:17', undefined],
  ]);
});

it('looks at hardly more passages of a corpus eight times as large', async () => {
  const seeds = await readCorpus('seeds');
  const asked = ['security-for-all:4', 'four-point-approach:13', 'upcoming-meetings:4', 'way-forward:6'];
  function read(passages: number): number {
    const large = createSearch(largeCorpus(seeds, passages, 1));
    let count = 0;
    const termsOf: typeof large.termsOf = (each) => {
      count++;
      return large.termsOf(each);
    };
    for (const id of asked) {
      const passage = paragraphById(corpus, id);
      if (passage !== null) relatedPassages(passage, { ...large, termsOf });
    }
    return count;
  }
  const small = read(400);
  expect(small).toBeGreaterThan(20);
  expect(read(3_200)).toBeLessThan(2 * small);
});
