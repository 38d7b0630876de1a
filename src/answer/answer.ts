import type { Resolved } from '../search/resolve.ts';
import type { Found, Search } from '../search/search.ts';
import { type Token, tokens } from '../search/tokens.ts';
import type { Hit, Query } from '../search/types.ts';
import { expectedBy } from './expected.ts';
import { bestSentence, type RatedSentence } from './sentence.ts';

/** What a question found in the corpus. */
export interface Answered {
  /** Best first, each from another passage; empty when the corpus does not say. */
  readonly hits: readonly Hit[];
  /** The best passage, also where it does not answer; null when nothing matches. */
  readonly nearest: Hit | null;
}

/** A passage as an answer to a question. */
export interface RatedAnswer {
  readonly found: Found;
  readonly sentence: RatedSentence['sentence'];
  /** For ranking: comparable within one question only. */
  readonly score: number;
  /** Signs that the passage is about the question's matter, from 0 to about 1: comparable between questions. */
  readonly confidence: number;
}

/** Passages that are looked at again after BM25, and passages shown. */
const CANDIDATES = 30;
const SHOWN = 3;

/**
 * How much each sign of an answer weighs beside the BM25 score (the best passage's score being 1): the share
 * of the question's weight that the passage holds, the share that one sentence holds, the share of the
 * question's neighbouring words that stand together in the passage, the share of its words that stand
 * there in the form asked ("president", not "presidency"), and that the sentence holds what is expected (a name,
 * a date, a number). Fitted on one half of a question collection, checked on the other.
 */
const WEIGHTS = { passage: 1, sentence: 1, pairs: 0.5, forms: 0.2, expected: 0.3 } as const;

/** What confidence is made of: the share of the question's weight in the passage and in one sentence. */
const SIGNS = { passage: 0.55, sentence: 0.45 } as const;

/** What a name that the corpus does not have weighs against another such word. */
const MISSING_NAME = 2;

/** Below this confidence, the passage is about something else. */
const ENOUGH = 0.5;

/** A further passage is shown while it comes this near to the best one's score and confidence. */
const NEAR_BEST = 0.7;

/** Characters between two words that still stand together. */
const TOGETHER = 12;

/** Neighbouring terms of a text, as `first second`. */
function pairsOf(text: readonly Token[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const sequence = text.filter(({ term }) => wanted.has(term));
  return new Set(
    sequence.slice(1).flatMap((token, at) => {
      const before = sequence[at];
      const near = before !== undefined && token.start - before.end <= TOGETHER;
      return near && before.term !== token.term ? [`${before.term} ${token.term}`] : [];
    }),
  );
}

/** The passages that answer a question, best first, with how sure it is that each is about the same matter. */
export function rateAnswers(
  query: Query,
  found: readonly Found[],
  { terms, missing }: Resolved,
  search: Search,
): readonly RatedAnswer[] {
  const weightOf = (some: readonly string[]): number =>
    some.reduce((sum, term) => sum + search.weight(term), 0);
  // A word that the corpus does not have weighs the most that a word can, and a name twice as much: without
  // ASEAN, the corpus does not say who leads it.
  const lacking = missing.reduce((sum, word) => sum + (/^\p{Lu}/u.test(word) ? MISSING_NAME : 1), 0);
  const total = weightOf(terms) + lacking * search.weight('');
  const top = found[0]?.score ?? 0;
  if (total === 0 || top === 0) return [];
  const wanted = new Set(terms);
  const expected = expectedBy(query.words);
  const order = tokens(query.words).filter(({ term }) => wanted.has(term));
  const pairs = order.slice(1).map(({ term }, at) => `${order[at]?.term} ${term}`);

  const rate = (passage: Found): RatedAnswer => {
    const text = search.termsOf(passage);
    const best = bestSentence(passage, text, wanted, search, { total, expected });
    const together = pairsOf(text, wanted);
    const forms = new Set(text.map(({ word }) => word));
    const passageShare = weightOf(passage.terms) / total;
    const sentenceShare = best.weight / total;
    const paired = pairs.length === 0 ? 0 : pairs.filter((pair) => together.has(pair)).length / pairs.length;
    return {
      found: passage,
      sentence: best.sentence,
      score:
        passage.score / top +
        WEIGHTS.passage * passageShare +
        WEIGHTS.sentence * sentenceShare +
        WEIGHTS.pairs * paired +
        WEIGHTS.forms *
          (order.length === 0 ? 0 : order.filter(({ word }) => forms.has(word)).length / order.length) +
        (best.expected ? WEIGHTS.expected : 0),
      confidence: SIGNS.passage * passageShare + SIGNS.sentence * sentenceShare,
    };
  };
  return found
    .slice(0, CANDIDATES)
    .map(rate)
    .sort((a, b) => b.score - a.score);
}

export function answerQuestion(
  query: Query,
  found: readonly Found[],
  resolved: Resolved,
  search: Search,
): Answered {
  const wanted = new Set(resolved.terms);
  const toHit = ({ found: passage, score, sentence }: RatedAnswer): Hit => ({
    article: passage.article,
    paragraph: passage.paragraph,
    score,
    sentence,
    matches: search.matches(passage, wanted, query.phrases),
  });
  const rated = rateAnswers(query, found, resolved, search);
  const first = rated[0];
  if (first === undefined) return { hits: [], nearest: null };
  if (first.confidence < ENOUGH) return { hits: [], nearest: toHit(first) };
  const hits = rated
    .filter(
      ({ score, confidence }) =>
        confidence >= Math.max(ENOUGH, first.confidence * NEAR_BEST) && score >= first.score * NEAR_BEST,
    )
    .slice(0, SHOWN)
    .map(toHit);
  return { hits, nearest: toHit(first) };
}
