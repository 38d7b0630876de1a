/**
 * `npm run --silent eval:learn -- DIR`: learns the weights of src/answer/weights.ts from the first half of a collection of
 * questions, and prints that file.
 */
import { candidatesFor } from '../../src/answer/answer.ts';
import { confidenceFeatures, scatterOf } from '../../src/answer/confidence.ts';
import { type FeatureName, type Features, featureNames } from '../../src/answer/features.ts';
import { howToAsk } from '../../src/command/ask.ts';
import { createSearch } from '../../src/search/search.ts';
import { print, runProgram } from '../program.ts';
import { partOf, readCollection } from './collection.ts';
import { corpusOf } from './entries.ts';
import { type Group, learnLogistic, learnRanking, type Matrix } from './learning.ts';

/** A sentence that may answer a question. */
interface Example {
  readonly features: Features;
  /** The same for all sentences of a question. */
  readonly scatter: number;
  readonly passageIsRight: boolean;
  readonly sentenceIsRight: boolean;
}

const matrixOf = (rows: readonly (readonly number[])[]): Matrix => ({
  width: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

const flags = (values: readonly boolean[]): Uint8Array => Uint8Array.from(values, (value) => (value ? 1 : 0));

/** Too rare in the collection to be learned ("defined as"): it counts as much as a number where one is asked for. */
const LIKE_ANOTHER: Readonly<Partial<Record<FeatureName, FeatureName>>> = { definition: 'number' };

/** The best of a question's sentences under some weights. */
function best(examples: readonly Example[], weights: Float64Array): Example | null {
  let found: Example | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const example of examples) {
    const score = featureNames.reduce(
      (sum, name, at) => sum + example.features[name] * (weights[at] ?? 0),
      0,
    );
    if (score > highest) [found, highest] = [example, score];
  }
  return found;
}

const written = (name: string, entries: readonly (readonly [string, number])[]): string =>
  `export const ${name} = {\n${entries.map(([key, weight]) => `  ${key}: ${weight.toFixed(2)},\n`).join('')}} as const;\n`;

await runProgram(async () => {
  const directory = process.argv[2] ?? '';
  const collection = partOf(await readCollection(directory), '1/2');
  const search = createSearch(corpusOf(collection.entries));
  const candidates = (text: string) => {
    const query = { words: text, phrases: [], without: [], filters: {} };
    const { found, resolved } = search.find(query, howToAsk);
    return { scatter: scatterOf(found, search), all: candidatesFor(query, found, resolved, search) };
  };
  const asked = collection.queries.map(({ text, judged, answers }): readonly Example[] => {
    const { scatter, all } = candidates(text);
    return all.flatMap(({ found, sentences }) => {
      const passageIsRight = (judged.get(found.article.id) ?? 0) > 0;
      return sentences.map(({ sentence: { start, end }, features }) => ({
        features,
        scatter,
        passageIsRight,
        sentenceIsRight:
          passageIsRight &&
          answers.some((answer) => answer.start >= start && answer.start + answer.text.length <= end),
      }));
    });
  });
  const absent = collection.absent.map(({ text }): readonly Example[] => {
    const { scatter, all } = candidates(text);
    return all.flatMap(({ sentences }) =>
      sentences.map(({ features }) => ({ features, scatter, passageIsRight: false, sentenceIsRight: false })),
    );
  });
  const examples = asked.flat();
  let from = 0;
  const groups = asked.map((each): Group => {
    const group = { from, to: from + each.length };
    from = group.to;
    return group;
  });
  const ranking = learnRanking(
    matrixOf(examples.map(({ features }) => featureNames.map((name) => features[name]))),
    groups,
    [
      flags(examples.map(({ sentenceIsRight }) => sentenceIsRight)),
      flags(examples.map(({ passageIsRight }) => passageIsRight)),
    ],
  );
  const firsts = (of: readonly (readonly Example[])[]): readonly (readonly number[])[] =>
    of.flatMap((each) => {
      const first = best(each, ranking);
      return first === null
        ? []
        : [[...confidenceFeatures.map((name) => first.features[name]), first.scatter]];
    });
  const [answerable, unanswerable] = [firsts(asked), firsts(absent)];
  const { weights, constant } = learnLogistic(
    matrixOf([...answerable, ...unanswerable]),
    flags([...answerable.map(() => true), ...unanswerable.map(() => false)]),
  );
  return print(`/**
 * What each feature weighs, learned from the first half of a collection of questions by
 * \`npm run --silent eval:learn -- ../shared/eval/qa\`, which prints this file. See features.ts for what each means.
 */

/** For the order of answers: of two sentences the one with the higher sum comes first. */
${written(
  'ranking',
  featureNames.map((name) => [name, ranking[featureNames.indexOf(LIKE_ANOTHER[name] ?? name)] ?? 0]),
)}
/** For telling questions that the corpus answers from others: a logistic regression's weights and constant. */
${written('confidence', [...[...confidenceFeatures, 'scatter'].map((name, at) => [name, weights[at] ?? 0] as const), ['constant', constant]])}`);
});
