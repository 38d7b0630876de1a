import { wordClass } from '../language/word-classes.ts';
import type { Lexicon, TermSequence } from '../search/forward-index.ts';
import { meets, pairKey, type Question, soughtPair } from './question.ts';

/** What a sentence has besides the words of the question, a bit each. */
export const FOUND = {
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

/** What a sentence holds of a question. */
export interface Held {
  /** By sought, bits of `meets`. */
  readonly met: Uint8Array;
  /** Words of the question in the form asked, and neighbours of it that are neighbours here. */
  readonly forms: ReadonlySet<number>;
  readonly neighbours: ReadonlySet<number>;
  /** Whether it may refer to what was said before. */
  readonly refers: boolean;
  /** How many words it has. */
  readonly words: number;
  /** Bits of `FOUND`. */
  readonly found: number;
}

export interface Compared {
  /** By sentence, in order. */
  readonly held: readonly Held[];
  /** The share of the question's pairs that stand together in the passage. */
  readonly pairs: number;
  /** What pairs of its words weigh, each divided by how far apart they stand, as a share of the question's weight. */
  readonly proximity: number;
}

/** Words apart at which two words still stand together, common ones counted. */
const TOGETHER = 3;
/** The last words that were met with which one more is paired. */
const RECENT = 3;

function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}

/** How close to each other the words of a question stand, told of each as it is met in a passage. */
class Closeness {
  readonly #question: Question;
  readonly #pairs = new Map<number, number>();
  readonly #nearest = new Map<number, number>();
  #recent: { readonly sought: number; readonly at: number }[] = [];

  constructor(question: Question) {
    this.#question = question;
  }

  meet(sought: number, at: number): void {
    const { sought: weights, pairs } = this.#question;
    for (const [back, before] of this.#recent.toReversed().entries()) {
      const other = before.sought;
      const distance = at - before.at;
      // An acronym and the name that it stands for are met at one place.
      if (other === sought || distance === 0) continue;
      const weight = Math.min(weights[other] ?? 0, weights[sought] ?? 0);
      const key = soughtPair(Math.min(other, sought), Math.max(other, sought));
      this.#nearest.set(key, Math.max(this.#nearest.get(key) ?? 0, weight / distance));
      if (back > 0 || distance > TOGETHER) continue;
      for (const pair of [soughtPair(other, sought), soughtPair(sought, other)]) {
        const paired = pairs.get(pair);
        if (paired !== undefined) this.#pairs.set(pair, paired);
      }
    }
    this.#recent = [...this.#recent.slice(1 - RECENT), { sought, at }];
  }

  get pairs(): number {
    const all = sum(this.#question.pairs.values());
    return all === 0 ? 0 : sum(this.#pairs.values()) / all;
  }

  get proximity(): number {
    return sum(this.#nearest.values()) / this.#question.total;
  }
}

/** What a word is by itself, of what answers are made of. */
function foundBy(classes: number): number {
  return (
    (classes & wordClass.date ? FOUND.date : 0) |
    (classes & wordClass.year ? FOUND.year : 0) |
    (classes & wordClass.digits ? FOUND.digits : 0) |
    (classes & wordClass.number ? FOUND.number : 0) |
    (classes & wordClass.defining ? FOUND.defining : 0) |
    (classes & wordClass.reasoning ? FOUND.reasoning : 0)
  );
}

/** Words behind a number that it can count: "eight new members". */
const COUNTED = 3;
/** Words at a sentence's beginning that can refer to what was said before. */
const REFERRING = 2;

const NONE: readonly never[] = [];

/** A passage with a question before it: what each sentence holds, and how close the question's words stand. */
export function compare(question: Question, reading: TermSequence, lexicon: Lexicon): Compared {
  const { terms, words, capitals, sentences } = reading;
  const { meetings } = question;
  const closeness = new Closeness(question);
  const classesAt = (at: number): number => lexicon.classes(words[at] ?? 0);
  const meetingsAt = (at: number) => meetings.get(terms[at] ?? 0) ?? NONE;

  /** What the number at a place counts. */
  const countedBy = (number: number, to: number): number => {
    let found = 0;
    for (let at = number + 1; at <= number + COUNTED && at < to; at++) {
      if (meetingsAt(at).some(({ how }) => how === meets.exact)) found |= FOUND.counted;
      if (terms[at] === question.counted) found |= FOUND.countedNoun;
    }
    return found;
  };

  const heldIn = (from: number, to: number): Held => {
    const met = new Uint8Array(question.sought.length);
    const forms = new Set<number>();
    const neighbours = new Set<number>();
    let refers = false;
    let found = 0;
    for (let at = from; at < to; at++) {
      const word = words[at] ?? 0;
      const classes = classesAt(at);
      let exact = false;
      for (const { sought, how } of meetingsAt(at)) {
        met[sought] = (met[sought] ?? 0) | how;
        if (how !== meets.exact) continue;
        exact = true;
        closeness.meet(sought, at);
      }
      if (at < from + REFERRING && classes & wordClass.pronoun) refers = true;
      if (question.words.has(word)) {
        if (question.forms.has(word)) forms.add(word);
        const pair = pairKey(words[at - 1] ?? 0, word);
        if (at > from && question.neighbours.has(pair)) neighbours.add(pair);
        continue;
      }
      found |= foundBy(classes);
      if (classes & wordClass.number) found |= countedBy(at, to);
      // The first word of a sentence has a capital whatever it is.
      if (exact || at === from || capitals[at] !== 1) continue;
      found |= FOUND.name | (classesAt(at - 1) & wordClass.placing ? FOUND.place : 0);
    }
    return { met, forms, neighbours, refers, words: to - from, found };
  };

  const held = Array.from({ length: sentences.length - 1 }, (_, at) =>
    heldIn(sentences[at] ?? 0, sentences[at + 1] ?? 0),
  );
  return { held, pairs: closeness.pairs, proximity: closeness.proximity };
}
