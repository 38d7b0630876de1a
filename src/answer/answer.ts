import type { Resolved } from '../search/resolve.ts';
import type { Found, Search } from '../search/search.ts';
import { tokens } from '../search/tokens.ts';
import type { Hit, Query } from '../search/types.ts';
import { bestSentence } from './sentence.ts';

/** What a question found in the corpus. */
export interface Answered {
  /** Best first, each from another passage; empty when the corpus does not say. */
  readonly hits: readonly Hit[];
  /** The best passage, also where it does not answer; null when nothing matches. */
  readonly nearest: Hit | null;
}

/** Passages that are looked at again after BM25, and passages shown. */
const CANDIDATES = 30;
const SHOWN = 3;

/**
 * How much each sign of an answer weighs beside the BM25 score (the best passage's score being 1): the share
 * of the question's weight that the passage holds, the share that one sentence holds, and the share of the
 * question's neighbouring words that stand together in the passage.
 */
const WEIGHTS = { passage: 0.5, sentence: 0.5, pairs: 0.3 } as const;

/** Below this share of the question's weight, the passage is about something else. */
const ENOUGH = 0.5;

/** A further passage is shown while it comes this near to the best one's rating. */
const NEAR_BEST = 0.6;

interface Rated {
  readonly hit: Hit;
  readonly covered: number;
}

export function answerQuestion(
  query: Query,
  found: readonly Found[],
  { terms, missing }: Resolved,
  search: Search,
): Answered {
  const wanted = new Set(terms);
  const total =
    terms.reduce((sum, term) => sum + search.weight(term), 0) +
    missing.reduce((sum, word) => sum + search.weight(`?${word}`), 0);
  const top = found[0]?.score ?? 0;
  if (total === 0 || top === 0) return { hits: [], nearest: null };
  const order = tokens(query.words)
    .map(({ term }) => term)
    .filter((term) => wanted.has(term));
  const pairs = order.slice(1).map((term, at) => `${order[at]} ${term}`);

  const rate = (passage: Found): Rated => {
    const text = search.termsOf(passage);
    const best = bestSentence(passage, text, wanted, search);
    const covered = [...passage.terms].reduce((sum, term) => sum + search.weight(term), 0) / total;
    const sequence = text.filter(({ term }) => wanted.has(term));
    const together = new Set(
      sequence.slice(1).flatMap((token, at) => {
        const before = sequence[at];
        return before !== undefined && token.start - before.end <= 12 ? [`${before.term} ${token.term}`] : [];
      }),
    );
    const paired = pairs.length === 0 ? 0 : pairs.filter((pair) => together.has(pair)).length / pairs.length;
    const score =
      passage.score / top +
      WEIGHTS.passage * covered +
      WEIGHTS.sentence * (best.weight / total) +
      WEIGHTS.pairs * paired;
    const matches = search.matches(passage, wanted, query.phrases);
    return {
      covered,
      hit: {
        article: passage.article,
        paragraph: passage.paragraph,
        score,
        sentence: best.sentence,
        matches,
      },
    };
  };

  const rated = found
    .slice(0, CANDIDATES)
    .map(rate)
    .sort((a, b) => b.hit.score - a.hit.score);
  const first = rated[0];
  if (first === undefined) return { hits: [], nearest: null };
  if (first.covered < ENOUGH) return { hits: [], nearest: first.hit };
  const hits = rated
    .filter(({ hit, covered }) => covered >= ENOUGH * NEAR_BEST && hit.score >= first.hit.score * NEAR_BEST)
    .slice(0, SHOWN)
    .map(({ hit }) => hit);
  return { hits, nearest: first.hit };
}
