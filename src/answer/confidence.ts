import type { Found, Search } from '../search/search.types.ts';
import { agreement } from '../search/topics.ts';
import type { FeatureName, Features } from './features.ts';
import { confidence } from './weights.ts';

/**
 * The features that tell whether a corpus is about a question's matter at all: how much of the question is there, how
 * much of it in one place, and how much of the rest in other words.
 */
export const confidenceFeatures = [
  'passage',
  'sentence',
  'window',
  'otherForms',
  'sentenceOtherForms',
  'sameMeaning',
] as const satisfies readonly FeatureName[];

/** A question whose words all stand in one sentence is answered, however scattered its passages are. */
const MOST_SCATTERED = 0.12;

/**
 * How scattered over the articles the passages found are, against passages on one matter in this corpus: a question on
 * something else finds passages from all over, by chance. About 0 where all articles are on one matter.
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
