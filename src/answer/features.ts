import type { Lexicon, TermSequence } from '../search/forward-index.ts';
import { answerCue, matchPassage } from './match-passage.ts';
import { type Question, termMatch } from './question.ts';

/**
 * What speaks for a sentence as the answer, and for the passage that it stands in. All are from 0 to about 1; a
 * share is one of the weight of the question's words.
 */
export const featureNames = [
  /** The passage's BM25 score, the best one's being 1. */
  'score',
  /** Share that the passage holds. */
  'passage',
  /** Share of the question's pairs of neighbours that stand near each other in the passage. */
  'pairs',
  /** How close to each other the question's words stand in the passage. */
  'proximity',
  /** Share of the question's words that the passage has in the form asked ("president", not "presidency"). */
  'forms',
  /** Share in the title of the article. */
  'title',
  /** The logarithm of the passage's length: long ones hold many words by chance. */
  'length',
  /** Share that the passage holds in other forms only ("invaders" for "invasion"). */
  'otherForms',
  /** Share that the sentence holds. */
  'sentence',
  /** The same, a word weighing less the more sentences of the passage have it. */
  'distinct',
  /** Share that the sentence or the one before holds. */
  'window',
  /** Share that only the sentence before holds, where this one refers to it with "he", "it", "these". */
  'reference',
  /** Share that only sentences before hold: what the passage has been about. */
  'context',
  /** Share that the next sentence holds and this one does not. */
  'next',
  /** Share of the question's words that the sentence has in the form asked. */
  'sentenceForms',
  /** Neighbouring words of the question, common ones included, that are neighbours in the sentence. */
  'neighbours',
  /** Share that the sentence holds only in other forms; in words of the same meaning; of near meaning. */
  'sentenceOtherForms',
  'sameMeaning',
  'nearMeaning',
  /** The sentence's share against its length, normalised as in BM25. */
  'density',
  /** The sentence is the first of the passage. */
  'first',
  /** The question asks for a person, and the sentence has a name that the question does not. */
  'person',
  /** It asks for a date: the sentence has one; it has a year. */
  'date',
  'year',
  /** It asks for a place, and the sentence has a name behind "in", "near", "to". */
  'place',
  /** It asks for a number: the sentence has one; in digits; before a word of the question; before what is counted. */
  'number',
  'digits',
  'counted',
  'countedNoun',
  /** It asks what something is, or why, and the sentence has words that say so. */
  'definition',
  'reason',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** BM25's usual `b`, and the words of a usual sentence. */
const LENGTH_NORMALISATION = 0.75;
const USUAL_LENGTH = 22;

const isExact = (matched: number | undefined): boolean => ((matched ?? 0) & termMatch.exact) !== 0;
const flag = (wanted: boolean, bits: number, bit: number): number => (wanted && bits & bit ? 1 : 0);

/** The features of a passage that are known before its sentences are looked at. */
export interface PassageFeatures {
  /** Its BM25 score, the best one's being 1. */
  readonly score: number;
  /** Share in its article's title. */
  readonly title: number;
}

/** The features of each sentence of a passage, in their order. A question without words has none. */
export function featuresOf(
  question: Question,
  sequence: TermSequence,
  lexicon: Lexicon,
  passage: PassageFeatures,
): readonly Features[] {
  const { total, answerType } = question;
  if (total === 0) return [];
  const { sentences, pairs, proximity } = matchPassage(question, sequence, lexicon);
  const formsInPassage = new Set(sentences.flatMap((each) => [...each.forms]));
  const shareOfForms = (count: number): number =>
    question.forms.size === 0 ? 0 : count / question.forms.size;
  const forms = shareOfForms(formsInPassage.size);
  const weights = question.weights.map((weight) => weight / total);
  const sentencesWith = weights.map(
    (_, term) => sentences.filter(({ matched }) => isExact(matched[term])).length,
  );
  const inPassage = weights.reduce((sum, weight, term) => sum + (sentencesWith[term] ? weight : 0), 0);
  const otherForms = weights.reduce(
    (sum, weight, term) =>
      sum +
      (!sentencesWith[term] && sentences.some(({ matched }) => (matched[term] ?? 0) & termMatch.form)
        ? weight
        : 0),
    0,
  );
  const length = Math.log(1 + sequence.terms.length) / 6;
  const many = Math.log(1 + sentences.length);
  /** A term weighs less the more sentences of the passage have it. */
  const distinctWeights = weights.map(
    (weight, term) =>
      (weight * Math.log(1 + sentences.length / Math.max(1, sentencesWith[term] ?? 1))) / many,
  );
  /** Terms that a sentence before holds. */
  const said = new Uint8Array(weights.length);

  return sentences.map((sentence, at): Features => {
    const before = sentences[at - 1]?.matched;
    const after = sentences[at + 1]?.matched;
    const shares = { sentence: 0, distinct: 0, window: 0, context: 0, next: 0 };
    const related = { form: 0, same: 0, near: 0 };
    for (let term = 0; term < weights.length; term++) {
      const weight = weights[term] ?? 0;
      const matched = sentence.matched[term] ?? 0;
      if (isExact(matched)) {
        shares.sentence += weight;
        shares.window += weight;
        shares.distinct += distinctWeights[term] ?? 0;
        said[term] = 1;
        continue;
      }
      if (isExact(before?.[term])) shares.window += weight;
      if (isExact(after?.[term])) shares.next += weight;
      if (said[term]) shares.context += weight;
      if (matched & termMatch.form) related.form += weight;
      if (matched & termMatch.same) related.same += weight;
      if (matched & termMatch.near) related.near += weight;
    }
    const { cues } = sentence;
    const isNumber = answerType === 'number';
    // Written out: with so many keys, spreading takes ten times as long.
    return {
      score: passage.score,
      title: passage.title,
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
      reference: sentence.refers ? shares.window - shares.sentence : 0,
      sentenceForms: shareOfForms(sentence.forms.size),
      neighbours: sentence.neighbours.size / Math.max(1, question.neighbours.size),
      density:
        shares.sentence /
        (1 - LENGTH_NORMALISATION + (LENGTH_NORMALISATION * sentence.words) / USUAL_LENGTH) /
        2,
      first: at === 0 ? 1 : 0,
      person: flag(answerType === 'person', cues, answerCue.name),
      date: flag(answerType === 'date', cues, answerCue.date),
      year: flag(answerType === 'date', cues, answerCue.year),
      place: flag(answerType === 'place', cues, answerCue.place),
      number: flag(isNumber, cues, answerCue.number),
      digits: flag(isNumber, cues, answerCue.digits),
      counted: flag(isNumber, cues, answerCue.counted),
      countedNoun: flag(isNumber, cues, answerCue.countedNoun),
      definition: flag(answerType === 'definition', cues, answerCue.defining),
      reason: flag(answerType === 'reason', cues, answerCue.reasoning),
    };
  });
}
