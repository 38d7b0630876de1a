import { editDistance } from '../language/edit-distance.ts';
import type { Verb } from './types.ts';

/** In the order in which help lists them. */
export const verbs = [
  'search',
  'ask',
  'quote',
  'open',
  'cite',
  'related',
  'random',
  'sources',
  'digest',
  'help',
] as const satisfies readonly Verb[];

/**
 * The verb that a misspelt one was meant to be: one edit from a short verb, two from a longer one. The first
 * letter is right but for a swap, so that "task" and "research" stay words.
 */
export function nearestVerb(typed: string): Verb | null {
  const word = typed.toLowerCase().slice(0, 20);
  const begins = (verb: string): boolean =>
    verb.charAt(0) === word.charAt(0) || verb.startsWith(`${word.charAt(1)}${word.charAt(0)}`);
  const rated = verbs
    .map((verb) => ({ verb, distance: editDistance(word, verb) }))
    .filter(({ verb, distance }) => begins(verb) && distance <= (verb.length <= 4 ? 1 : 2))
    .sort((a, b) => a.distance - b.distance);
  return rated[0]?.verb ?? null;
}
