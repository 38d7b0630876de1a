import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { expectedBy } from '../../src/answer/expected.ts';
import { createSearch } from '../../src/search/search.ts';
import { framingWords } from '../../src/search/stopwords.ts';
import { corpusOf } from '../search/articles.ts';

const HOW = {
  titleWeight: 0,
  wholeNames: false,
  common: false,
  unsought: (word: string) => framingWords.has(word),
} as const;

describe('what a question expects', () => {
  it.each([
    ['How many members are there?', 'number'],
    ['When did it begin?', 'date'],
    ['In which year did it begin?', 'date'],
    ['Who leads it?', 'name'],
    ['Where is it?', 'name'],
    ['Which country is next?', 'name'],
    ['What is multilateralism?', 'definition'],
    ['What does it mean?', 'definition'],
    ['Why is it so?', null],
    ['Does it work?', null],
  ] as const)('%s is %j', (question, expected) => {
    expect(expectedBy(question)).toBe(expected);
  });
});

describe('of passages that hold the same words of the question, the first', () => {
  const firstFor = (question: string, texts: Readonly<Record<string, string>>): string | undefined => {
    const search = createSearch(corpusOf(texts));
    const query = { words: question, phrases: [], without: [], filters: {} };
    const { found, resolved } = search.find(query, HOW);
    return answerQuestion(query, found, resolved, search).hits[0]?.article.id;
  };
  const other = { z: 'Nothing of the kind is said in this one at all.' };
  it.each([
    [
      'When was the bridge built?',
      'The bridge was built.',
      'After long talks and delays the bridge was built in 1932.',
    ],
    [
      'Who built the bridge?',
      'The bridge was built.',
      'After long talks and delays the bridge was built by Anna Lee.',
    ],
    [
      'How many arches has the bridge?',
      'The bridge has arches.',
      'As all of us who went there know, the bridge has nine arches.',
    ],
    [
      'What is the bridge?',
      'The bridge stands.',
      'In the law of the land the bridge is defined as a road over water.',
    ],
  ])('to %s is the one that has what is expected', (question, without, having) => {
    expect(firstFor(question, { a: without, b: having, ...other })).toBe('b');
  });
});
