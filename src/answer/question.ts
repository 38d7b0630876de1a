import { stopwords } from '../language/stopwords.ts';
import { countMeanings } from '../language/thesaurus.ts';
import { type Token, tokens } from '../language/tokens.ts';
import type { Lexicon } from '../search/forward-index.ts';
import type { RelatedTerms } from '../search/related-terms.ts';
import type { Resolved } from '../search/resolve.ts';
import type { Search } from '../search/search.types.ts';
import { type AnswerType, answerTypeOf } from './answer-type.ts';

/** How a word of a passage can match a term of the question, a bit each. */
export const termMatch = { exact: 1, form: 2, same: 4, near: 8 } as const;

/** A term of the question that a word of a passage matches, and a bit of `termMatch`. */
interface QuestionMatch {
  readonly term: number;
  readonly by: number;
}

/**
 * A question as passages are matched with it. A term of the question is named by its place in `weights`; other words
 * and terms are numbers of the corpus's lexicon.
 */
export interface Question {
  /** What each term of the question weighs, each once. */
  readonly weights: readonly number[];
  /** The weight of all its terms, those that the corpus does not have included. */
  readonly total: number;
  readonly answerType: AnswerType;
  /** In the lexicon, what is to be counted: "members" in "how many members"; 0 for nothing. */
  readonly counted: number;
  /** By term of the lexicon, the terms of the question that it matches. */
  readonly matches: ReadonlyMap<number, readonly QuestionMatch[]>;
  /** Its words in the form asked, common ones included. */
  readonly words: ReadonlySet<number>;
  /** Those of its terms, in the form asked. */
  readonly forms: ReadonlySet<number>;
  /** Neighbouring words, one of them at least no common one, as `wordPair` makes them. */
  readonly neighbours: ReadonlySet<number>;
  /** What pairs of terms weigh that follow each other, common words between them aside, by `termPair`. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** What a missing name weighs against another missing word: a corpus without ASEAN does not say who leads it. */
const MISSING_PARTICULAR = 2;

/**
 * How much less a word weighs for each doubling of its meanings in WordNet. A word of many meanings ("take", "turn")
 * is an ordinary one: whether a small corpus happens to have it says little of what the corpus is about.
 */
const MEANINGS_DISCOUNT = 0.25;

const specificity = (word: string): number =>
  1 / (1 + MEANINGS_DISCOUNT * Math.log2(Math.max(1, countMeanings(word))));

/** Whether a word is a name or a number: with another one, the question would be another. */
export const isParticular = (word: string): boolean => /^[\p{Lu}\d]/u.test(word);

const WIDTH = 2 ** 24;
/** Two terms of a question as one number. A line of 1,000 characters has fewer than 1,000 words. */
export const termPair = (first: number, second: number): number => first * 1000 + second;
/** Two words of the lexicon, numbers below 2^24, as one number. */
export const wordPair = (first: number, second: number): number => first * WIDTH + second;

/** Terms of a question that are expanded by related ones, the rarest first: with more it is a pasted text, and takes long. */
const MOST_EXPANDED = 16;

const NO_RELATED_TERMS: RelatedTerms = { forms: new Set(), same: new Set(), near: new Set() };

/** The words as they were looked for, corrections made. */
function askedWords(text: string, { corrections }: Resolved, search: Search): readonly Token[] {
  const used = new Map(corrections.map((each) => [each.typed, each.used]));
  return search.tokensOf(text).flatMap((token) => {
    const instead = used.get(token.written);
    return instead === undefined ? [token] : tokens(instead, token.start);
  });
}

const COUNTING_QUESTION = /\bhow many\b|\bnumber of\b/iu;

/** The first term of the question behind "how many". */
function countedTerm(
  text: string,
  asked: readonly Token[],
  places: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): number {
  const counting = COUNTING_QUESTION.exec(text);
  if (counting === null) return 0;
  const end = counting.index + counting[0].length;
  const counted = asked.find(({ start, term }) => start >= end && places.has(term));
  return counted === undefined ? 0 : lexicon.numberOfTerm(counted.term);
}

/** Reads a question as what its terms, their neighbours and their related terms are in this corpus. */
export function readQuestion(text: string, resolved: Resolved, search: Search): Question {
  const { lexicon } = search;
  const asked = askedWords(text, resolved, search);
  const weights: number[] = [];
  const matches = new Map<number, QuestionMatch[]>();
  const match = (term: number, by: number): void => {
    const own = { term: weights.length, by };
    const known = matches.get(term);
    if (known === undefined) matches.set(term, [own]);
    else known.push(own);
  };
  const add = (weight: number, related: RelatedTerms): void => {
    for (const term of related.forms) match(term, termMatch.form);
    for (const term of related.same) match(term, termMatch.same);
    for (const term of related.near) match(term, termMatch.near);
    weights.push(weight);
  };
  const places = new Map<string, number>();
  const rarest = [...resolved.terms].sort((a, b) => search.weight(b) - search.weight(a));
  const expanded = new Set(rarest.slice(0, MOST_EXPANDED));
  for (const term of resolved.terms) {
    match(lexicon.numberOfTerm(term), termMatch.exact);
    places.set(term, weights.length);
    const word = asked.find((each) => each.term === term)?.word;
    add(
      search.weight(term) * (word === undefined ? 1 : specificity(word)),
      word === undefined || !expanded.has(term) ? NO_RELATED_TERMS : search.relatedTerms(word),
    );
  }
  for (const [at, word] of resolved.missing.entries()) {
    const token = tokens(word)[0];
    const related =
      token === undefined || at >= MOST_EXPANDED ? NO_RELATED_TERMS : search.relatedTerms(token.word);
    add(
      search.weight('') * (isParticular(word) ? MISSING_PARTICULAR : 1) * specificity(token?.word ?? ''),
      related,
    );
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  const order = asked.flatMap(({ term }) => places.get(term) ?? []);
  const pairs = new Map<number, number>();
  for (const [at, second] of order.entries()) {
    const first = order[at - 1];
    if (first === undefined || first === second) continue;
    pairs.set(termPair(first, second), Math.min(weights[first] ?? 0, weights[second] ?? 0));
  }
  const neighbours = new Set<number>();
  for (const [at, { word }] of asked.entries()) {
    const before = asked[at - 1]?.word;
    if (before === undefined || (stopwords.has(before) && stopwords.has(word))) continue;
    const [first, second] = [lexicon.numberOfWord(before), lexicon.numberOfWord(word)];
    if (first > 0 && second > 0) neighbours.add(wordPair(first, second));
  }
  return {
    weights,
    total,
    answerType: answerTypeOf(text),
    counted: countedTerm(text, asked, places, lexicon),
    matches,
    words: new Set(asked.map(({ word }) => lexicon.numberOfWord(word))),
    forms: new Set(
      asked.filter(({ term }) => places.has(term)).map(({ word }) => lexicon.numberOfWord(word)),
    ),
    neighbours,
    pairs,
  };
}
