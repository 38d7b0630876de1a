import { tokens } from '../language/tokens.ts';
import type { ForwardIndex, TermSequence } from './forward-index.ts';
import type { Match } from './passage-index.ts';
import type { PhraseIndex } from './phrase-index.ts';

/** Matches that are reranked after BM25: more than anyone pages through. */
const MOST_RERANKED = 100;

const byScore = (matches: readonly Match[]): readonly Match[] =>
  [...matches].sort((a, b) => b.score - a.score || a.id - b.id);

/** The first matches in the order of their scores with `bonus` added, the others behind them. */
function reranked(matches: readonly Match[], bonus: (match: Match) => number): readonly Match[] {
  const first = matches.slice(0, MOST_RERANKED);
  const raised = first.map((match) => ({ ...match, score: match.score + bonus(match) }));
  return [...byScore(raised), ...matches.slice(MOST_RERANKED)];
}

/** What reranking needs to know of the index. */
export interface RerankContext {
  readonly phrases: PhraseIndex;
  readonly forwardIndex: ForwardIndex;
  /** Whether any passage has the word in that form. */
  hasWord(word: string): boolean;
  /** A term's inverse document frequency. */
  weight(term: string): number;
  readonly passages: number;
}

/** Puts first what has a word in the form typed: for "multilateralism", before what has "multilateral". */
export function byExactForm(
  typed: string,
  matches: readonly Match[],
  exactWeight: number,
  { phrases, hasWord, weight }: RerankContext,
): readonly Match[] {
  const forms = tokens(typed).filter(({ word, term }) => word !== term && hasWord(word));
  if (forms.length === 0 || exactWeight === 0) return matches;
  return reranked(matches, ({ id, terms }) =>
    forms
      .filter(({ word, term }) => terms.includes(term) && phrases.holds(id, word))
      .reduce((sum, { term }) => sum + exactWeight * weight(term), 0),
  );
}

/** Puts first what has more of the terms that were too common to be looked for. */
export function byOtherTerms(
  matches: readonly Match[],
  terms: readonly string[],
  { forwardIndex, weight }: RerankContext,
): readonly Match[] {
  if (terms.length === 0) return matches;
  return reranked(matches, ({ id }) =>
    terms.reduce((sum, term) => sum + (forwardIndex.holds(id, term) ? weight(term) : 0), 0),
  );
}

/** The passages that feedback is taken from, the best ones, and how many of their terms expand the query. */
const FEEDBACK_PASSAGES = 10;
const FEEDBACK_TERMS = 20;
/** Share of the passages: a term that more have tells nothing of their matter. */
const COMMON_SHARE = 0.3;
/** BM25's `k` (how soon further occurrences of a term count little) and `b` (what length counts), as in MiniSearch. */
const K = 1.2;
const B = 0.7;

/** BM25's, of a term that `holders` of all passages have. */
export const inverseDocumentFrequency = (holders: number, passages: number): number =>
  Math.log(1 + (passages - holders + 0.5) / (holders + 0.5));

function countTerms({ terms }: TermSequence): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * Pseudo-relevance feedback: expands the query by the terms that the best matches share, which brings passages on the
 * same matter forward (weights as in RM3: Abdul-Jaleel and others, TREC 2004). It helps keyword searches and hurts
 * questions, which want one sentence.
 *
 * @param feedback what the best shared term counts, against 1 for one of the query's.
 */
export function byRelevanceFeedback(
  matches: readonly Match[],
  feedback: number,
  { forwardIndex, passages }: RerankContext,
): readonly Match[] {
  const examples = matches.slice(0, FEEDBACK_PASSAGES);
  const all = examples.reduce((sum, { score }) => sum + score, 0);
  if (feedback === 0 || examples.length < 2 || all <= 0) return matches;
  const { lexicon, averageLength } = forwardIndex;
  const saturated = (count: number, id: number): number => {
    const length = forwardIndex.of(id).terms.length / averageLength;
    return (count * (K + 1)) / (count + K * (1 - B + B * length));
  };
  const idf = (term: number): number => inverseDocumentFrequency(lexicon.passagesWith(term), passages);
  const shared = new Map<number, number>();
  for (const { id, score } of examples) {
    for (const [term, count] of countTerms(forwardIndex.of(id))) {
      const n = lexicon.passagesWith(term);
      if (n < 2 || n > COMMON_SHARE * passages) continue;
      shared.set(term, (shared.get(term) ?? 0) + (score / all) * saturated(count, id) * idf(term));
    }
  }
  const best = [...shared].sort(([a, x], [b, y]) => y - x || a - b).slice(0, FEEDBACK_TERMS);
  const most = best[0]?.[1] ?? 0;
  if (most === 0) return matches;
  const places = new Map(best.map(([term], at) => [term, at]));
  const counts = new Uint16Array(best.length);
  return reranked(matches, ({ id }) => {
    counts.fill(0);
    for (const term of forwardIndex.of(id).terms) {
      const at = places.get(term);
      if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1;
    }
    return best.reduce((sum, [term, share], at) => {
      const count = counts[at] ?? 0;
      return count === 0 ? sum : sum + feedback * (share / most) * idf(term) * saturated(count, id);
    }, 0);
  });
}
