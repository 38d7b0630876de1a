import { editsFor } from '../language/did-you-mean.ts';
import { commonStart, editDistance } from '../language/edit-distance.ts';
import { termOf } from '../language/tokens.ts';
import type { NearWords } from './near-words.ts';
import type { VocabularyWord } from './passage-index.ts';
import type { Query } from './types.ts';

/** The words that suggestions are taken from. */
export interface Suggestible {
  readonly words: NearWords;
  /** Words that start so, in any order. */
  startingWith(prefix: string): readonly VocabularyWord[];
}

const MOST_SUGGESTIONS = 3;
const SHORTEST = 4;
const LONGEST = 40;

/** The beginning that two words share before they count as forms of one: letters, and a share of the longer. */
const SHARED_LETTERS = 4;
const SHARED_PART = 2 / 3;

/** A word's consonants, doubled ones once: what stays when its vowels are mistaken. */
const skeleton = (word: string): string => word.replace(/[aeiouy]/g, '').replace(/(.)\1+/gu, '$1');

const isSwapped = (typed: string, id: string): boolean =>
  id.startsWith(`${typed.charAt(1)}${typed.charAt(0)}`);

/** People seldom mistype the first letter, but for a swap. */
const beginsAlike = (typed: string, id: string): boolean =>
  id.length >= SHORTEST && (id.charAt(0) === typed.charAt(0) || isSwapped(typed, id));

/**
 * Whether a word so near in spelling may be meant. A wrong consonant makes another word ("bake", "base"; "inflation",
 * "infection"): only vowels may differ, or a consonant be missing or too many; in a long word one may be wrong.
 */
function isLikely(typed: string, id: string, distance: number): boolean {
  const longer = Math.abs(id.length - typed.length);
  if (distance === 1 && (longer === 1 || isSwapped(typed, id))) return true;
  if ([...typed].sort().join('') === [...id].sort().join('')) return true;
  if (longer > 1 && typed.length < 8) return false;
  const consonants = editDistance(skeleton(typed), skeleton(id));
  return consonants <= (longer === 0 ? (typed.length < 10 ? 0 : 1) : typed.length <= 5 ? 0 : 1);
}

/** Whether one word begins with the other, or both seem to have one stem. */
function isOtherForm(typed: string, id: string): boolean {
  if (id.startsWith(typed)) return typed.length >= SHARED_LETTERS;
  const shared = commonStart(typed, id);
  return shared > SHARED_LETTERS && shared >= SHARED_PART * Math.max(typed.length, id.length);
}

/**
 * At most three words of the corpus that somebody may have meant by a word that it does not have: those spelt
 * nearly so, then those that begin so, the nearest and then the most frequent first. None for a number, and none
 * rather than nonsense.
 *
 * @param typed as `fold` gives it.
 */
export function suggestWords(typed: string, { words, startingWith }: Suggestible): readonly string[] {
  if (typed.length < SHORTEST || typed.length > LONGEST || /\d/.test(typed)) return [];
  const near = words
    .within(editsFor('suggested', typed), typed, (id) => beginsAlike(typed, id))
    .filter(({ id, distance }) => isLikely(typed, id, distance));
  // A shared beginning is at least this long, whichever of the two words is the longer one.
  const start = typed.slice(0, Math.max(SHARED_LETTERS, Math.ceil(typed.length * SHARED_PART)));
  const otherForms = startingWith(start)
    .filter(({ id }) => isOtherForm(typed, id))
    .map((word) => ({ ...word, distance: editDistance(typed, word.id) }));
  const ranked = [...near, ...otherForms]
    .filter(({ id }) => !/\d/.test(id) && termOf(id) !== termOf(typed))
    .sort((a, b) => a.distance - b.distance || b.passages - a.passages || (a.id < b.id ? -1 : 1));
  // One form of a word is enough: a search finds the others with it.
  const byTerm = new Map<string, string>();
  for (const { id } of ranked) if (!byTerm.has(termOf(id))) byTerm.set(termOf(id), id);
  return [...byTerm.values()].slice(0, MOST_SUGGESTIONS);
}

/** The query with one word put for another, wherever it stands. */
export function withWord(query: Query, typed: string, word: string): Query {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${RegExp.escape(typed)}(?![\\p{L}\\p{N}\\p{M}])`, 'giu');
  const replaced = (text: string): string => text.replace(whole, () => word);
  return {
    ...query,
    words: replaced(query.words),
    phrases: query.phrases.map(replaced),
    without: query.without.map(replaced),
  };
}
