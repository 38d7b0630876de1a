import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CollectionError, partOf, readCollection } from './collection.ts';
import { prepareRun } from './run-file.ts';
import { tinyCollection } from './tiny.ts';

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const tea = line({ _id: 'tea', title: 'Tea', text: 'Tea grows.' });
const asked = line({ _id: 'q1', text: 'Where does tea grow?' });

describe('a collection', () => {
  it('is read with its judgements and answers; what nothing is judged relevant to is left out', async () => {
    const { entries, queries, absent, unjudged } = await readCollection(await tinyCollection());
    expect(entries.map(({ id, title }) => [id, title])).toEqual([
      ['tea', 'Tea'],
      ['coffee', ''],
      ['silk', ''],
      ['gold', 'Gold'],
    ]);
    expect(queries.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q5']);
    expect([...(queries[2]?.judged ?? [])]).toEqual([
      ['gold', 2],
      ['silk', 1],
      ['tea', 0],
    ]);
    expect(queries[0]?.answers).toEqual([{ text: 'Assam', start: 13 }]);
    expect(absent.map(({ id }) => id)).toEqual(['x1']);
    expect(unjudged).toBe(1);
  });

  it('may have numbers for ids, other fields, Windows line ends, a byte order mark, no heading', async () => {
    const directory = await tinyCollection({
      'corpus.jsonl': `\uFEFF{"_id":7,"title":null,"text":"Tea\u2028grows.","metadata":{}}\r\n\r\n`,
      'queries.jsonl': '{"_id":1,"text":"tea","metadata":null}\r\n',
      'qrels/test.tsv': '1\t7\t1\r\n',
      'absent.jsonl': null,
    });
    const { entries, queries, absent } = await readCollection(directory);
    expect(entries).toEqual([{ id: '7', title: '', text: 'Tea\u2028grows.' }]);
    expect(queries).toMatchObject([{ id: '1', judged: new Map([['7', 1]]) }]);
    expect(absent).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string | null>>, RegExp]>([
    ['no corpus', { 'corpus.jsonl': null }, /corpus\.jsonl: there is no such file; a BEIR folder holds/],
    ['no queries', { 'queries.jsonl': null }, /queries\.jsonl: there is no such file/],
    ['no judgements', { 'qrels/test.tsv': null }, /qrels.test\.tsv: there is no such file/],
    ['an empty corpus', { 'corpus.jsonl': '\n' }, /corpus\.jsonl: the file is empty/],
    [
      'a line that is no JSON',
      { 'corpus.jsonl': `${tea}\n{"_id":` },
      /corpus\.jsonl, line 3: this is not JSON/,
    ],
    [
      'a line that is no object',
      { 'queries.jsonl': '"tea"\n' },
      /queries\.jsonl, line 1: the object is not as/,
    ],
    [
      'an entry without a text',
      { 'corpus.jsonl': line({ _id: 'a' }) },
      /line 1: “text” is not as it should be/,
    ],
    ['an empty id', { 'queries.jsonl': line({ _id: '', text: 'x' }) }, /line 1: “_id” is not as/],
    [
      'an id that comes twice',
      { 'corpus.jsonl': tea + tea },
      /line 2: the id “tea” stands on an earlier line/,
    ],
    [
      'an answer before the start',
      { 'queries.jsonl': line({ _id: 'q1', text: 'x', metadata: { answers: [{ text: 'x', start: -1 }] } }) },
      /queries\.jsonl, line 1: “metadata\.answers\.0\.start” is not as/,
    ],
    ['a bad absent question', { 'absent.jsonl': '{}' }, /absent\.jsonl, line 1: “_id” is not as/],
    [
      'a judgement without its grade',
      { 'qrels/test.tsv': 'query-id\tcorpus-id\tscore\nq1\ttea\n' },
      /line 2: write query id/,
    ],
    ['a grade that is no number', { 'qrels/test.tsv': 'q1\ttea\tyes' }, /test\.tsv, line 1: write query id/],
    [
      'judgements of other queries',
      { 'qrels/test.tsv': 'q9\ttea\t1\n' },
      /test\.tsv: no query of queries\.jsonl has a/,
    ],
  ])('cannot be read with %s', async (_name, changed, told) => {
    const reading = readCollection(
      await tinyCollection({ 'corpus.jsonl': tea, 'queries.jsonl': asked, ...changed }),
    );
    const error: unknown = await reading.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(CollectionError);
    expect(String(error)).toMatch(told);
    expect(String(error)).not.toContain('\n');
  });

  it('cannot be read from a folder in place of a file', async () => {
    const directory = await tinyCollection({ 'corpus.jsonl': null, 'corpus.jsonl/x': '' });
    await expect(readCollection(directory)).rejects.toThrow(/corpus\.jsonl: cannot be read \(EISDIR\)/);
  });

  it('has no run file where an id holds white space', async () => {
    const directory = await tinyCollection({ 'corpus.jsonl': tea + line({ _id: 'a b', text: 'x' }) });
    const preparing = prepareRun(join(directory, 'x.run'), await readCollection(directory));
    await expect(preparing).rejects.toThrow('The id “a b” has white space');
  });
});

describe('a part of a collection', () => {
  it('is the first or the second half of the queries and of the absent questions; the two make the whole', async () => {
    const directory = await tinyCollection({
      'absent.jsonl': ['x1', 'x2', 'x3'].map((id) => line({ _id: id, text: id })).join(''),
    });
    const whole = await readCollection(directory);
    const idsOf = (part: '1/2' | '2/2' | null): readonly string[][] => {
      const { queries, absent, entries } = partOf(whole, part);
      expect(entries).toBe(whole.entries);
      return [queries.map(({ id }) => id), absent.map(({ id }) => id)];
    };
    expect(idsOf('1/2')).toEqual([
      ['q1', 'q2'],
      ['x1', 'x2'],
    ]);
    expect(idsOf('2/2')).toEqual([['q3', 'q5'], ['x3']]);
    expect(partOf(whole, null)).toBe(whole);
  });
});
