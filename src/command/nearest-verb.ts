import { didYouMean } from '../language/did-you-mean.ts';

/**
 * The verb that a misspelt one was meant to be. The first letter is right but for a swap, so that "task" and
 * "research" stay words.
 */
export function nearestVerb<V extends string>(typed: string, verbs: readonly V[]): V | null {
  const word = typed.toLowerCase();
  const begins = (verb: string): boolean =>
    verb.charAt(0) === word.charAt(0) || verb.startsWith(`${word.charAt(1)}${word.charAt(0)}`);
  return didYouMean(word, verbs.filter(begins), 'keyword', (verb) => verb)[0] ?? null;
}
