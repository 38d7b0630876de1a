import type { Word } from './passage-index.ts';

/** Optimal string alignment distance: Levenshtein's, with a swap of neighbouring letters as one edit. */
export function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Which letters a word has, one bit for each; letters beyond the bits share some. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}

/** How many bits are set (Hacker's Delight, 5-2). */
function bitsSet(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many letters two words begin with alike. */
export function commonStart(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}

/** How many letters one word has and the other has not, at the least: an edit changes two at most. */
export const lettersApart = (a: string, b: string): number => bitsSet(lettersOf(a) ^ lettersOf(b));

export interface NearWord extends Word {
  readonly distance: number;
}

export interface NearWords {
  /**
   * Words within `edits` insertions, deletions, substitutions and swaps of neighbours, in no order; of those that
   * `admits` lets through, where it is given, which costs less than comparing them.
   */
  within(edits: number, typed: string, admits?: (id: string) => boolean): readonly NearWord[];
}

/**
 * The words by length, each with its letters: an edit changes the length by one at most and adds and takes one
 * letter at most, so that nearly all words are ruled out without a look at their spelling. A line of unknown
 * words costs milliseconds at 30,000 words, where a walk through a prefix tree costs seconds.
 */
export function nearWords(words: readonly Word[]): NearWords {
  const grouped = Map.groupBy(words, ({ id }) => id.length);
  const byLength = new Map(
    [...grouped].map(([length, group]) => {
      const letters = Int32Array.from(group, ({ id }) => lettersOf(id));
      return [length, { words: group, letters }] as const;
    }),
  );
  return {
    within: (edits, typed, admits = () => true) => {
      const letters = lettersOf(typed);
      const found: NearWord[] = [];
      for (let length = typed.length - edits; length <= typed.length + edits; length++) {
        const group = byLength.get(length);
        if (group === undefined) continue;
        for (let at = 0; at < group.letters.length; at++) {
          const word = group.words[at];
          if (word === undefined || bitsSet(letters ^ (group.letters[at] ?? 0)) > 2 * edits) continue;
          if (!admits(word.id)) continue;
          const distance = editDistance(typed, word.id);
          if (distance <= edits) found.push({ ...word, distance });
        }
      }
      return found;
    },
  };
}
