import { describe, expect, it } from 'vitest';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { corpus, reply } = await seedsDesk();

describe('sources', () => {
  it('gives every article in its order, and the files that could not be read', async () => {
    const faults = [{ file: 'x.md', problem: 'the file is empty', remedy: 'put the article in it' }];
    const { answer } = await (await seedsDesk({ ...corpus, faults })).reply('sources');
    if (answer.kind !== 'sources') throw new Error(`sources gives ${answer.kind}`);
    expect(answer.articles.map(({ id }) => id)).toEqual([...corpus.articles.keys()]);
    expect(answer.faults).toEqual(faults);
  });

  it('takes no words: they are looked for', async () => {
    expect((await reply('sources of instability')).answer).toMatchObject({
      problem: {
        code: 'unexpected-words',
        typed: 'of instability',
        instead: ['search sources of instability', 'sources'],
      },
    });
  });
});
