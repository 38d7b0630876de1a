import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerType } from '../../src/answer/answer-type.ts';
import { type FeatureName, type Features, featureNames, featuresOf } from '../../src/answer/features.ts';
import { type Question, readQuestion, termMatch, termPair, wordPair } from '../../src/answer/question.ts';
import { howToAsk } from '../../src/command/ask.ts';
import { termOf, tokens } from '../../src/language/tokens.ts';
import { createForwardIndex, type Lexicon } from '../../src/search/forward-index.ts';
import { createSearch } from '../../src/search/search.ts';
import { counter } from '../reached.ts';
import { corpusOf } from '../search/articles.ts';

interface Asked {
  /** What is to be counted. */
  readonly counted?: string;
  readonly expected?: AnswerType;
  /** Words of the passage that meet one of the question's otherwise than as itself. */
  readonly related?: readonly (readonly [word: string, term: number, by: number])[];
}

/** A question of these words one behind the other, with what each weighs. */
function questionOf(
  weights: Readonly<Record<string, number>>,
  { expected = null, related = [], counted = '' }: Asked,
  lexicon: Lexicon,
): Question {
  const words = Object.entries(weights);
  const matches = new Map<number, { term: number; by: number }[]>();
  const exact = words.map(([word], at) => [word, at, termMatch.exact] as const);
  for (const [word, at, by] of [...exact, ...related]) {
    const number = lexicon.numberOfTerm(termOf(word));
    matches.set(number, [...(matches.get(number) ?? []), { term: at, by }]);
  }
  matches.delete(0);
  const numbers = words.map(([word]) => lexicon.numberOfWord(word));
  return {
    weights: words.map(([, weight]) => weight),
    total: words.reduce((sum, [, weight]) => sum + weight, 0),
    answerType: expected,
    counted: lexicon.numberOfTerm(termOf(counted)),
    matches,
    words: new Set(numbers),
    forms: new Set(numbers),
    neighbours: new Set(numbers.slice(1).map((number, at) => wordPair(numbers[at] ?? 0, number))),
    pairs: new Map(
      words
        .slice(1)
        .map(([, weight], at) => [termPair(at, at + 1), Math.min(words[at]?.[1] ?? 0, weight)] as const),
    ),
  };
}

/** The features of each sentence of a passage, its sentences at a bar. */
function featuresIn(
  text: string,
  weights: Readonly<Record<string, number>>,
  asked: Asked = {},
): readonly Features[] {
  const reader = createForwardIndex();
  // Words in the forms asked are known to the corpus, of whose passages this is one.
  reader.add(tokens(Object.keys(weights).join(' ')), []);
  let start = 0;
  const sentences = text.split('|').map((sentence) => {
    const span = { start, end: start + sentence.length };
    start = span.end + 1;
    return span;
  });
  reader.add(tokens(text), sentences);
  const question = questionOf(weights, asked, reader.lexicon);
  return featuresOf(question, reader.of(1), reader.lexicon, { score: 0.9, title: 0.4 });
}

/** A question on the summit of Samarkand and gas: half of its weight, 30 % and 20 %; its pairs weigh 3 and 2. */
const W = { summit: 5, samarkand: 3, gas: 2 };
const FOUR = 'The summit met.| It was in Samarkand.| Gas is piped.| Nothing.';

/** A council meets the question's summit in this way. */
const council = (how: number): Asked => ({ related: [['council', 0, how]] });

/** Of a feature, what it is in each sentence of a text; 0 in those behind the last that is listed. */
const rows: readonly (readonly [FeatureName, string, readonly number[], Asked?])[] = [
  ['score', 'A summit.| Gas.', [0.9, 0.9]],
  ['title', 'A summit.| Gas.', [0.4, 0.4]],
  ['first', 'A summit.| Gas.', [1]],
  ['passage', FOUR, [1, 1, 1, 1]],
  ['passage', 'Summit, summit.| A summit on gas.', [0.7, 0.7]],
  ['sentence', FOUR, [0.5, 0.3, 0.2]],
  ['sentence', 'Summit, summit, summits.| A summit on gas.', [0.5, 0.7]],
  ['window', FOUR, [0.5, 0.8, 0.5, 0.2]],
  ['window', 'Summit, summit.| A summit on gas.', [0.5, 0.7]],
  ['context', FOUR, [0, 0.5, 0.8, 1]],
  ['next', FOUR, [0.3, 0.2]],
  ['next', 'A summit.| A summit on gas.', [0.2]],
  ['reference', 'The summit met.| It was in Samarkand.', [0, 0.5]],
  ['reference', 'The summit met.| And these were in Samarkand.', [0, 0.5]],
  ['reference', 'The summit met.| In Samarkand it was.', []],
  ['reference', 'The summit met.| The people were in Samarkand.', []],
  ['reference', 'The summit met.| It is a summit.', []],
  // Of two sentences, both have the summit, which weighs log(1 + 2/2) / log(1 + 2); one has gas, all of which counts.
  ['distinct', 'A summit.| A summit on gas.', [0.315465, 0.515465]],
  ['distinct', 'A summit.| On gas.', [0.5, 0.2]],
  ['sentenceOtherForms', 'A council on gas.| A council and a summit.', [0.5], council(termMatch.form)],
  ['sameMeaning', 'A council on gas.| A council and a summit.', [0.5], council(termMatch.same)],
  ['nearMeaning', 'A council on gas.| A council and a summit.', [0.5], council(termMatch.near)],
  ['sentence', 'A council on gas.', [0.2], council(termMatch.form)],
  ['sameMeaning', 'A council on gas.', [], council(termMatch.near)],
  ['nearMeaning', 'A council on gas.', [], council(termMatch.form)],
  ['sentenceOtherForms', 'A council on gas.', [], council(termMatch.same)],
  ['otherForms', 'A council.| More.', [0.5, 0.5], council(termMatch.form)],
  ['otherForms', 'A council.| More.', [], council(termMatch.same)],
  ['otherForms', 'A council.| A summit.', [], council(termMatch.form)],
  ['pairs', 'Summit Samarkand.', [3 / 5]],
  ['pairs', 'Samarkand hosted a summit.', [3 / 5]],
  ['pairs', 'Samarkand had hosted a summit.', []],
  ['pairs', 'Summit, Samarkand, gas.', [1]],
  ['pairs', 'Summit on gas.', []],
  ['pairs', 'Summit.| Samarkand.', [3 / 5, 3 / 5]],
  ['proximity', 'Summit Samarkand.', [0.3]],
  ['proximity', 'Samarkand hosted a summit.', [0.1]],
  ['proximity', 'Samarkand had hosted a summit.', [0.075]],
  ['proximity', 'Summit, Samarkand, gas.', [0.3 + 0.2 + 0.1]],
  ['proximity', 'Summit on gas.', [0.1]],
  ['proximity', 'Summit.', []],
  ['neighbours', 'Summit Samarkand gas.', [1]],
  ['neighbours', 'A summit, Samarkand!', [1 / 2]],
  ['neighbours', 'Samarkand summit.', []],
  ['neighbours', 'Summit in Samarkand.', []],
  ['neighbours', 'Summits Samarkand.', []],
  ['neighbours', 'Summit Samarkand and summit Samarkand and summit Samarkand.', [1 / 2]],
  ['sentenceForms', 'Summits on gas.| A summit on gas.| Gases.', [1 / 3, 2 / 3]],
  ['forms', 'Summits on gas.| A summit on gas.| Gases.', [2 / 3, 2 / 3, 2 / 3]],
  ['length', 'A summit on gas.| Nothing.', [Math.log(6) / 6, Math.log(6) / 6]],
  ['density', 'A summit on gas.| Nothing.', [0.7 / (0.25 + (0.75 * 4) / 22) / 2]],
];

/** What a sentence has of what a question on members asks for, and has no more than that. */
const sought: readonly (readonly [AnswerType, string, readonly FeatureName[]])[] = [
  ['number', 'It has eight members.', ['number', 'counted']],
  ['number', 'It has 8 new full members.', ['number', 'digits', 'counted']],
  ['number', 'It has eight of the new members.', ['number']],
  ['number', 'It has members, eight in all.', ['number']],
  ['number', 'Members met.', []],
  ['date', 'Members met in June.', ['date']],
  ['date', 'Members met in 2001.', ['date', 'year']],
  ['date', 'Members met eight times.', []],
  ['person', 'Members met Anna.', ['person']],
  ['person', 'Anna met members.', []],
  ['place', 'Members met in Tashkent.', ['place']],
  ['place', 'Members met Tashkent.', []],
  ['place', 'Members met in town.', []],
  ['reason', 'Members met because of it.', ['reason']],
  ['reason', 'Members met.', []],
  ['definition', 'Members are termed so.', ['definition']],
  ['definition', 'Members met.', []],
  [null, 'Eight members met Anna in Tashkent in June 2001 because of it, as defined.', []],
];
const ofExpected = [...new Set<FeatureName>(['countedNoun', ...sought.flatMap(([, , having]) => having)])];

describe('the feature', () => {
  it.for(rows)('%s of “%s” is %j', ([name, text, values, asked]) => {
    const found = featuresIn(text, W, asked).map((each) => each[name]);
    expect(found).toEqual(found.map((_, at) => expect.closeTo(values[at] ?? 0, 6)));
  });

  it.each(sought)('of what is expected, a %s, in “%s”: %j', (expected, text, having) => {
    const [features] = featuresIn(text, { members: 1 }, { expected });
    expect(ofExpected.filter((name) => features?.[name] === 1)).toEqual(
      ofExpected.filter((name) => having.includes(name)),
    );
    expect(ofExpected.every((name) => features?.[name] === 0 || features?.[name] === 1)).toBe(true);
  });

  it.each([
    ['It has eight new members.', 'number', 1],
    ['Its members have eight gas fields.', 'number', 0],
    ['Members met.', 'number', 0],
    ['It has eight members.', null, 0],
  ] as const)('countedNoun of “%s” to a question for a %s is %i', (text, expected, countedNoun) => {
    const [features] = featuresIn(text, { gas: 1, members: 1 }, { expected, counted: 'members' });
    expect(features?.countedNoun).toBe(countedNoun);
  });

  it('number is no word that the question has itself', () => {
    const [features] = featuresIn('Eight members.', { members: 1, eight: 1 }, { expected: 'number' });
    expect(features?.number).toBe(0);
  });

  it('is tested here, whichever it is', () => {
    const tested = new Set([...ofExpected, ...rows.map(([name]) => name)]);
    expect(featureNames.filter((name) => !tested.has(name))).toEqual([]);
  });

  it('is a finite number whatever the texts and the question, a share or a flag from 0 to 1', () => {
    const word = fc.constantFrom(
      ...'SCO Shanghai Cooperation Organization counter-terrorism members member eight 2001 in the It'.split(
        ' ',
      ),
      ...'because quarrel dispute Kazakh Kazakhstan invaders invasion unheard 😀 …'.split(' '),
    );
    const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
    const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(' '));
    const texts = fc.array(text, { minLength: 1, maxLength: 3 });
    const asking = fc.constantFrom('Who', 'When', 'Where', 'How many', 'Why', 'What');
    const measures: readonly FeatureName[] = ['proximity', 'density', 'length'];
    const reached = counter();
    fc.assert(
      fc.property(texts, asking, fc.array(word), (bodies, start, words) => {
        const all = ['The Shanghai Cooperation Organization (SCO) has members.', ...bodies];
        const search = createSearch(corpusOf(Object.fromEntries(all.map((each, at) => [`a${at}`, each]))));
        const asked = `${start} ${words.join(' ')}?`;
        const query = { words: asked, phrases: [], without: [], filters: {} };
        const { found, resolved } = search.find(query, howToAsk);
        const question = readQuestion(asked, resolved, search);
        for (const passage of found) {
          const standing = { score: 1, title: 0 };
          const features = featuresOf(question, search.sequence(passage), search.lexicon, standing);
          expect(features).toHaveLength(question.total === 0 ? 0 : passage.paragraph.sentences.length);
          for (const [name, value] of features.flatMap((each) => Object.entries(each))) {
            reached('a feature', value > 0);
            const most = measures.some((each) => each === name) ? Number.MAX_VALUE : 1 + 1e-9;
            expect(value >= 0 && value <= most, `${name} is ${value}`).toBe(true);
          }
        }
      }),
    );
    reached.atLeast({ 'a feature': 1_000 });
  });
});
