import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerType } from '../../src/answer/answer-type.ts';
import { type FeatureName, type Features, featureNames, featuresOf } from '../../src/answer/features.ts';
import { type Question, readQuestion, termMatch, termPair, wordPair } from '../../src/answer/question.ts';
import { howToAsk } from '../../src/command/ask.ts';
import { termOf, tokens } from '../../src/language/tokens.ts';
import { createForwardIndex, type Lexicon } from '../../src/search/forward-index.ts';
import { createSearch } from '../../src/search/search.ts';
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

const only = (features: readonly Features[], names: readonly FeatureName[]): readonly (readonly number[])[] =>
  features.map((each) => names.map((name) => Number(each[name].toFixed(6))));

const W = { summit: 5, samarkand: 3, gas: 2 };

describe('the shares of a question', () => {
  it('that a sentence, the two, those before and the next hold', () => {
    const features = featuresIn('The summit met.| It was in Samarkand.| Gas is piped.| Nothing.', W);
    expect(only(features, ['sentence', 'window', 'context', 'next', 'passage'])).toEqual([
      [0.5, 0.5, 0, 0.3, 1],
      [0.3, 0.8, 0.5, 0.2, 1],
      [0.2, 0.5, 0.8, 0, 1],
      [0, 0.2, 1, 0, 1],
    ]);
  });

  it('are counted once in a sentence, and the next one’s only where it adds', () => {
    const features = featuresIn('Summit, summit, summits.| A summit on gas.', W);
    expect(only(features, ['sentence', 'window', 'context', 'next', 'passage'])).toEqual([
      [0.5, 0.5, 0, 0.2, 0.7],
      [0.7, 0.7, 0, 0, 0.7],
    ]);
  });

  it('of the sentence before alone refer to it where this one begins with a pronoun', () => {
    const reference = (second: string): number | undefined =>
      featuresIn(`The summit met.| ${second}`, W)[1]?.reference;
    expect(reference('It was in Samarkand.')).toBeCloseTo(0.5);
    expect(reference('And these were in Samarkand.')).toBeCloseTo(0.5);
    expect(reference('In Samarkand it was.')).toBe(0);
    expect(reference('The people were in Samarkand.')).toBe(0);
    expect(reference('It is a summit.')).toBe(0);
  });

  it('weigh less the more sentences have a word', () => {
    const features = featuresIn('A summit.| A summit on gas.', W);
    // Two sentences: one word in both, log(1 + 2/2) / log(1 + 2) of its weight; one in one, all of it.
    expect(only(features, ['distinct'])).toEqual([[0.315465], [0.515465]]);
    expect(only(featuresIn('A summit.| On gas.', W), ['distinct'])).toEqual([[0.5], [0.2]]);
  });

  it.each([
    [termMatch.form, 'sentenceOtherForms'],
    [termMatch.same, 'sameMeaning'],
    [termMatch.near, 'nearMeaning'],
  ] as const)('that other words meet (%i) are in %s alone', (how, name) => {
    const related = [['council', 0, how]] as const;
    const features = featuresIn('A council on gas.| A council and a summit.', W, { related });
    const names = ['sentence', 'sentenceOtherForms', 'sameMeaning', 'nearMeaning'] as const;
    expect(only(features, names)).toEqual([
      [0.2, ...names.slice(1).map((each) => (each === name ? 0.5 : 0))],
      [0.5, 0, 0, 0],
    ]);
  });

  it('that a passage holds in words of the same beginning are those that it does not have', () => {
    const related = [
      ['council', 0, termMatch.form],
      ['oil', 2, termMatch.same],
    ] as const;
    expect(
      featuresIn('A council on oil.| More.', W, { related }).map(({ otherForms }) => otherForms),
    ).toEqual([0.5, 0.5]);
    expect(featuresIn('A council.| A summit.', W, { related }).map(({ otherForms }) => otherForms)).toEqual([
      0, 0,
    ]);
  });
});

describe('how the words stand together', () => {
  it.each([
    // The pairs of the question weigh 3 and 2.
    ['Summit Samarkand.', 3 / 5, 0.3],
    ['Samarkand hosted a summit.', 3 / 5, 0.1],
    ['Samarkand had hosted a summit.', 0, 0.075],
    ['Summit, Samarkand, gas.', 1, 0.3 + 0.2 + 0.1],
    ['Summit on gas.', 0, 0.1],
    ['Summit.| Samarkand.', 3 / 5, 0.3],
    ['Summit.', 0, 0],
    ['Nothing.', 0, 0],
  ])('in “%s”: pairs %d, proximity %d', (text, pairs, proximity) => {
    const [first] = featuresIn(text, W);
    expect(first?.pairs).toBeCloseTo(pairs);
    expect(first?.proximity).toBeCloseTo(proximity);
  });

  it.each([
    ['Summit Samarkand gas.', 1],
    ['A summit, Samarkand!', 1 / 2],
    ['Samarkand summit.', 0],
    ['Summit in Samarkand.', 0],
    ['Summits Samarkand.', 0],
    ['Summit Samarkand and summit Samarkand and summit Samarkand.', 1 / 2],
  ])('“%s” has %d of the neighbours', (text, neighbours) => {
    expect(featuresIn(text, W)[0]?.neighbours).toBeCloseTo(neighbours);
  });
});

describe('the form that was asked', () => {
  it('is counted in the sentence and in the passage', () => {
    const features = featuresIn('Summits on gas.| A summit on gas.| Gases.', W);
    expect(only(features, ['sentenceForms', 'forms'])).toEqual([
      [0.333333, 0.666667],
      [0.666667, 0.666667],
      [0, 0.666667],
    ]);
  });
});

describe('length', () => {
  it('is the logarithm of the passage’s, and the sentence’s against what it holds', () => {
    const [first, second] = featuresIn('A summit on gas.| Nothing.', W);
    expect(first?.length).toBeCloseTo(Math.log(6) / 6);
    expect(first?.density).toBeCloseTo(0.7 / (0.25 + (0.75 * 4) / 22) / 2);
    expect(second?.density).toBe(0);
  });

  it('is what it is; so are the score, the title and the place', () => {
    const features = featuresIn('A summit.| Gas.', W);
    expect(only(features, ['score', 'title', 'first'])).toEqual([
      [0.9, 0.4, 1],
      [0.9, 0.4, 0],
    ]);
  });
});

describe('what is expected', () => {
  const M = { members: 1 };
  it.each<[AnswerType, string, readonly FeatureName[]]>([
    ['number', 'It has eight members.', ['number', 'counted']],
    ['number', 'It has 8 new full members.', ['number', 'digits', 'counted']],
    ['number', 'It has eight of the new members.', ['number']],
    ['number', 'It has members, eight in all.', ['number']],
    ['number', 'Members met.', []],
    ['number', 'Eight members.', ['number', 'counted']],
    ['date', 'Members met in June.', ['date']],
    ['date', 'Members met in 2001.', ['date', 'year']],
    ['date', 'Members met eight times.', []],
    ['person', 'Members met Anna.', ['person']],
    ['person', 'Anna met members.', []],
    ['person', 'Today Members met.', []],
    ['place', 'Members met in Tashkent.', ['place']],
    ['place', 'Members met Tashkent.', []],
    ['place', 'Members met in town.', []],
    ['reason', 'Members met because of it.', ['reason']],
    ['reason', 'Members met.', []],
    ['definition', 'Members are termed so.', ['definition']],
    ['definition', 'Members met.', []],
    [null, 'Eight members met Anna in Tashkent in June 2001 because of it, as defined.', []],
  ])('as %j, “%s” has %j', (expected, text, having) => {
    const [features] = featuresIn(text, M, { expected });
    const names = [
      'person',
      'date',
      'year',
      'place',
      'number',
      'digits',
      'counted',
      'reason',
      'definition',
    ] as const;
    expect(names.filter((name) => features?.[name] === 1)).toEqual(
      names.filter((name) => having.includes(name)),
    );
    for (const name of names) expect([0, 1]).toContain(features?.[name]);
  });

  it.each([
    ['It has eight members.', 1],
    ['It has eight new members.', 1],
    ['Its members have eight gas fields.', 0],
    ['Members met.', 0],
  ])('as what is to be counted, “%s”: %i', (text, countedNoun) => {
    const asked = { gas: 1, members: 1 };
    const [features] = featuresIn(text, asked, { expected: 'number', counted: 'members' });
    expect(features?.countedNoun).toBe(countedNoun);
    expect(featuresIn(text, asked, { counted: 'members' })[0]?.countedNoun).toBe(0);
  });

  it('is no word that the question has itself', () => {
    const asked = { members: 1, eight: 1 };
    expect(featuresIn('Eight members.', asked, { expected: 'number' })[0]?.number).toBe(0);
  });
});

describe('a question is read', () => {
  const search = createSearch(
    corpusOf({
      a: 'The member states of the group settled a dispute.',
      b: 'The presidents of states met. The summit was in Samarkand.',
      c: 'A dispute over gas. The presidency changed.',
    }),
  );
  const read = (words: string): Question => {
    const query = { words, phrases: [], without: [], filters: {} };
    return readQuestion(words, search.find(query, howToAsk).resolved, search);
  };
  const term = (word: string): number => search.lexicon.numberOfTerm(termOf(word));

  it('with what each of its words meets', () => {
    const { matches, weights } = read('Which quarrels did a president settle?');
    // The corpus does not have quarrels, and what it does not have comes last.
    expect(weights).toHaveLength(3);
    expect(matches.get(term('presidents'))).toContainEqual({ term: 0, by: termMatch.exact });
    expect(matches.get(term('settled'))).toContainEqual({ term: 1, by: termMatch.exact });
    expect(matches.get(term('dispute'))).toContainEqual({ term: 2, by: termMatch.same });
    expect(matches.has(0)).toBe(false);
  });

  it('with the share that the corpus does not have; a name weighs more than a word', () => {
    /** What stands behind the words that the corpus has. */
    const missing = (words: string, has: number): number => {
      const { weights, total } = read(words);
      return weights.slice(has).reduce((sum, weight) => sum + weight, 0) / total;
    };
    expect(missing('member states', 2)).toBe(0);
    expect(missing('Atlantis', 0)).toBe(1);
    const [word, name] = [missing('states of zzyzx', 1), missing('states of Zzyzx', 1)];
    expect(word).toBeGreaterThan(0.5);
    expect(name).toBeGreaterThan(word);
    expect(name).toBeLessThan(1);
  });

  it('with less weight for a word of many meanings than for one of few that is as rare', () => {
    const [first, second] = read('gas Samarkand').weights;
    expect(search.passagesWith(termOf('gas'))).toBe(search.passagesWith(termOf('samarkand')));
    expect(first).toBeLessThan(second ?? 0);
  });

  it('with its pairs across common words, and its neighbours with them', () => {
    const { pairs, neighbours, words } = read('the states of the group');
    expect([...pairs.keys()]).toEqual([termPair(0, 1)]);
    const number = (word: string): number => search.lexicon.numberOfWord(word);
    expect([...neighbours].sort()).toEqual(
      [
        wordPair(number('the'), number('states')),
        wordPair(number('states'), number('of')),
        wordPair(number('the'), number('group')),
      ].sort(),
    );
    expect(words).toEqual(new Set(['the', 'states', 'of', 'group'].map(number)));
    expect(read('the zzyzx states').neighbours).toEqual(new Set());
  });

  it.each([
    ['How many states met?', 'states'],
    ['The number of the member states', 'member'],
    ['Of the states, how many presidnts met?', 'presidents'],
    ['How many zzyzx states?', 'states'],
    ['Which states met?', ''],
    ['States met how many?', ''],
  ])('with what is to be counted: %s: %j', (asked, counted) => {
    expect(read(asked).counted).toBe(term(counted));
  });

  it('with mistyped words as those that were taken for them', () => {
    const { matches, weights, forms } = read('presidnts');
    expect(weights).toHaveLength(1);
    expect(matches.get(term('presidents'))).toContainEqual({ term: 0, by: termMatch.exact });
    expect(forms).toEqual(new Set([search.lexicon.numberOfWord('presidents')]));
  });

  it('and is nothing without words', () => {
    for (const words of ['', '?', '…']) {
      const question = read(words);
      expect(question.total).toBe(0);
      const [passage] = search.passages({});
      if (passage === undefined) throw new Error('no passage');
      const standing = { score: 1, title: 0 };
      expect(featuresOf(question, search.sequence(passage), search.lexicon, standing)).toEqual([]);
    }
  });
});

describe('whatever the question and the passage', () => {
  const word = fc.constantFrom(
    'SCO',
    'Shanghai',
    'Cooperation',
    'Organization',
    'counter-terrorism',
    'members',
    'member',
    'eight',
    '2001',
    'in',
    'the',
    'It',
    'because',
    'quarrel',
    'dispute',
    'Kazakh',
    'Kazakhstan',
    'invaders',
    'invasion',
    'unheard',
    '😀',
    '…',
  );
  const text = fc
    .array(
      fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((sentences) => sentences.join(' '));
  const asking = fc.constantFrom('Who', 'When', 'Where', 'How many', 'Why', 'What');
  /** Shares and flags are from 0 to 1; these are measures without an upper bound. */
  const measures: readonly FeatureName[] = ['proximity', 'density', 'length'];

  it('the features are finite numbers, and shares from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        asking,
        fc.array(word),
        (texts, start, words) => {
          const named = 'The Shanghai Cooperation Organization (SCO) has members.';
          const search = createSearch(
            corpusOf(Object.fromEntries([named, ...texts].map((each, at) => [`a${at}`, each]))),
          );
          const asked = `${start} ${words.join(' ')}?`;
          const query = { words: asked, phrases: [], without: [], filters: {} };
          const { found, resolved } = search.find(query, howToAsk);
          const question = readQuestion(asked, resolved, search);
          for (const passage of found) {
            const all = featuresOf(question, search.sequence(passage), search.lexicon, {
              score: 1,
              title: 0,
            });
            expect(all).toHaveLength(question.total === 0 ? 0 : passage.paragraph.sentences.length);
            for (const features of all) {
              expect(Object.keys(features).sort()).toEqual([...featureNames].sort());
              for (const name of featureNames) {
                expect(Number.isFinite(features[name]), name).toBe(true);
                expect(features[name], name).toBeGreaterThanOrEqual(0);
                if (!measures.includes(name)) expect(features[name], name).toBeLessThanOrEqual(1 + 1e-9);
              }
            }
          }
        },
      ),
    );
  });
});
