import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/document/types.ts';
import type { JudgedQuery, StatedAnswer } from './collection.ts';
import { answerPlaces, isRight, placeOf } from './sentences.ts';

const TEXT = 'Gold 😀 came from Mali. Salt came from Taghaza.';

describe('the place of an answer', () => {
  it.each<[string, StatedAnswer, Span | null]>([
    ['in UTF-16 code units', { text: 'Mali', start: 18 }, { start: 18, end: 22 }],
    ['in characters', { text: 'Mali', start: 17 }, { start: 18, end: 22 }],
    ['before anything beyond 16 bits', { text: 'Gold', start: 0 }, { start: 0, end: 4 }],
    ['an answer that holds such a character', { text: '😀 came', start: 5 }, { start: 5, end: 12 }],
    ['not there', { text: 'Mali', start: 5 }, null],
    ['beyond the end', { text: 'Mali', start: 500 }, null],
  ])('%s', (_name, answer, expected) => {
    expect(placeOf(answer, TEXT)).toEqual(expected);
  });

  it('is looked for in the relevant entries alone; what stands in none is counted', () => {
    const query: JudgedQuery = {
      id: 'q',
      text: 'Where does gold come from?',
      judged: new Map([
        ['a', 1],
        ['b', 0],
        ['gone', 1],
      ]),
      answers: [
        { text: 'Mali', start: 18 },
        { text: 'Ghana', start: 0 },
      ],
    };
    const texts = new Map([
      ['a', TEXT],
      ['b', 'Ghana'],
    ]);
    const { places, misplaced } = answerPlaces(query, texts);
    expect([...places]).toEqual([['a', [{ start: 18, end: 22 }]]]);
    expect(misplaced).toBe(1);
  });
});

describe('a right sentence', () => {
  /** Three sentences: 0–10, 11–20, 21–30. */
  const sentences: readonly Span[] = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 21, end: 30 },
  ];
  const right = (sentence: Span | undefined, ...places: readonly Span[]): boolean =>
    sentence !== undefined &&
    isRight({ entry: 'a', ...sentence }, new Map([['a', places]]), (entry) =>
      entry === 'a' ? sentences : [],
    );

  it.each<[string, number, Span[], boolean]>([
    ['holds the answer', 0, [{ start: 3, end: 6 }], true],
    ['is the answer', 1, [{ start: 11, end: 20 }], true],
    [
      'holds one of several',
      2,
      [
        { start: 3, end: 6 },
        { start: 22, end: 23 },
      ],
      true,
    ],
    ['is beside it', 1, [{ start: 3, end: 6 }], false],
    ['overlaps an answer that straddles two: the first', 0, [{ start: 8, end: 14 }], true],
    ['and the second', 1, [{ start: 8, end: 14 }], true],
    ['but not a third', 2, [{ start: 8, end: 14 }], false],
    ['touches without overlapping', 2, [{ start: 11, end: 21 }], false],
    ['has no answer to hold', 0, [], false],
  ])('%s', (_name, at, places, expected) => {
    expect(right(sentences[at], ...places)).toBe(expected);
  });

  it('does not merely overlap an answer that another sentence holds whole', () => {
    expect(right({ start: 0, end: 13 }, { start: 12, end: 15 })).toBe(false);
  });

  it('is of a relevant entry', () => {
    const places = new Map([['a', [{ start: 3, end: 6 }]]]);
    expect(isRight({ entry: 'b', start: 0, end: 10 }, places, () => sentences)).toBe(false);
  });
});
