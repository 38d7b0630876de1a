import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/answer/quotation/check-text.ts';
import { type CorpusWords, corpusWordsOf } from '../../src/answer/quotation/corpus-words.ts';
import { LONGEST_QUOTED } from '../../src/command/quote.ts';
import { readCorpus } from '../../src/corpus/read.ts';

const index = corpusWordsOf(await readCorpus('seeds'));

/** How many words of the articles are read for a text: what alignments and wordings come to, on any machine. */
function wordsRead(text: string): number {
  let read = 0;
  const counting: CorpusWords = {
    ...index,
    wordAt: (place) => {
      read++;
      return index.wordAt(place);
    },
  };
  checkText(text, counting);
  return read;
}

const words = [...index.passages]
  .filter(({ paragraph }) => paragraph.kind === 'body')
  .flatMap(({ article, paragraph }) => article.text.slice(paragraph.start, paragraph.end).split(/\s+/))
  .map((word) => word.replace(/["“”]/g, ''));

/** As many quotations of so many words as the longest text holds, each from another place. */
function quotations(length: number, change: (taken: string[], n: number) => readonly string[]): string {
  const all: string[] = [];
  for (let n = 0, size = 0; size < LONGEST_QUOTED; n++) {
    const start = (n * 37) % (words.length - length);
    all.push(`"${change(words.slice(start, start + length), n).join(' ')}"`);
    size += (all.at(-1)?.length ?? 0) + 1;
  }
  return all.slice(0, -1).join(' ');
}

describe('the work for the longest text', () => {
  it.each<[string, number, string]>([
    ['quotations with a word changed', 15_000, quotations(5, (taken) => taken.with(2, 'xylophone'))],
    ['quotations as they stand', 8_000, quotations(5, (taken) => taken)],
    [
      'quotations that no article has',
      20_000,
      quotations(5, (taken, n) => taken.map((_, at) => words[(n * 101 + at * 379) % words.length] ?? '')),
    ],
    ['quotations of common words', 45_000, quotations(5, (_, n) => ['of', 'the', 'SCO', `x${n}`, 'of'])],
    ['quotations with ellipses', 150_000, quotations(9, (taken) => taken.with(4, '…'))],
  ])('is bounded for %s', (_, most, text) => {
    expect(text.length).toBeGreaterThan(LONGEST_QUOTED * 0.95);
    const read = wordsRead(text);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(most);
  });
});
