import { folderOf } from '../corpus/folder.ts';

const lines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

export const texts = {
  tea: 'Tea grows in Assam. The harvest starts in March.',
  coffee: 'Coffee comes from Ethiopia.\nIt was traded through Mocha 😀 by Yemeni merchants.',
  silk: 'Ships carry silk to Venice in spring.',
  gold: 'Bankers of Florence lent gold coins to kings.',
} as const;

const corpus = [
  { _id: 'tea', title: 'Tea', text: texts.tea },
  { _id: 'coffee', title: '', text: texts.coffee },
  { _id: 'silk', text: texts.silk },
  { _id: 'gold', title: 'Gold', text: texts.gold },
];

/** `q3` has two relevant entries, one of which shares no word with it and has its answer; `q5` has only common words; `q4` no judgement. */
const queries = [
  { _id: 'q1', text: 'Where does tea grow?', metadata: { answers: [{ text: 'Assam', start: 13 }] } },
  {
    _id: 'q2',
    text: 'Merchants traded:coffee through Mocha',
    // In characters: in UTF-16 code units it is one more.
    metadata: { answers: [{ text: 'Yemeni merchants', start: 61 }] },
  },
  {
    _id: 'q3',
    text: 'What did bankers lend -kings?',
    metadata: { answers: [{ text: 'Venice', start: 20 }] },
  },
  { _id: 'q4', text: 'Who carries silk?' },
  { _id: 'q5', text: 'Who is that?', metadata: { answers: [{ text: 'Tea', start: 0 }] } },
];

const qrels = [
  'query-id\tcorpus-id\tscore',
  'q1\ttea\t1',
  'q2\tcoffee\t1',
  'q3\tgold\t2',
  'q3\tsilk\t1',
  'q3\ttea\t0',
  'q4\tsilk\t0',
  'q5\ttea\t1',
].join('\n');

const absent = [{ _id: 'x1', text: 'How tall do penguins become?' }];

const whole = {
  'corpus.jsonl': lines(corpus),
  'queries.jsonl': lines(queries),
  'qrels/test.tsv': qrels,
  'absent.jsonl': lines(absent),
};

/** A collection of four entries, with these files in place of its own; null takes one away. */
export const tinyCollection = (changed: Readonly<Record<string, string | null>> = {}): Promise<string> =>
  folderOf(
    Object.fromEntries(
      Object.entries({ ...whole, ...changed }).flatMap(([name, content]) =>
        content === null ? [] : [[name, content]],
      ),
    ),
  );
