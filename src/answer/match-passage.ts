import { wordClass } from '../language/word-classes.ts';
import type { Lexicon, TermSequence } from '../search/forward-index.ts';
import { type Question, termMatch, termPair, wordPair } from './question.ts';

/** What answers are made of, besides the words of the question, a bit each. */
export const answerCue = {
  name: 1,
  place: 2,
  date: 4,
  year: 8,
  number: 16,
  digits: 32,
  /** A number before a word of the question, and before what is to be counted. */
  counted: 64,
  countedNoun: 128,
  reasoning: 256,
  defining: 512,
} as const;

/** What a sentence has of a question, and of what answers are made of. */
export interface SentenceMatch {
  /** By term of the question, bits of `termMatch`. */
  readonly matched: Uint8Array;
  /** Words of the question in the form asked, and neighbours of it that are neighbours here. */
  readonly forms: ReadonlySet<number>;
  readonly neighbours: ReadonlySet<number>;
  /** Whether it may refer to what was said before. */
  readonly refers: boolean;
  /** How many words it has. */
  readonly words: number;
  /** Bits of `answerCue`. */
  readonly cues: number;
}

/** What a passage has of a question. */
export interface PassageMatch {
  /** In order. */
  readonly sentences: readonly SentenceMatch[];
  /** The share of the question's pairs that stand together in the passage. */
  readonly pairs: number;
  /** What pairs of its words weigh, each divided by how far apart they stand, as a share of the question's weight. */
  readonly proximity: number;
}

/** Words apart at which two words still stand together, common ones counted. */
const TOGETHER_WITHIN = 3;
/** The last matches with which one more is paired. */
const RECENT_MATCHES = 3;

function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}

/** How close to each other the words of a question stand; it is told of each match in a passage, in order. */
class Proximity {
  readonly #question: Question;
  readonly #pairs = new Map<number, number>();
  readonly #nearest = new Map<number, number>();
  #recent: { readonly term: number; readonly at: number }[] = [];

  constructor(question: Question) {
    this.#question = question;
  }

  add(term: number, at: number): void {
    const { weights, pairs } = this.#question;
    for (const [back, before] of this.#recent.toReversed().entries()) {
      const other = before.term;
      const distance = at - before.at;
      // An acronym and the name that it stands for match at one place.
      if (other === term || distance === 0) continue;
      const weight = Math.min(weights[other] ?? 0, weights[term] ?? 0);
      const key = termPair(Math.min(other, term), Math.max(other, term));
      this.#nearest.set(key, Math.max(this.#nearest.get(key) ?? 0, weight / distance));
      if (back > 0 || distance > TOGETHER_WITHIN) continue;
      for (const pair of [termPair(other, term), termPair(term, other)]) {
        const paired = pairs.get(pair);
        if (paired !== undefined) this.#pairs.set(pair, paired);
      }
    }
    this.#recent = [...this.#recent.slice(1 - RECENT_MATCHES), { term, at }];
  }

  get pairs(): number {
    const all = sum(this.#question.pairs.values());
    return all === 0 ? 0 : sum(this.#pairs.values()) / all;
  }

  get proximity(): number {
    return sum(this.#nearest.values()) / this.#question.total;
  }
}

/** The cues that a word is by itself. */
function cuesOf(classes: number): number {
  return (
    (classes & wordClass.date ? answerCue.date : 0) |
    (classes & wordClass.year ? answerCue.year : 0) |
    (classes & wordClass.digits ? answerCue.digits : 0) |
    (classes & wordClass.number ? answerCue.number : 0) |
    (classes & wordClass.defining ? answerCue.defining : 0) |
    (classes & wordClass.reasoning ? answerCue.reasoning : 0)
  );
}

/** Words behind a number that it can count: "eight new members". */
const COUNTED_WITHIN = 3;
/** Words at a sentence's beginning that can refer to what was said before. */
const REFERRING_WORDS = 2;

const NO_MATCHES: readonly never[] = [];

/** Matches a passage with a question: what each sentence has of it, and how close the question's words stand. */
export function matchPassage(question: Question, sequence: TermSequence, lexicon: Lexicon): PassageMatch {
  const { terms, words, capitals, sentences } = sequence;
  const proximity = new Proximity(question);
  const classesAt = (at: number): number => lexicon.classes(words[at] ?? 0);
  const matchesAt = (at: number) => question.matches.get(terms[at] ?? 0) ?? NO_MATCHES;

  /** The cues of what the number at a place counts. */
  const countedBy = (number: number, to: number): number => {
    let cues = 0;
    for (let at = number + 1; at <= number + COUNTED_WITHIN && at < to; at++) {
      if (matchesAt(at).some(({ by }) => by === termMatch.exact)) cues |= answerCue.counted;
      if (terms[at] === question.counted) cues |= answerCue.countedNoun;
    }
    return cues;
  };

  const matchSentence = (from: number, to: number): SentenceMatch => {
    const matched = new Uint8Array(question.weights.length);
    const forms = new Set<number>();
    const neighbours = new Set<number>();
    let refers = false;
    let cues = 0;
    for (let at = from; at < to; at++) {
      const word = words[at] ?? 0;
      const classes = classesAt(at);
      let exact = false;
      for (const { term, by } of matchesAt(at)) {
        matched[term] = (matched[term] ?? 0) | by;
        if (by !== termMatch.exact) continue;
        exact = true;
        proximity.add(term, at);
      }
      if (at < from + REFERRING_WORDS && classes & wordClass.pronoun) refers = true;
      if (question.words.has(word)) {
        if (question.forms.has(word)) forms.add(word);
        const pair = wordPair(words[at - 1] ?? 0, word);
        if (at > from && question.neighbours.has(pair)) neighbours.add(pair);
        continue;
      }
      cues |= cuesOf(classes);
      if (classes & wordClass.number) cues |= countedBy(at, to);
      // The first word of a sentence has a capital whatever it is.
      if (exact || at === from || capitals[at] !== 1) continue;
      cues |= answerCue.name | (classesAt(at - 1) & wordClass.placing ? answerCue.place : 0);
    }
    return { matched, forms, neighbours, refers, words: to - from, cues };
  };

  const matches = Array.from({ length: sentences.length - 1 }, (_, at) =>
    matchSentence(sentences[at] ?? 0, sentences[at + 1] ?? 0),
  );
  return { sentences: matches, pairs: proximity.pairs, proximity: proximity.proximity };
}
