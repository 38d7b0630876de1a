import { stopwords } from '../language/stopwords.ts';
import { countMeanings } from '../language/thesaurus.ts';
import { type Token, tokens } from '../language/tokens.ts';
import type { Lexicon } from '../search/forward-index.ts';
import type { RelatedTerms } from '../search/related-terms.ts';
import type { Resolved } from '../search/resolve.ts';
import type { Search } from '../search/search.types.ts';
import { type Expected, expectedBy } from './expected.ts';

/** Which way a word of a passage meets a word of the question, a bit each. */
export const meets = { exact: 1, form: 2, same: 4, near: 8 } as const;

/** What a word of a passage meets: which of the sought, and how. */
interface Meeting {
  readonly sought: number;
  readonly how: number;
}

/** A question as the passages are compared with it. Words and terms are numbers of the corpus's lexicon. */
export interface Question {
  /** What each word that is looked for weighs, each once; other fields name them by their places here. */
  readonly sought: readonly number[];
  /** The weight of all its words, those that the corpus does not have included. */
  readonly total: number;
  readonly expected: Expected;
  /** The term of what is to be counted, "members" in "how many members"; 0 for nothing. */
  readonly counted: number;
  /** By term, what a word of that term meets. */
  readonly meetings: ReadonlyMap<number, readonly Meeting[]>;
  /** Its words in the form asked, common ones included. */
  readonly words: ReadonlySet<number>;
  /** Those of the sought that the corpus has in that form. */
  readonly forms: ReadonlySet<number>;
  /** Neighbouring words, one of them at least no common one, as `pairKey` makes them. */
  readonly neighbours: ReadonlySet<number>;
  /** Sought that follow each other, whatever common words stand between, by `soughtPair`, and what the pair weighs. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** What a name that the corpus does not have weighs against another such word: without ASEAN, it does not say who leads it. */
const MISSING_PARTICULAR = 2;

/**
 * How much less a word weighs for each doubling of its meanings in WordNet. A word of many meanings ("take", "turn")
 * is an ordinary one: that a small corpus has it once or never says little of what the corpus is about.
 */
const ORDINARY = 0.25;

const telling = (word: string): number => 1 / (1 + ORDINARY * Math.log2(Math.max(1, countMeanings(word))));

/** A name or a number, without which a question is another one. */
export const isParticular = (word: string): boolean => /^[\p{Lu}\d]/u.test(word);

const WIDTH = 2 ** 24;
/** Two of the sought as one number. A line of 1,000 characters has no 1,000 words. */
export const soughtPair = (first: number, second: number): number => first * 1000 + second;
/** Two numbers below 2^24 as one. */
export const pairKey = (first: number, second: number): number => first * WIDTH + second;

/** Words of a question, the most telling ones, whose related terms are looked for: more is a pasted text, and takes long. */
const EXPANDED = 16;

const NO_RELATED_TERMS: RelatedTerms = { forms: new Set(), same: new Set(), near: new Set() };

/** The words as they were looked for: mistyped ones as the words that were taken for them. */
function askedWords(text: string, { corrections }: Resolved, search: Search): readonly Token[] {
  const used = new Map(corrections.map((each) => [each.typed, each.used]));
  return search.tokensOf(text).flatMap((token) => {
    const instead = used.get(token.written);
    return instead === undefined ? [token] : tokens(instead, token.start);
  });
}

const COUNTING = /\bhow many\b|\bnumber of\b/iu;

/** The first of the sought words behind "how many". */
function countedTerm(
  text: string,
  asked: readonly Token[],
  places: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): number {
  const counting = COUNTING.exec(text);
  if (counting === null) return 0;
  const end = counting.index + counting[0].length;
  const counted = asked.find(({ start, term }) => start >= end && places.has(term));
  return counted === undefined ? 0 : lexicon.numberOfTerm(counted.term);
}

export function readQuestion(text: string, resolved: Resolved, search: Search): Question {
  const { lexicon } = search;
  const asked = askedWords(text, resolved, search);
  const sought: number[] = [];
  const meetings = new Map<number, Meeting[]>();
  const meet = (term: number, how: number): void => {
    const meeting = { sought: sought.length, how };
    const known = meetings.get(term);
    if (known === undefined) meetings.set(term, [meeting]);
    else known.push(meeting);
  };
  const add = (weight: number, related: RelatedTerms): void => {
    for (const term of related.forms) meet(term, meets.form);
    for (const term of related.same) meet(term, meets.same);
    for (const term of related.near) meet(term, meets.near);
    sought.push(weight);
  };
  const places = new Map<string, number>();
  const rarest = [...resolved.terms].sort((a, b) => search.weight(b) - search.weight(a));
  const expanded = new Set(rarest.slice(0, EXPANDED));
  for (const term of resolved.terms) {
    meet(lexicon.numberOfTerm(term), meets.exact);
    places.set(term, sought.length);
    const word = asked.find((each) => each.term === term)?.word;
    add(
      search.weight(term) * (word === undefined ? 1 : telling(word)),
      word === undefined || !expanded.has(term) ? NO_RELATED_TERMS : search.relatedTerms(word),
    );
  }
  for (const [at, word] of resolved.missing.entries()) {
    const token = tokens(word)[0];
    const related =
      token === undefined || at >= EXPANDED ? NO_RELATED_TERMS : search.relatedTerms(token.word);
    add(
      search.weight('') * (isParticular(word) ? MISSING_PARTICULAR : 1) * telling(token?.word ?? ''),
      related,
    );
  }
  const total = sought.reduce((sum, weight) => sum + weight, 0);

  const order = asked.flatMap(({ term }) => places.get(term) ?? []);
  const pairs = new Map<number, number>();
  for (const [at, second] of order.entries()) {
    const first = order[at - 1];
    if (first === undefined || first === second) continue;
    pairs.set(soughtPair(first, second), Math.min(sought[first] ?? 0, sought[second] ?? 0));
  }
  const neighbours = new Set<number>();
  for (const [at, { word }] of asked.entries()) {
    const before = asked[at - 1]?.word;
    if (before === undefined || (stopwords.has(before) && stopwords.has(word))) continue;
    const [first, second] = [lexicon.numberOfWord(before), lexicon.numberOfWord(word)];
    if (first > 0 && second > 0) neighbours.add(pairKey(first, second));
  }
  return {
    sought,
    total,
    expected: expectedBy(text),
    counted: countedTerm(text, asked, places, lexicon),
    meetings,
    words: new Set(asked.map(({ word }) => lexicon.numberOfWord(word))),
    forms: new Set(
      asked.filter(({ term }) => places.has(term)).map(({ word }) => lexicon.numberOfWord(word)),
    ),
    neighbours,
    pairs,
  };
}
