import type { Found, Search } from '../search/search.types.ts';
import { agreement } from '../search/topics.ts';
import type { FeatureName, Features } from './features.ts';
import { confidence } from './weights.ts';

/**
 * The features that tell whether a corpus is about a question's matter at all: how much of the question is there, at
 * most how much in one place, and how much of the rest is there in other words.
 */
export const confidenceFeatures = [
  'passage',
  'sentence',
  'window',
  'otherForms',
  'sentenceOtherForms',
  'sameMeaning',
] as const satisfies readonly FeatureName[];

/** However far apart its passages are, a question whose words all stand in one sentence is answered. */
const MOST_SCATTERED = 0.12;

/**
 * By how much less the passages found agree in one article than passages on one matter do in this corpus: those that
 * a question on something else finds by chance are from all over. About 0 where all articles are of one matter.
 */
export function scatterOf(found: readonly Found[], search: Search): number {
  const { typical, separation } = search.topics;
  return Math.min(MOST_SCATTERED, Math.max(0, typical - agreement(found)) * separation);
}

/** How likely it is that a sentence is on the question's matter, from 0 to 1. */
export function confidenceOf(features: Features, scatter: number): number {
  const sum = confidenceFeatures.reduce<number>(
    (total, name) => total + features[name] * confidence[name],
    confidence.constant + scatter * confidence.scatter,
  );
  return 1 / (1 + Math.exp(-sum));
}
