import { describe, expect, it } from 'vitest';
import { rateAnswers } from '../../src/answer/answer.ts';
import { answerTypeOf } from '../../src/answer/answer-type.ts';
import { howToAsk } from '../../src/command/ask.ts';
import { createSearch } from '../../src/search/search.ts';
import { growth, LINEAR } from '../growth.ts';
import { corpusOf } from '../search/articles.ts';

describe('what a question expects', () => {
  it.each([
    ['When did it begin?', 'date'],
    ['How long ago did it begin?', 'date'],
    ['In which year did it begin?', 'date'],
    ['On what days do they meet?', 'date'],
    ['Since what time has it met?', 'date'],
    ['How long does it last?', 'number'],
    ['How many members are there?', 'number'],
    ['HOW MUCH is it?', 'number'],
    ['What percentage of trade is it?', 'number'],
    ['What number of states is in it?', 'number'],
    ['Number of members', 'number'],
    ['the number of members?', 'number'],
    ['What is the number of members?', 'number'],
    ['What was the total population of its states?', 'number'],
    ['What is the length of the border?', 'number'],
    ['Who leads it?', 'person'],
    ['By whom was it led?', 'person'],
    ['Whose idea was it?', 'person'],
    ['Where is it?', 'place'],
    ['In which city did they meet?', 'place'],
    ['In what Central Asian city did they meet?', null],
    ['In what Asian city did they meet?', 'place'],
    ['Which country is next?', 'place'],
    ['Why is it so?', 'reason'],
    ['What caused it?', 'reason'],
    ['What reason was given?', 'reason'],
    ['What is multilateralism?', 'definition'],
    ['What are the “three evils”?', 'definition'],
    ['What does it mean?', 'definition'],
    ['Define multilateralism', 'definition'],
    ['What is it that they spoke of in the end?', null],
    ['It is defined', null],
    ['Does it work?', null],
    ['The whole number', null],
    ['whenever somewhere', null],
    ['multilateralism', null],
    ['', null],
  ] as const)('%s is %j', (question, expected) => {
    expect(answerTypeOf(question)).toBe(expected);
  });

  it.each([
    ['Who led it, and when?', 'date'],
    ['How many of those who led it met where it began?', 'number'],
    ['Who said where it is, and why?', 'person'],
    ['Where is it, and why?', 'place'],
    ['Why is it, and what does it mean?', 'reason'],
  ] as const)(
    'of several is the first of date, number, person, place, reason, definition: %s is %j',
    (question, expected) => {
      expect(answerTypeOf(question)).toBe(expected);
    },
  );
});

it.each(['what is ', 'what was the ', 'number of ', '“', '', 'what ', 'how '])(
  'is told of a question that begins “%s” in time that grows as the question does',
  async (start) => {
    for (const part of ['x', ' ', 'x ', '“', 'what ']) {
      // A pattern that tries its words in all ways takes the square of it, or never ends.
      const tell = (size: number) => answerTypeOf(`${start}${part.repeat(size)} y z w`);
      expect(await growth(16_000, tell)).toBeLessThan(LINEAR);
    }
  },
);

describe('of passages that hold the same words of the question, the first', () => {
  const firstFor = (question: string, texts: Readonly<Record<string, string>>): string | undefined => {
    const search = createSearch(corpusOf(texts));
    const query = { words: question, phrases: [], without: [], filters: {} };
    const { found, resolved } = search.find(query, howToAsk);
    return rateAnswers(query, found, resolved, search)[0]?.found.article.id;
  };
  const others = { z: 'Nothing of the kind is said in this one at all.' };
  // As many words each, so that length speaks for neither; of equals the one named first would be first.
  it('to “What is the bridge?” is the one that says what it is', () => {
    const texts = [
      'After long talks the bridge was taken over by it.',
      'After long talks the bridge was defined as a road.',
    ];
    expect(firstFor('What is the bridge?', { a: texts[0] ?? '', b: texts[1] ?? '', ...others })).toBe('b');
    expect(firstFor('What is the bridge?', { a: texts[1] ?? '', b: texts[0] ?? '', ...others })).toBe('a');
  });

  it.each([
    ['When was the bridge built?', 'in delays', 'in 1932'],
    ['How long ago was the bridge built?', 'last of all', 'in June 1932'],
    ['Who built the bridge?', 'by poor people', 'by Anna Lee'],
    ['Where was the bridge built?', 'in long stages', 'in Old Tashkent'],
    ['In which city was the bridge built?', 'with ease', 'in Tashkent'],
    ['How many arches was the bridge built with?', 'with low arches', 'with nine arches'],
    ['What percentage of the bridge was built?', 'by hand', '40 percent'],
    ['Why was the bridge built?', 'after the floods', 'because of floods'],
  ])('to %s is the one that has what is expected', (question, without, having) => {
    const saying = (end: string): string => `After long talks the bridge was built ${end}.`;
    expect(firstFor(question, { a: saying(without), b: saying(having), ...others })).toBe('b');
    expect(firstFor(question, { a: saying(having), b: saying(without), ...others })).toBe('a');
  });
});
