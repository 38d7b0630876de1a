import type { SignName, Signs } from './signs.ts';
import { confidence } from './weights.ts';

/**
 * The signs that tell whether a corpus is about a question's matter at all: how much of the question is there, at
 * most how much in one place, and how much of the rest is there in other words.
 */
export const confidenceSigns = [
  'passage',
  'sentence',
  'window',
  'kindred',
  'sentenceKindred',
  'sameMeaning',
] as const satisfies readonly SignName[];

/** How likely it is that a sentence is on the question's matter, from 0 to 1. */
export function confidenceOf(signs: Signs): number {
  const sum = confidenceSigns.reduce<number>(
    (total, name) => total + signs[name] * confidence[name],
    confidence.constant,
  );
  return 1 / (1 + Math.exp(-sum));
}
