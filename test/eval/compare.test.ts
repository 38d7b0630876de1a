import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCollection } from './collection.ts';
import { command } from './command.ts';
import { type ContenderFigures, contend, contenders, figuresSchema } from './contender.ts';
import { heading, row } from './table.ts';
import { tinyCollection } from './tiny.ts';

const figures: ContenderFigures = {
  name: 'MiniSearch fuzzy, prefix',
  r1: 0.6256,
  r5: 1,
  success1: 0.6256,
  success5: 1,
  mrr10: 0.7,
  ndcg10: 0.7,
  map: 0.7,
  typo: { r1: 0.5, r5: 0.5, success1: 0.5, success5: 0.5, mrr10: 0.5, ndcg10: 0.5, map: 0.5 },
  medianMs: 1.234,
  p99Ms: 123.456,
  slowestMs: 200,
  buildMs: 12_345.6,
};

describe('eval:compare', () => {
  it('measures every contender in a process of its own', async () => {
    const { code, out, err } = await command('compare', [await tinyCollection(), '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { contenders: measured, ...on } = z
      .looseObject({ contenders: z.array(figuresSchema) })
      .parse(JSON.parse(out));
    expect(on).toMatchObject({ mode: 'ask', queries: 4, passages: 4, part: null });
    expect(measured.map(({ name }) => name)).toEqual([...contenders]);
    for (const each of measured) {
      // As for the desk: two whole, one of two relevant, and one query of common words.
      expect(each, each.name).toMatchObject({ r1: 2.5 / 4, mrr10: 3 / 4, map: 2.5 / 4 });
      expect(each.medianMs, each.name).toBeGreaterThan(0);
      expect(each.buildMs, each.name).toBeGreaterThan(0);
    }
  });

  it('says what is wrong in one line, with exit code 2', async () => {
    const { code, out, err } = await command('compare', ['--contender', 'grep', 'nowhere']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^--contender “grep” is not known; give .*\.\n$/);
  });

  it.each(contenders)(
    '%s takes marks that mean something to a parser, and a query of none but marks',
    async (name) => {
      const queries = ['tea: gold ~3 ^2 +silk -coffee "', '?!', 'gold* AND (OR NOT) NEAR {tea} \\'].map(
        (text, at) => `${JSON.stringify({ _id: `q${at}`, text })}\n`,
      );
      const directory = await tinyCollection({
        'queries.jsonl': queries.join(''),
        'qrels/test.tsv': 'q0\tgold\t1\nq1\tgold\t1\nq2\tgold\t1\n',
      });
      const measured = await contend(name, await readCollection(directory), { mode: 'search', seed: 1 });
      expect(measured).toMatchObject({ name, r5: 2 / 3 });
    },
  );
});

describe('the table', () => {
  it('has a column of its own for every figure, within 100 columns', () => {
    const at = heading({ mode: 'ask', queries: 1299, passages: 762, seed: 999_999_999 });
    const lines = [...at.split('\n'), row(figures)];
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(row(figures)).toMatch(
      /^MiniSearch fuzzy, prefix +0\.626 +1\.000 +0\.700 +0\.700 +0\.700 +0\.500 +1\.23 +123\.46 +12346$/,
    );
    expect(lines.at(-1)?.length).toBe(lines.at(-2)?.length);
  });

  it('says of a contender that failed why', () => {
    expect(row({ name: 'lunr', problem: 'Error: too small' })).toMatch(/^lunr +Error: too small$/);
  });
});
