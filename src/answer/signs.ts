import type { Lexicon, Reading } from '../search/readings.ts';
import { wordClass } from '../search/word-classes.ts';
import { meets, pairKey, type Question, soughtPair } from './question.ts';

/**
 * What speaks for a sentence as the answer, and for the passage that it stands in. All are from 0 to about 1; a
 * share is one of the weight of the question's words.
 */
export const signNames = [
  /** The passage's BM25 score, the best one's being 1. */
  'score',
  /** Share that the passage holds. */
  'passage',
  /** Share of neighbouring words of the question that stand near each other in the passage. */
  'pairs',
  /** How close to each other the question's words stand in the passage. */
  'proximity',
  /** Words that the passage has in the form asked ("president", not "presidency"). */
  'forms',
  /** Share in the title of the article. */
  'title',
  /** The logarithm of the passage's length: long ones hold many words by chance. */
  'length',
  /** Share that the passage holds in words of the same beginning only. */
  'kindred',
  /** Share that the sentence holds. */
  'sentence',
  /** Share that the sentence holds, each word weighing less the more sentences of the passage have it. */
  'distinct',
  /** Share that the sentence or the one before holds. */
  'window',
  /** Share of the sentence before alone, where this one begins with "he", "it", "these". */
  'reference',
  /** Share that only sentences before hold: what the passage is about by then. */
  'context',
  /** Share that the next sentence holds and this one does not. */
  'next',
  /** Words that the sentence has in the form asked. */
  'sentenceForms',
  /** Neighbouring words of the question, common ones included, that are neighbours in the sentence. */
  'neighbours',
  /** Share that the sentence holds in words of the same beginning, of the same meaning, of near meaning only. */
  'sentenceKindred',
  'sameMeaning',
  'nearMeaning',
  /** The share that the sentence holds against its length: BM25's normalisation. */
  'density',
  /** It is the first of the passage. */
  'first',
  /** The question asks for a person, and there is a name that it does not have. */
  'person',
  /** It asks for a date: there is one; there is a year. */
  'date',
  'year',
  /** It asks for a place, and there is a name behind "in", "near", "to". */
  'place',
  /** It asks for a number: there is one; in digits; before a word of the question; before what is to be counted ("eight members"). */
  'number',
  'digits',
  'counted',
  'countedNoun',
  /** It asks what something is, or why, and there are words that say so. */
  'definition',
  'reason',
] as const;
export type SignName = (typeof signNames)[number];
export type Signs = Readonly<Record<SignName, number>>;

/** Words apart at which two words still stand together, common ones counted. */
const TOGETHER = 3;
/** Words behind a number that it can count: "eight new members". */
const COUNTED = 3;
/** Words at a sentence's beginning that can refer to what was said before. */
const REFERRING = 2;
/** BM25's usual share of length normalisation, and words of a usual sentence. */
const NORMALISED = 0.75;
const USUAL_LENGTH = 22;

/** What a sentence holds of a question. */
interface Held {
  /** By sought, bits of `meets`. */
  readonly met: Uint8Array;
  readonly forms: number;
  readonly neighbours: number;
  readonly refers: boolean;
  readonly words: number;
  /** Bits of `Found`. */
  readonly found: number;
}

const FOUND = {
  name: 1,
  place: 2,
  date: 4,
  year: 8,
  number: 16,
  digits: 32,
  counted: 64,
  reasoning: 256,
  defining: 512,
  countedNoun: 1024,
} as const;

const NONE: readonly never[] = [];

/** The passage with a question before it: what each sentence holds, and how its words stand together. */
function compare(question: Question, { terms, words, capitals, sentences }: Reading, lexicon: Lexicon) {
  const { sought, meetings } = question;
  const pairsMet = new Map<number, number>();
  const nearest = new Map<number, number>();
  const formsMet = new Set<number>();
  /** The last words that were met: [sought, place], for pairs. */
  const recent: [number, number][] = [];
  const isMet = (at: number): boolean =>
    meetings.get(terms[at] ?? 0)?.some(({ how }) => how === meets.exact) ?? false;

  const held: Held[] = [];
  for (let s = 0; s + 1 < sentences.length; s++) {
    const from = sentences[s] ?? 0;
    const to = sentences[s + 1] ?? from;
    const met = new Uint8Array(sought.length);
    const sentenceForms = new Set<number>();
    const neighbours = new Set<number>();
    let refers = false;
    let found = 0;
    let asked = false;
    for (let at = from; at < to; at++) {
      const word = words[at] ?? 0;
      const classes = lexicon.classes(word);
      let exact = false;
      for (const { sought: which, how } of meetings.get(terms[at] ?? 0) ?? NONE) {
        met[which] = (met[which] ?? 0) | how;
        if (how !== meets.exact) continue;
        exact = true;
        for (let back = recent.length - 1; back >= 0 && back >= recent.length - 3; back--) {
          const [other, place] = recent[back] ?? [which, at];
          if (other === which || place === at) continue;
          const distance = at - place;
          const weight = Math.min(sought[other] ?? 0, sought[which] ?? 0);
          const key = soughtPair(Math.min(other, which), Math.max(other, which));
          nearest.set(key, Math.max(nearest.get(key) ?? 0, weight / distance));
          if (back < recent.length - 1 || distance > TOGETHER) continue;
          for (const pair of [soughtPair(other, which), soughtPair(which, other)]) {
            const paired = question.pairs.get(pair);
            if (paired !== undefined) pairsMet.set(pair, paired);
          }
        }
        recent.push([which, at]);
      }
      if (at < from + REFERRING && classes & wordClass.pronoun) refers = true;
      const wasAsked = asked;
      asked = question.words.has(word);
      if (asked) {
        if (question.forms.has(word)) {
          sentenceForms.add(word);
          formsMet.add(word);
        }
        const pair = pairKey(words[at - 1] ?? 0, word);
        if (wasAsked && question.neighbours.has(pair)) neighbours.add(pair);
        continue;
      }
      if (classes & wordClass.date) found |= FOUND.date;
      if (classes & wordClass.year) found |= FOUND.year;
      if (classes & wordClass.digits) found |= FOUND.digits;
      if (classes & wordClass.defining) found |= FOUND.defining;
      if (classes & wordClass.reasoning) found |= FOUND.reasoning;
      if (classes & wordClass.number) {
        found |= FOUND.number;
        for (let next = at + 1; next <= at + COUNTED && next < to; next++) {
          if (isMet(next)) found |= FOUND.counted;
          if (terms[next] === question.counted) found |= FOUND.countedNoun;
        }
      }
      // The first word of a sentence has a capital whatever it is.
      if (!exact && at > from && capitals[at] === 1) {
        found |= FOUND.name;
        if (lexicon.classes(words[at - 1] ?? 0) & wordClass.placing) found |= FOUND.place;
      }
    }
    held.push({
      met,
      forms: sentenceForms.size,
      neighbours: neighbours.size,
      refers,
      words: to - from,
      found,
    });
  }
  const sum = (values: Iterable<number>): number => {
    let all = 0;
    for (const value of values) all += value;
    return all;
  };
  const allPairs = sum(question.pairs.values());
  return {
    held,
    pairs: allPairs === 0 ? 0 : sum(pairsMet.values()) / allPairs,
    proximity: sum(nearest.values()) / question.total,
    forms: question.forms.size === 0 ? 0 : formsMet.size / question.forms.size,
  };
}

const isExact = (met: number | undefined): boolean => ((met ?? 0) & meets.exact) !== 0;
const flag = (wanted: boolean, bits: number, bit: number): number => (wanted && bits & bit ? 1 : 0);

/** What the passage is known by before its sentences are looked at. */
export interface Standing {
  /** Its BM25 score, the best one's being 1. */
  readonly score: number;
  /** Share in its article's title. */
  readonly title: number;
}

/** The signs of each sentence of a passage, in their order. A question without words has none. */
export function signsOf(
  question: Question,
  reading: Reading,
  lexicon: Lexicon,
  standing: Standing,
): readonly Signs[] {
  const { sought, total, expected } = question;
  if (total === 0) return [];
  const { held, pairs, proximity, forms } = compare(question, reading, lexicon);
  const weights = sought.map((weight) => weight / total);
  const sentencesWith = weights.map((_, which) => held.filter(({ met }) => isExact(met[which])).length);
  const inPassage = weights.reduce((sum, weight, which) => sum + (sentencesWith[which] ? weight : 0), 0);
  const kindred = weights.reduce(
    (sum, weight, which) =>
      sum + (!sentencesWith[which] && held.some(({ met }) => (met[which] ?? 0) & meets.form) ? weight : 0),
    0,
  );
  const length = Math.log(1 + reading.terms.length) / 6;
  const many = Math.log(1 + held.length);
  /** What words weigh that not every sentence has. */
  const distinctWeights = weights.map(
    (weight, which) => (weight * Math.log(1 + held.length / Math.max(1, sentencesWith[which] ?? 1))) / many,
  );
  /** Words that a sentence before holds. */
  const said = new Uint8Array(weights.length);

  return held.map((own, at): Signs => {
    const before = held[at - 1]?.met;
    const after = held[at + 1]?.met;
    const shares = { sentence: 0, distinct: 0, window: 0, context: 0, next: 0 };
    const kin = { form: 0, same: 0, near: 0 };
    for (let which = 0; which < weights.length; which++) {
      const weight = weights[which] ?? 0;
      const met = own.met[which] ?? 0;
      if (isExact(met)) {
        shares.sentence += weight;
        shares.window += weight;
        shares.distinct += distinctWeights[which] ?? 0;
        said[which] = 1;
        continue;
      }
      if (isExact(before?.[which])) shares.window += weight;
      if (isExact(after?.[which])) shares.next += weight;
      if (said[which]) shares.context += weight;
      if (met & meets.form) kin.form += weight;
      if (met & meets.same) kin.same += weight;
      if (met & meets.near) kin.near += weight;
    }
    const { found } = own;
    const isNumber = expected === 'number';
    // Written out: with so many keys, spreading takes ten times as long.
    return {
      score: standing.score,
      title: standing.title,
      passage: inPassage,
      pairs,
      proximity,
      forms,
      length,
      kindred,
      sentence: shares.sentence,
      distinct: shares.distinct,
      window: shares.window,
      context: shares.context,
      next: shares.next,
      sentenceKindred: kin.form,
      sameMeaning: kin.same,
      nearMeaning: kin.near,
      reference: own.refers ? shares.window - shares.sentence : 0,
      sentenceForms: question.forms.size === 0 ? 0 : own.forms / question.forms.size,
      neighbours: own.neighbours / Math.max(1, question.neighbours.size),
      density: shares.sentence / (1 - NORMALISED + (NORMALISED * own.words) / USUAL_LENGTH) / 2,
      first: at === 0 ? 1 : 0,
      person: flag(expected === 'person', found, FOUND.name),
      date: flag(expected === 'date', found, FOUND.date),
      year: flag(expected === 'date', found, FOUND.year),
      place: flag(expected === 'place', found, FOUND.place),
      number: flag(isNumber, found, FOUND.number),
      digits: flag(isNumber, found, FOUND.digits),
      counted: flag(isNumber, found, FOUND.counted),
      countedNoun: flag(isNumber, found, FOUND.countedNoun),
      definition: flag(expected === 'definition', found, FOUND.defining),
      reason: flag(expected === 'reason', found, FOUND.reasoning),
    };
  });
}
