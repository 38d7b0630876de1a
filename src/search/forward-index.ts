import type { Span } from '../document/types.ts';
import type { Token } from '../language/tokens.ts';
import { classesOf } from '../language/word-classes.ts';

/**
 * A passage's tokens as numbers, in the order of their starts. A name that has an acronym is there as its words and as
 * the acronym, a hyphenated word as its parts and as a whole.
 */
export interface TermSequence {
  /** Numbers of terms. */
  readonly terms: Uint32Array;
  /** Numbers of the words, in the form in which they stand. */
  readonly words: Uint32Array;
  /** 1 where a word is written with a capital. */
  readonly capitals: Uint8Array;
  /** The index of each sentence's first token, then the number of all tokens. */
  readonly sentences: Uint32Array;
}

/** The numbers of the corpus's terms and words. 0 is for those that it does not have. */
export interface Lexicon {
  numberOfTerm(term: string): number;
  numberOfWord(word: string): number;
  /** Bits of `wordClass` of a word. */
  classes(word: number): number;
  /** How many passages hold a term. */
  passagesWith(term: number): number;
  /** Terms with the same four first letters, and their numbers; none for a shorter term. */
  beginningAs(term: string): readonly (readonly [term: string, number: number])[];
}

/** The terms of each passage, where an inverted index has the passages of each term. */
export interface ForwardIndex {
  readonly lexicon: Lexicon;
  /** Words of a passage, on average. */
  readonly averageLength: number;
  of(passage: number): TermSequence;
  /** Whether a passage holds a term. */
  holds(passage: number, term: string): boolean;
}

export interface ForwardIndexBuilder extends ForwardIndex {
  /** Reads the next passage. */
  add(words: readonly Token[], sentences: readonly Span[]): void;
}

/** First letters by which terms are grouped: two forms of a word share at least these. */
const GROUPED_BY = 4;

/** See `TermSequence.sentences`. */
function firstsOf(words: readonly Token[], sentences: readonly Span[]): Uint32Array {
  let at = 0;
  const firsts = sentences.map(({ start }) => {
    while (at < words.length && (words[at]?.start ?? 0) < start) at++;
    return at;
  });
  return Uint32Array.from([...firsts, words.length]);
}

/** A passage takes some 1.5 kB: its tokens would take 10, and to read them again 0.2 ms. */
export function createForwardIndex(): ForwardIndexBuilder {
  const terms = new Map<string, number>();
  const words = new Map<string, number>();
  const classes: number[] = [0];
  const holders: number[] = [0];
  const begun = new Map<string, [string, number][]>();
  const all: TermSequence[] = [];
  let length = 0;

  const termNumber = (term: string): number => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    const number = terms.size + 1;
    terms.set(term, number);
    holders.push(0);
    const beginning = term.slice(0, GROUPED_BY);
    if (beginning.length === GROUPED_BY) {
      const others = begun.get(beginning);
      if (others === undefined) begun.set(beginning, [[term, number]]);
      else others.push([term, number]);
    }
    return number;
  };
  const wordNumber = (word: string): number => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const number = words.size + 1;
    words.set(word, number);
    classes.push(classesOf(word));
    return number;
  };

  const of = (passage: number): TermSequence => {
    const sequence = all[passage];
    if (sequence === undefined) throw new RangeError(`No passage ${passage} in the index`);
    return sequence;
  };

  return {
    of,
    holds: (passage, term) => {
      const number = terms.get(term);
      return number !== undefined && of(passage).terms.includes(number);
    },
    add: (tokens, sentences) => {
      const sequence = {
        terms: Uint32Array.from(tokens, ({ term }) => termNumber(term)),
        words: Uint32Array.from(tokens, ({ word }) => wordNumber(word)),
        capitals: Uint8Array.from(tokens, ({ written }) => (/^\p{Lu}/u.test(written) ? 1 : 0)),
        sentences: firstsOf(tokens, sentences),
      };
      for (const term of new Set(sequence.terms)) holders[term] = (holders[term] ?? 0) + 1;
      length += tokens.length;
      all.push(sequence);
    },
    lexicon: {
      numberOfTerm: (term) => terms.get(term) ?? 0,
      numberOfWord: (word) => words.get(word) ?? 0,
      classes: (word) => classes[word] ?? 0,
      passagesWith: (term) => holders[term] ?? 0,
      beginningAs: (term) => begun.get(term.slice(0, GROUPED_BY)) ?? [],
    },
    get averageLength() {
      return length / Math.max(1, all.length);
    },
  };
}
