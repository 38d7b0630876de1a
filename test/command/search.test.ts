import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/command/types.ts';
import { tokens } from '../../src/language/tokens.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { corpus, reply } = await seedsDesk();

async function hitsOf(line: string): Promise<Extract<Answer, { kind: 'hits' }>> {
  const { answer } = await reply(line);
  if (answer.kind !== 'hits') throw new Error(`${line} gives ${answer.kind}`);
  return answer;
}

const termsOf = (text: string): readonly string[] => tokens(text).map(({ term }) => term);
const passages = [...corpus.articles.values()].flatMap(({ text, paragraphs }) =>
  paragraphs.map(({ start, end }) => new Set(termsOf(text.slice(start, end)))),
);

describe('search', () => {
  it('gives four passages a page, each once, and on the last what is left', async () => {
    const first = await hitsOf('search cooperation');
    const all = await Promise.all(
      Array.from({ length: first.pages }, (_, at) => hitsOf(`search cooperation page:${at + 1}`)),
    );
    expect(all.map(({ hits }) => hits.length).slice(0, -1)).toEqual(Array(first.pages - 1).fill(4));
    const ids = all.flatMap(({ hits }) => hits.map(({ paragraph }) => paragraph.id));
    expect(new Set(ids).size).toBe(first.total);
    expect(ids.slice(0, 4)).toEqual(first.hits.map(({ paragraph }) => paragraph.id));
  });

  it.each(['vaccine virus', 'security trade', 'cooperation', 'Belarus Iran', 'multilateralism'])(
    'counts the passages that hold every word of %s',
    async (words) => {
      const { complete } = await hitsOf(`search ${words}`);
      expect(complete).toBe(
        passages.filter((terms) => termsOf(words).every((term) => terms.has(term))).length,
      );
    },
  );

  it('says of no passage that it holds every word where the corpus has not every word', async () => {
    expect(await hitsOf('search multilateralism zanzibar')).toMatchObject({
      total: 5,
      complete: 0,
      missing: ['zanzibar'],
    });
  });

  it('marks an exact phrase as one, its common words as well', async () => {
    const { hits } = await hitsOf('search "Belt and Road"');
    for (const { article, matches } of hits) {
      expect(matches.map(({ start, end }) => article.text.slice(start, end))).toContain('Belt and Road');
    }
  });

  it('leaves out the passages with a word that is not to be there', async () => {
    const [all, without] = await Promise.all([
      hitsOf('search security'),
      hitsOf('search security -terrorism'),
    ]);
    const both = passages.filter((terms) => termsOf('security terrorism').every((term) => terms.has(term)));
    expect(all.total - without.total).toBe(both.length);
  });

  it.each([
    ['search trade page:1', 'search trade'],
    ['search trade page:2', 'search trade page:2'],
    ['search  trade   from:"Global Times"', 'search trade from:"Global Times"'],
    ['search in:way-forward security', 'search security in:way-forward'],
  ])('%j is read as %j', async (line, command) => {
    expect((await reply(line)).command).toBe(command);
  });

  it('offers the last page in place of one behind it', async () => {
    const { pages } = await hitsOf('search cooperation');
    expect((await reply(`search cooperation page:${pages + 1}`)).answer).toMatchObject({
      problem: { code: 'bad-page', allowed: [`${pages}`], instead: [`search cooperation page:${pages}`] },
    });
  });
});
