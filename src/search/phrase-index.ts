import { spelled, type Token, tokens } from '../language/tokens.ts';
import { memoise } from '../memoise.ts';

/** The words of all passages in order, for phrases: MiniSearch does not know where words stand. */
export interface PhraseIndex {
  /** Whether the words of a phrase stand one behind the other in a passage. */
  holds(passage: number, phrase: string): boolean;
}

/** The same phrases are asked of every passage that matches otherwise. */
const MOST_PHRASES_KEPT = 1000;

/** Words are numbers: 20,000 passages take some 25 MB, and a phrase is looked for in all of them in milliseconds. */
export function createPhraseIndex(passages: Iterable<readonly Token[]>): PhraseIndex {
  const numbers = new Map<string, number>();
  const numberIn = (known: Map<string, number>, key: string): number => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  const sequences: Int32Array[] = [];
  for (const words of passages) {
    sequences.push(Int32Array.from(words, ({ word }) => numberIn(numbers, spelled(word))));
  }
  /** The words of a phrase as numbers; null when no passage can hold it. */
  const numbered = memoise(MOST_PHRASES_KEPT, (phrase): readonly number[] | null => {
    const wanted = tokens(phrase).map(({ word }) => numbers.get(spelled(word)) ?? -1);
    return wanted.length === 0 || wanted.includes(-1) ? null : wanted;
  });
  return {
    holds: (passage, phrase) => {
      const wanted = numbered(phrase);
      const sequence = sequences[passage];
      if (wanted === null || sequence === undefined) return false;
      const [first = -1] = wanted;
      for (let at = sequence.indexOf(first); at >= 0; at = sequence.indexOf(first, at + 1)) {
        if (wanted.every((number, ahead) => sequence[at + ahead] === number)) return true;
      }
      return false;
    },
  };
}
