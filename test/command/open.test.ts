import { describe, expect, it } from 'vitest';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { corpus, reply } = await seedsDesk();

describe('open', () => {
  it.each([...corpus.articles.values()])(
    '$id: shows each passage between the ones next to it',
    async (article) => {
      const all = article.paragraphs.map(({ id }) => id);
      for (const [at, id] of all.entries()) {
        const { answer, command } = await reply(`open ${id}`);
        expect(command).toBe(`open ${id}`);
        if (answer.kind !== 'passage') throw new Error(`open ${id} gives ${answer.kind}`);
        const { before, passage, after } = answer;
        expect([before, passage, after].map((each) => each?.paragraph.id ?? null)).toEqual([
          all[at - 1] ?? null,
          id,
          all[at + 1] ?? null,
        ]);
      }
    },
  );

  it('offers the nearest passage for a number that the article has not, and the article for a slip in its name', async () => {
    const instead = async (line: string) => {
      const { answer } = await reply(line);
      return answer.kind === 'problem' ? [answer.problem.code, ...answer.problem.instead] : [];
    };
    expect(await instead('open way-forward:0')).toEqual(['unknown-id', 'open way-forward:1']);
    expect(await instead('open way-forward:11')).toEqual(['unknown-id', 'open way-forward:10']);
    expect(await instead('open way-foward:3')).toEqual(['unknown-id', 'open way-forward:3']);
    expect(await instead('open regional:3')).toEqual(['unknown-id', 'open regional-convergence:3']);
  });
});
