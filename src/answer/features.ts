import type { Lexicon, TermSequence } from '../search/forward-index.ts';
import { compare, FOUND } from './compare.ts';
import { meets, type Question } from './question.ts';

/**
 * What speaks for a sentence as the answer, and for the passage that it stands in. All are from 0 to about 1; a
 * share is one of the weight of the question's words.
 */
export const featureNames = [
  /** The passage's BM25 score, the best one's being 1. */
  'score',
  /** Share that the passage holds. */
  'passage',
  /** Share of neighbouring words of the question that stand near each other in the passage. */
  'pairs',
  /** How close to each other the question's words stand in the passage. */
  'proximity',
  /** Words that the passage has in the form asked ("president", not "presidency"). */
  'forms',
  /** Share in the title of the article. */
  'title',
  /** The logarithm of the passage's length: long ones hold many words by chance. */
  'length',
  /** Share that the passage holds in words of the same beginning only. */
  'otherForms',
  /** Share that the sentence holds. */
  'sentence',
  /** Share that the sentence holds, each word weighing less the more sentences of the passage have it. */
  'distinct',
  /** Share that the sentence or the one before holds. */
  'window',
  /** Share of the sentence before alone, where this one begins with "he", "it", "these". */
  'reference',
  /** Share that only sentences before hold: what the passage is about by then. */
  'context',
  /** Share that the next sentence holds and this one does not. */
  'next',
  /** Words that the sentence has in the form asked. */
  'sentenceForms',
  /** Neighbouring words of the question, common ones included, that are neighbours in the sentence. */
  'neighbours',
  /** Share that the sentence holds in words of the same beginning, of the same meaning, of near meaning only. */
  'sentenceOtherForms',
  'sameMeaning',
  'nearMeaning',
  /** The share that the sentence holds against its length: BM25's normalisation. */
  'density',
  /** It is the first of the passage. */
  'first',
  /** The question asks for a person, and there is a name that it does not have. */
  'person',
  /** It asks for a date: there is one; there is a year. */
  'date',
  'year',
  /** It asks for a place, and there is a name behind "in", "near", "to". */
  'place',
  /** It asks for a number: there is one; in digits; before a word of the question; before what is to be counted ("eight members"). */
  'number',
  'digits',
  'counted',
  'countedNoun',
  /** It asks what something is, or why, and there are words that say so. */
  'definition',
  'reason',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** BM25's usual share of length normalisation, and words of a usual sentence. */
const NORMALISED = 0.75;
const USUAL_LENGTH = 22;

const isExact = (met: number | undefined): boolean => ((met ?? 0) & meets.exact) !== 0;
const flag = (wanted: boolean, bits: number, bit: number): number => (wanted && bits & bit ? 1 : 0);

/** What the passage is known by before its sentences are looked at. */
export interface PassageFeatures {
  /** Its BM25 score, the best one's being 1. */
  readonly score: number;
  /** Share in its article's title. */
  readonly title: number;
}

/** The features of each sentence of a passage, in their order. A question without words has none. */
export function featuresOf(
  question: Question,
  reading: TermSequence,
  lexicon: Lexicon,
  standing: PassageFeatures,
): readonly Features[] {
  const { sought, total, expected } = question;
  if (total === 0) return [];
  const { held, pairs, proximity } = compare(question, reading, lexicon);
  const formsMet = new Set(held.flatMap((each) => [...each.forms]));
  const shareOfForms = (met: number): number => (question.forms.size === 0 ? 0 : met / question.forms.size);
  const forms = shareOfForms(formsMet.size);
  const weights = sought.map((weight) => weight / total);
  const sentencesWith = weights.map((_, which) => held.filter(({ met }) => isExact(met[which])).length);
  const inPassage = weights.reduce((sum, weight, which) => sum + (sentencesWith[which] ? weight : 0), 0);
  const otherForms = weights.reduce(
    (sum, weight, which) =>
      sum + (!sentencesWith[which] && held.some(({ met }) => (met[which] ?? 0) & meets.form) ? weight : 0),
    0,
  );
  const length = Math.log(1 + reading.terms.length) / 6;
  const many = Math.log(1 + held.length);
  /** What words weigh that not every sentence has. */
  const distinctWeights = weights.map(
    (weight, which) => (weight * Math.log(1 + held.length / Math.max(1, sentencesWith[which] ?? 1))) / many,
  );
  /** Words that a sentence before holds. */
  const said = new Uint8Array(weights.length);

  return held.map((own, at): Features => {
    const before = held[at - 1]?.met;
    const after = held[at + 1]?.met;
    const shares = { sentence: 0, distinct: 0, window: 0, context: 0, next: 0 };
    const related = { form: 0, same: 0, near: 0 };
    for (let which = 0; which < weights.length; which++) {
      const weight = weights[which] ?? 0;
      const met = own.met[which] ?? 0;
      if (isExact(met)) {
        shares.sentence += weight;
        shares.window += weight;
        shares.distinct += distinctWeights[which] ?? 0;
        said[which] = 1;
        continue;
      }
      if (isExact(before?.[which])) shares.window += weight;
      if (isExact(after?.[which])) shares.next += weight;
      if (said[which]) shares.context += weight;
      if (met & meets.form) related.form += weight;
      if (met & meets.same) related.same += weight;
      if (met & meets.near) related.near += weight;
    }
    const { found } = own;
    const isNumber = expected === 'number';
    // Written out: with so many keys, spreading takes ten times as long.
    return {
      score: standing.score,
      title: standing.title,
      passage: inPassage,
      pairs,
      proximity,
      forms,
      length,
      otherForms,
      sentence: shares.sentence,
      distinct: shares.distinct,
      window: shares.window,
      context: shares.context,
      next: shares.next,
      sentenceOtherForms: related.form,
      sameMeaning: related.same,
      nearMeaning: related.near,
      reference: own.refers ? shares.window - shares.sentence : 0,
      sentenceForms: shareOfForms(own.forms.size),
      neighbours: own.neighbours.size / Math.max(1, question.neighbours.size),
      density: shares.sentence / (1 - NORMALISED + (NORMALISED * own.words) / USUAL_LENGTH) / 2,
      first: at === 0 ? 1 : 0,
      person: flag(expected === 'person', found, FOUND.name),
      date: flag(expected === 'date', found, FOUND.date),
      year: flag(expected === 'date', found, FOUND.year),
      place: flag(expected === 'place', found, FOUND.place),
      number: flag(isNumber, found, FOUND.number),
      digits: flag(isNumber, found, FOUND.digits),
      counted: flag(isNumber, found, FOUND.counted),
      countedNoun: flag(isNumber, found, FOUND.countedNoun),
      definition: flag(expected === 'definition', found, FOUND.defining),
      reason: flag(expected === 'reason', found, FOUND.reasoning),
    };
  });
}
