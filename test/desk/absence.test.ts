import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/message/types.ts';
import { notesOf, quotationsOf, runsText } from '../message/reading.ts';
import { corpusOf } from '../search/articles.ts';
import { seedsDesk } from './seeds-desk.ts';

const { reply, json } = await seedsDesk();

const labelled = (blocks: readonly Block[], label: string): readonly string[] =>
  blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.actions.flatMap((each) => (each.type === 'run' && each.label === label ? [each.command] : []))
      : [],
  );

describe('a question without an answer', () => {
  const line = 'ask does Afganistan sell multilaterist pizza to Brazil?';

  it('gets one reply with all that can be said', async () => {
    const { answer, message } = await reply(line);
    expect(answer.kind).toBe('nothing');
    expect(notesOf(message)).toEqual([
      'Also looked for “afghanistan”: the corpus does not have “Afganistan”.',
      'Not in the corpus: “sell”, “multilaterist”, “pizza” and “Brazil”. The nearest words that it has: “multilateral” for “multilaterist”.',
      'This passage comes closest. It does not answer the question.',
      'The one dated article is of 2020-11-04; 4 of 5 articles are undated.',
    ]);
    expect(quotationsOf(message).map(({ id }) => id)).toEqual(['security-for-all:21']);
  });

  it('offers the nearest word in the place of the unknown one', async () => {
    const { message } = await reply(line);
    expect(labelled(message.blocks, 'Did you mean “multilateral”?')).toEqual([
      'ask does Afganistan sell multilateral pizza to Brazil?',
    ]);
  });

  it('gives scripts the suggestions, and no passage as an answer', async () => {
    expect(await json(line)).toMatchObject({
      kind: 'nothing',
      passages: [],
      suggestions: [{ typed: 'multilaterist', words: ['multilateral'] }],
    });
    expect(await json('search zanzibar')).not.toHaveProperty('suggestions');
  });
});

describe('a search that finds nothing', () => {
  it('names the nearest words and the days that the corpus covers, and shows no passage', async () => {
    const { message } = await reply('search uzbek chairmanship in:security-for-all');
    expect(quotationsOf(message)).toEqual([]);
    expect(notesOf(message).join('\n')).toMatch(/“uzbekistan” for “uzbek”[\s\S]*2020-11-04/);
    expect(labelled(message.blocks, 'Did you mean “uzbekistan”?')).toEqual([
      'search uzbekistan chairmanship in:security-for-all',
    ]);
  });

  it.each([
    [{}, 'None of the 2 articles is dated.'],
    [{ published: '2021-02-03' }, 'Dated articles run from 2021-02-03 to 2021-02-03.'],
  ])('says of articles with %j: %s', async (facts, said) => {
    const desk = await seedsDesk(corpusOf({ a: 'One thing.', b: 'Another thing.' }, facts));
    const { message } = await desk.reply('search zanzibar');
    expect(notesOf(message)).toContain(said);
  });
});

it('says of a filter that no article can meet that the articles do not say', async () => {
  const desk = await seedsDesk(corpusOf({ a: 'One thing.' }));
  expect(notesOf((await desk.reply('search thing from:x')).message)[0]).toBe(
    'No article matches “from:x”: the articles do not say.',
  );
});

describe('an unknown word beside known ones', () => {
  it('is offered another with the passages that were found', async () => {
    const { answer, message } = await reply('search uzbek security');
    expect(answer.kind).toBe('hits');
    expect(labelled(message.blocks, 'Did you mean “uzbekistan”?')).toEqual(['search uzbekistan security']);
  });

  it('is replaced in a phrase and behind a minus as well', async () => {
    const { message } = await reply('search security -uzbek');
    expect(labelled(message.blocks, 'Did you mean “uzbekistan”?')).toEqual(['search security -uzbekistan']);
  });

  it('has suggestions for the first three alone', async () => {
    const words = ['kyrgyz', 'uzbek', 'kazak', 'multilaterist'];
    for (const word of words) expect((await json(`search ${word}`)).suggestions).toHaveLength(1);
    const { suggestions } = await json(`search ${words.join(' ')}`);
    expect(suggestions?.map(({ typed }) => typed)).toEqual(words.slice(0, 3));
  });
});

describe('a phrase of three words or more', () => {
  it.each([
    'search "community of security for all"',
    'search "community of insecurity for all"',
    'ask "community of security for all"',
  ])('in %s can be checked as a quotation', async (line) => {
    const { message } = await reply(line);
    const phrase = line.replace(/^\w+ /, '');
    expect(labelled(message.blocks, 'Check this quotation')).toEqual([`quote ${phrase}`]);
  });

  it('and no shorter one', async () => {
    const { message } = await reply('search "Shanghai Spirit"');
    expect(labelled(message.blocks, 'Check this quotation')).toEqual([]);
  });
});

describe('a date that only the article’s own date places', () => {
  const citationsOf = async (line: string): Promise<readonly string[]> =>
    quotationsOf((await reply(line)).message).map(({ citation }) => runsText(citation));

  it.each([
    ['open upcoming-meetings:4', '“on Tuesday”: the article is of 2020-11-04'],
    ['open security-for-all:14', '“last year”: the article is undated'],
    ['ask who chairs the SCO next?', '“next year”: the article is undated'],
    ['search "border conflict"', '“May”: the article is of 2020-11-04'],
    ['related security-for-all:23', '“October 22”: the article is of 2020-11-04'],
  ])('stands beside that in the answer to %s', async (line, expected) => {
    expect((await citationsOf(line)).join('\n')).toContain(` · ${expected}`);
  });

  it('is not said of sentences that are left out', async () => {
    const whole = await citationsOf('open upcoming-meetings:14');
    const [excerpt] = await citationsOf('search "dealing with complex boundary issues"');
    expect(whole.join('\n')).toContain('“May”');
    expect(excerpt).toMatch(/· upcoming-meetings:14$/);
  });
});
