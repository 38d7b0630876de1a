import { bitsSet, editDistance, lettersOf } from '../language/edit-distance.ts';
import type { VocabularyWord } from './passage-index.ts';

export interface NearWord extends VocabularyWord {
  readonly distance: number;
}

export interface NearWords {
  /**
   * Words within `edits` insertions, deletions, substitutions and swaps of neighbours, in no order. `admits` rules out
   * others beforehand, which costs less than comparing them.
   */
  within(edits: number, typed: string, admits?: (id: string) => boolean): readonly NearWord[];
}

/**
 * The words by length, each with its set of letters. An edit changes the length by one at most, and adds and takes one
 * letter at most, so that nearly all words are ruled out without comparing their spelling. With 30,000 words, a line of
 * unknown ones costs milliseconds; a walk through a prefix tree costs seconds.
 */
export function nearWords(words: readonly VocabularyWord[]): NearWords {
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
