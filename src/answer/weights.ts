/**
 * What each feature weighs, learned from the first half of a collection of questions by
 * `npm run --silent eval:learn -- ../shared/eval/qa`, which prints this file. See features.ts for what each means.
 */

/** For the order of answers: of two sentences the one with the higher sum comes first. */
export const ranking = {
  score: 4.07,
  passage: -0.34,
  pairs: 0.24,
  proximity: 0.17,
  forms: 1.15,
  title: 2.85,
  length: -7.5,
  otherForms: 2.53,
  sentence: 2.68,
  distinct: 3.71,
  window: 1.48,
  reference: 3.2,
  context: 3.87,
  next: 2.03,
  sentenceForms: 2.74,
  neighbours: 2.22,
  sentenceOtherForms: 1.59,
  sameMeaning: 4.23,
  nearMeaning: 3.53,
  density: 1.51,
  first: 0.65,
  person: 1.33,
  date: 1.73,
  year: 1.2,
  place: 1.39,
  number: 2.23,
  digits: 0.87,
  counted: 1.23,
  countedNoun: 0.96,
  definition: 2.23,
  reason: 1.0,
} as const;

/** For telling questions that the corpus answers from others: a logistic regression's weights and constant. */
export const confidence = {
  passage: 6.64,
  sentence: 1.83,
  window: 1.46,
  otherForms: 1.71,
  sentenceOtherForms: 6.22,
  sameMeaning: 0.3,
  scatter: -41.07,
  constant: -4.68,
} as const;
