/**
 * What each sign weighs, learned from the first half of a collection of questions by
 * `node test/eval/learn.ts ../shared/eval/qa`, which prints this file. See signs.ts for what each means.
 */

/** For the order of answers: of two sentences the one with the higher sum comes first. */
export const ranking = {
  score: 3.99,
  passage: -0.35,
  pairs: 0.3,
  proximity: 0.33,
  forms: 1.12,
  title: 2.83,
  length: -7.49,
  kindred: 2.55,
  sentence: 2.55,
  distinct: 3.76,
  window: 1.5,
  reference: 3.21,
  context: 3.9,
  next: 2.04,
  sentenceForms: 2.92,
  neighbours: 1.72,
  sentenceKindred: 1.53,
  sameMeaning: 4.27,
  nearMeaning: 3.47,
  density: 1.65,
  first: 0.66,
  person: 1.31,
  date: 1.8,
  year: 1.14,
  place: 1.39,
  number: 2.02,
  digits: 0.96,
  counted: 1.58,
  definition: 2.02,
  reason: 0.96,
} as const;

/** For telling questions that the corpus answers from others: a logistic regression's weights and constant. */
export const confidence = {
  passage: 8.13,
  sentence: 1.8,
  window: 0.46,
  kindred: 1.37,
  sentenceKindred: 6.11,
  sameMeaning: -0.26,
  constant: -5.66,
} as const;
