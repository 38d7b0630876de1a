import { describe, expect, it } from 'vitest';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { reply } = await seedsDesk();

describe('related', () => {
  it.each(['security-for-all:4', 'four-point-approach:13', 'four-point-approach:12'])(
    'to %s are passages of other articles alone',
    async (id) => {
      const { answer, command } = await reply(`related ${id}`);
      expect(command).toBe(`related ${id}`);
      if (answer.kind !== 'related') throw new Error(`related ${id} gives ${answer.kind}`);
      const found = JSON.stringify(answer, (key, value) => (key === 'article' ? value.id : value));
      const others = [...found.matchAll(/"article":"([^"]+)"/g)].map(([, article]) => article);
      expect(answer.passage.paragraph.id).toBe(id);
      expect(others.filter((article) => article === answer.passage.article.id)).toHaveLength(1);
      expect(others.length).toBeGreaterThan(1);
    },
  );

  it('says which passages there are where the id is none', async () => {
    expect((await reply('related way-forward:99')).answer).toMatchObject({
      problem: {
        code: 'unknown-id',
        allowed: ['way-forward:1', 'way-forward:10'],
        instead: ['related way-forward:10'],
      },
    });
  });
});
