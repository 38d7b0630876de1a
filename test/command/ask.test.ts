import { describe, expect, it } from 'vitest';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { reply } = await seedsDesk();

describe('ask', () => {
  it.each([
    ['ask who chairs the SCO next?', 'answer'],
    ['ask who wrote security-for-all?', 'about'],
    ['ask who wrote this article?', 'sources'],
    ['ask what is the price of bananas in zanzibar?', 'nothing'],
  ])('%s gives: %s', async (line, kind) => {
    expect((await reply(line)).answer.kind).toBe(kind);
  });

  it('says which words the corpus does not have, and from when to when its articles are', async () => {
    expect((await reply('ask what is the price of bananas in zanzibar?')).answer).toMatchObject({
      asked: 'ask',
      missing: expect.arrayContaining(['bananas', 'zanzibar']),
      span: { first: '2020-11-04', last: '2020-11-04', undated: 4, articles: 5 },
    });
  });

  it('keeps to its filters', async () => {
    const { answer, command } = await reply('ask in:way-forward what is the Shanghai Spirit?');
    expect(command).toBe('ask what is the Shanghai Spirit? in:way-forward');
    const hits = answer.kind === 'answer' ? answer.hits : [];
    expect(new Set(hits.map(({ article }) => article.id))).toEqual(new Set(['way-forward']));
  });

  it('has no pages, and offers the search that has', async () => {
    expect((await reply('ask who chairs the SCO? page:2')).answer).toMatchObject({
      problem: {
        code: 'unexpected-words',
        typed: 'page:2',
        instead: ['search who chairs the SCO? page:2', 'ask who chairs the SCO?'],
      },
    });
  });

  it('asks for more than common words, and offers to search for them', async () => {
    expect((await reply('ask who is it?')).answer).toMatchObject({
      problem: { code: 'only-common-words', instead: ['search who is it?'] },
    });
  });
});
