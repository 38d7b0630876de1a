import { describe, expect, it } from 'vitest';
import type { Entry } from './collection.ts';
import { deskOf } from './desk.ts';
import { corpusOf } from './entries.ts';
import { heldBytes } from './memory.ts';

const entries: readonly Entry[] = [
  { id: 'Tea:1', title: 'Tea', text: '  Tea grows in Assam.\r\n\r\nNotes: 5 kg a day.\nIt is dried.  ' },
  { id: 'Silk:1', title: ' ', text: 'Silk comes from worms, and "wild silk" from others.' },
  { id: 'blank', title: 'Porcelain', text: '' },
];

describe('an entry', () => {
  const { articles } = corpusOf(entries);

  it('is one passage, whatever lines it has, with the offsets of its text', () => {
    const tea = articles.get('Tea:1');
    expect(tea?.text).toBe(entries[0]?.text);
    expect(tea?.paragraphs).toHaveLength(1);
    const [passage] = tea?.paragraphs ?? [];
    expect(passage).toMatchObject({ id: 'Tea:1:1', n: 1, kind: 'body', start: 2, end: 56, repeats: null });
    expect(passage?.sentences.map(({ start, end }) => tea?.text.slice(start, end))).toEqual([
      'Tea grows in Assam.',
      'Notes: 5 kg a day.',
      'It is dried.',
    ]);
  });

  it('goes by its id where it has no title', () => {
    expect([...articles.values()].map(({ id, title }) => [id, title])).toEqual([
      ['Silk:1', 'Silk:1'],
      ['Tea:1', 'Tea'],
      ['blank', 'Porcelain'],
    ]);
  });

  it('without a text has one empty sentence, and stops nothing', () => {
    expect(articles.get('blank')?.paragraphs[0]?.sentences).toEqual([{ start: 0, end: 0 }]);
    for (const mode of ['ask', 'search'] as const) {
      const { entries: found } = deskOf(entries, mode).rank('porcelain or tea');
      expect(found).toContain('Tea:1');
    }
  });
});

describe('a query', () => {
  it.each<[string, string, boolean]>([
    ['words', 'Where does tea grow?', false],
    ['a phrase in quotation marks', 'What is "wild silk" made of?', false],
    ['a colon between words', 'Tea: where does it grow?', false],
    ['a filter that there is not', 'ratio:tea', true],
    ['a filter that there is', 'in:Tea where it grows', true],
    ['a publisher that there is not', 'tea from:Reuters', true],
    ['a page', 'tea page:2', true],
    ['a word to leave out', 'tea -assam', true],
    ['a negative number', 'tea at -5 degrees', true],
    ['a bad date', 'tea after:yesterday', true],
    ['no words', '?!', true],
    ['nothing', '', true],
    ['more characters than a line may have', `tea ${'silk '.repeat(300)}`, true],
  ])('of %s never fails', (_name, line, plain) => {
    for (const mode of ['ask', 'search'] as const) {
      const desk = deskOf(entries, mode);
      expect(desk.isPlain(line)).toBe(plain);
      expect(desk.rank(line).entries.includes('Tea:1')).toBe(/tea/i.test(line));
      expect(() => desk.answer(line)).not.toThrow();
    }
  });

  it('finds in the order of the product’s own answer', () => {
    const search = deskOf(entries, 'search');
    const hits = search.answer('silk tea');
    expect(hits.kind === 'hits' && hits.hits.map(({ article }) => article.id)).toEqual(
      search.rank('silk tea').entries,
    );
    const ask = deskOf(entries, 'ask');
    const answer = ask.answer('Where does tea grow?');
    const ranked = ask.rank('Where does tea grow?');
    expect(answer).toMatchObject({ kind: 'answer' });
    if (answer.kind !== 'answer') return;
    expect({ entry: answer.hits[0].article.id, ...answer.hits[0].sentence }).toEqual(ranked.sentences[0]);
    expect(ranked.confidence).toBeGreaterThan(0);
  });

  it('of common words alone finds nothing when asked, with the lowest confidence', () => {
    expect(deskOf(entries, 'ask').rank('Who is that?')).toEqual({
      entries: [],
      sentences: [],
      confidence: Number.NEGATIVE_INFINITY,
    });
  });
});

describe('memory', () => {
  it('is what is held, on the heap and beside it', () => {
    const before = heldBytes();
    // Large beside what other files of tests leave in the process, to be collected meanwhile.
    const kept = [Buffer.alloc(200_000_000), Array.from({ length: 10_000_000 }, (_, at) => at + 0.5)];
    const held = heldBytes() - before;
    expect(held).toBeGreaterThan(250_000_000);
    expect(held).toBeLessThan(450_000_000);
    expect(kept).toHaveLength(2);
  });
});
