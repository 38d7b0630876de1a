import { describe, expect, it } from 'vitest';
import { random } from '../../src/command/random.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import type { Filters } from '../../src/search/types.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { byNobody } from '../digest/no-digest.ts';
import { corpusOf } from '../search/articles.ts';
import { coreOf } from './core.ts';

const corpus = await readCorpus('seeds');
const { reply } = await seedsDesk();

/** What is drawn by chances that are as far apart as there are draws. */
function draws(count: number, filters: Filters = {}, of: Corpus = corpus) {
  const core = coreOf(of);
  return Array.from({ length: count }, (_, at) => {
    const chance = { ...core, random: () => (at + 0.5) / count };
    const answer = random.run({ verb: 'random', filters }, chance, byNobody);
    if (answer.kind !== 'passage') throw new Error(`random gives ${answer.kind}`);
    return answer.passage;
  });
}

describe('random', () => {
  it('draws every article as often as any other, however long they are', () => {
    const drawn = draws(50).map(({ article }) => article.id);
    for (const id of corpus.articles.keys()) expect(drawn.filter((each) => each === id)).toHaveLength(10);
  });

  it('draws passages of the body alone', () => {
    expect(new Set(draws(200).map(({ paragraph }) => paragraph.kind))).toEqual(new Set(['body']));
  });

  it('draws none that is too short to say something by itself', () => {
    const made = corpusOf({ short: `${'x'.repeat(78)}.`, long: `${'x'.repeat(79)}.` });
    expect(new Set(draws(20, {}, made).map(({ article }) => article.id))).toEqual(new Set(['long']));
  });

  it('keeps to its filters, and says where they leave nothing', async () => {
    const drawn = draws(20, { in: 'way-forward' }).map(({ article }) => article.id);
    expect(new Set(drawn)).toEqual(new Set(['way-forward']));
    expect((await reply('random after:2999-01-01')).answer).toMatchObject({
      kind: 'nothing',
      asked: 'random',
    });
  });

  it('takes no words: they are looked for, or left out', async () => {
    expect((await reply('random violence in:way-forward')).answer).toMatchObject({
      problem: {
        code: 'unexpected-words',
        typed: 'violence',
        instead: [
          'search random violence in:way-forward',
          'search violence in:way-forward',
          'random in:way-forward',
        ],
      },
    });
  });
});
