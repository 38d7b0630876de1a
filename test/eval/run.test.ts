import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Part, partOf, readCollection } from './collection.ts';
import { command } from './command.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { defaultMode, type Mode } from './modes.ts';
import { prepareRun } from './run-file.ts';
import { texts, tinyCollection } from './tiny.ts';

const rows = async (file: string, between: string): Promise<readonly (readonly string[])[]> =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(between));

/** Everything but what another run on another machine would measure. */
const steady = (figures: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => !/(?:Ms|Bytes)$/.test(name)));

let directory = '';

const evaluated = async (
  mode: Mode,
  seed: number,
  part: Part | null = null,
  folder = directory,
): Promise<Evaluation> => evaluate(partOf(await readCollection(folder), part), { mode, seed });

beforeAll(async () => {
  directory = await tinyCollection();
});

describe('the figures', () => {
  it('are those that can be computed by hand', async () => {
    // q1 and q2: the one relevant entry first. q3: grade 2 first, grade 1, with the answer, not found. q5 finds nothing.
    const { code, out, err } = await command('run', [directory, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const figures = z.record(z.string(), z.unknown()).parse(JSON.parse(out));
    expect(figures).toMatchObject({
      mode: 'ask',
      part: null,
      queries: 4,
      passages: 4,
      unjudged: 1,
      r1: (1 + 1 + 1 / 2 + 0) / 4,
      r5: (1 + 1 + 1 / 2 + 0) / 4,
      success1: 3 / 4,
      mrr10: 3 / 4,
      // 2/log2(2) over 2/log2(2) + 1/log2(3) = 2 / 2.6309298
      ndcg10: expect.closeTo((1 + 1 + 2 / 2.6309298 + 0) / 4, 7),
      map: (1 + 1 + 1 / 2 + 0) / 4,
      answerable: 4,
      misplacedAnswers: 0,
      sentence1: 2 / 4,
      sentence3: 2 / 4,
      absent: 1,
      // Three of four above the absent one, of which nothing is found; the fourth finds nothing either.
      absentAuc: 3.5 / 4,
      absentRefusedAt95: 0,
      answered: 3 / 4,
      answeredRight: 2 / 4,
      absentRefused: 1,
      absentSure: null,
      // A filter that there is not, and a word to leave out; "Who is that?" reads as it stands.
      plainQueries: 2,
    });
    for (const name of ['medianMs', 'p99Ms', 'slowestMs', 'buildMs', 'heapBytes', 'rssBytes']) {
      expect(figures[name], name).toBeGreaterThan(0);
    }
  });

  it('of a search have no sentences and no absent questions', async () => {
    const { figures } = await evaluated('search', 1);
    expect(figures).toMatchObject({ mode: 'search', queries: 4, absent: 0, mrr10: 3 / 4 });
    for (const name of ['sentence1', 'sentence3', 'absentAuc', 'absentRefusedAt95', 'answered'] as const) {
      expect(figures[name], name).toBeNull();
    }
  });

  it('are the same for the same seed; another makes other typing errors', async () => {
    // Words of five letters, alone: with most errors in them, nothing is found.
    const words = {
      March: 'tea',
      Assam: 'tea',
      Mocha: 'coffee',
      Ships: 'silk',
      kings: 'gold',
      coins: 'gold',
    };
    const short = await tinyCollection({
      'queries.jsonl': Object.keys(words)
        .map((text) => `${JSON.stringify({ _id: text, text })}\n`)
        .join(''),
      'qrels/test.tsv': Object.entries(words)
        .map(([text, entry]) => `${text}\t${entry}\t1\n`)
        .join(''),
    });
    const seeds = [3, 3, 4, 5, 6, 7];
    const all = await Promise.all(seeds.map((seed) => evaluated('search', seed, null, short)));
    const [once, again] = all.map(({ figures }) => steady({ ...figures }));
    expect(again).toEqual(once);
    expect(all.map(({ figures }) => figures.r1)).toEqual(seeds.map(() => 1));
    const mistyped = all.map(({ figures }) => figures.typo.r1);
    expect(Math.max(...mistyped)).toBeLessThan(1);
    expect(new Set(mistyped).size).toBeGreaterThan(1);
  });

  it('of one part are those of its queries', async () => {
    // q1 and q2; q3, of whose two entries one is found, and q5, which finds nothing.
    expect((await evaluated('ask', 1, '1/2')).figures).toMatchObject({ queries: 2, absent: 1, r1: 1 });
    const second = { queries: 2, absent: 0, r1: 0.5 / 2, absentAuc: null, absentRefused: null };
    expect((await evaluated('ask', 1, '2/2')).figures).toMatchObject(second);
  });

  it('are those of a search where no query has answers', async () => {
    const queries = '{"_id":"q1","text":"tea in Assam"}\n{"_id":"q3","text":"gold coins"}\n';
    expect(defaultMode(await readCollection(await tinyCollection({ 'queries.jsonl': queries })))).toBe(
      'search',
    );
    expect(defaultMode(await readCollection(directory))).toBe('ask');
  });
});

describe('a run with a file', () => {
  let file = '';
  let out = '';

  beforeAll(async () => {
    file = join(directory, 'desk.run');
    const ran = await command('run', [directory, '--seed', '5', '--run', file]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    ({ out } = ran);
  });

  it('prints the figures, a line each', () => {
    const printed = new Map(out.split('\n').map((line) => [line.slice(0, 46).trim(), line.slice(46).trim()]));
    expect(Object.fromEntries(printed)).toMatchObject({
      queries: '4',
      passages: '4',
      'left out: nothing judged relevant': '1',
      'put as plain words': '2',
      'right sentence first': '0.500',
      'area under the curve': '0.875',
      'of the answered sure': '–',
      'with one typing error (seed 5)': '',
      build: expect.stringMatching(/^\d+\.\d\d ms$/),
      'memory of the process': expect.stringMatching(/^\d+\.\d MB$/),
    });
    expect(out).toMatch(/^R@1 +0\.625$/m);
    expect(out).toMatch(/^nDCG@10 +0\.690$/m);
  });

  it('writes the ranking, the sentences and the confidence', async () => {
    const run = await rows(file, ' ');
    expect(new Set(run.map(([query]) => query))).toEqual(new Set(['q1', 'q2', 'q3']));
    expect(run.filter(([, , , rank]) => rank === '1').map(([query, , entry]) => [query, entry])).toEqual([
      ['q1', 'tea'],
      ['q2', 'coffee'],
      ['q3', 'gold'],
    ]);
    for (const query of ['q1', 'q2', 'q3']) {
      const own = run.filter(([id]) => id === query);
      expect(own.map(([, q0, , rank, score, tag]) => [q0, rank, score, tag])).toEqual(
        own.map((_, at) => ['Q0', String(at + 1), String(own.length - at), 'sco-desk-ask']),
      );
    }

    const [heading, ...sentences] = await rows(`${file}.sentences.tsv`, '\t');
    expect(heading).toEqual(['qid', 'docid', 'rank', 'start', 'end']);
    const firsts = sentences.filter(([, , rank]) => rank === '1');
    expect(
      firsts.map(([query, entry, , start, end]) => {
        const text = Object.entries(texts).find(([id]) => id === entry)?.[1] ?? '';
        return [query, text.slice(Number(start), Number(end))];
      }),
    ).toEqual([
      ['q1', 'Tea grows in Assam.'],
      ['q2', 'It was traded through Mocha 😀 by Yemeni merchants.'],
      ['q3', 'Bankers of Florence lent gold coins to kings.'],
    ]);

    const [names, ...confidences] = await rows(`${file}.confidence.tsv`, '\t');
    expect(names).toEqual(['qid', 'set', 'confidence', 'answered']);
    const answerable = expect.stringMatching(/^(?:0\.\d+|1)$/);
    expect(confidences).toEqual([
      ['q1', 'answerable', answerable, expect.stringMatching(/^(?:sure|unsure)$/)],
      ['q2', 'answerable', answerable, expect.stringMatching(/^(?:sure|unsure)$/)],
      ['q3', 'answerable', answerable, expect.stringMatching(/^(?:sure|unsure)$/)],
      ['q5', 'answerable', '-Infinity', 'none'],
      ['x1', 'absent', '-Infinity', 'none'],
    ]);
  });
});

describe('what cannot be done', () => {
  it('is one line, and exit code 2', async () => {
    const { code, out, err } = await command('run', [join(directory, 'none')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/none\/corpus\.jsonl: there is no such file; a BEIR[^\n]*\n$/);
  });

  it('is known of a file that cannot be written before anything is measured', async () => {
    const file = join(directory, 'none', 'x');
    const preparing = prepareRun(file, await readCollection(directory));
    await expect(preparing).rejects.toThrow(/none\/x: cannot be written \(ENOENT\); give --run/);
  });

  it('printing for nobody: it ends quietly', async () => {
    const { code, err } = await command('run', ['--help'], { hangUp: true });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
