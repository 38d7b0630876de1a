import type { Span } from '../document/types.ts';
import { tokens } from '../language/tokens.ts';
import type { Resolved } from '../search/resolve.ts';
import type { Found, Search } from '../search/search.types.ts';
import type { Hit, Query } from '../search/types.ts';
import { confidenceOf, scatterOf } from './confidence.ts';
import { type Features, featureNames, featuresOf } from './features.ts';
import { isParticular, readQuestion } from './question.ts';
import { distinctAnswers } from './sentence-variants.ts';
import { ranking } from './weights.ts';

/** What a question found in the corpus. */
export interface Answered {
  /** Best first, no two that are variants of each other; empty when the corpus does not say. */
  readonly hits: readonly Hit[];
  /** Whether `hits` are likely to answer the question; else they are on its matter, and may not. */
  readonly sure: boolean;
  /** The best passage, also where it does not answer; null when nothing matches. */
  readonly nearest: Hit | null;
}

/** A passage as an answer to a question. */
export interface RatedAnswer {
  readonly found: Found;
  readonly sentence: Span;
  /** For ranking: comparable within one question only. */
  readonly score: number;
  /** How likely the passage is on the question's matter, from 0 to 1: comparable between questions. */
  readonly confidence: number;
}

/** A passage with the features of each of its sentences as the answer. */
export interface Candidate {
  readonly found: Found;
  readonly sentences: readonly { readonly sentence: Span; readonly features: Features }[];
}

/** Passages that are reranked: on the questions tuned on, twice as many answer no more. */
const MOST_RATED_PASSAGES = 20;
/** Answers that are shown, and those that they are chosen from, since some are variants of others. */
const MOST_ANSWERS = 3;
const MOST_MERGED = 12;

/** The passages that may answer, with the features of their sentences. */
export function candidatesFor(
  query: Query,
  found: readonly Found[],
  resolved: Resolved,
  search: Search,
): readonly Candidate[] {
  const top = found[0]?.score ?? 0;
  const question = readQuestion(query.words, resolved, search);
  if (question.total === 0 || top === 0) return [];
  return found.slice(0, MOST_RATED_PASSAGES).map((passage): Candidate => {
    const title = new Set(tokens(passage.article.title).map(({ term }) => term));
    const held = resolved.terms.reduce((sum, term) => sum + (title.has(term) ? search.weight(term) : 0), 0);
    const known = { score: passage.score / top, title: held / question.total };
    const features = featuresOf(question, search.sequence(passage), search.lexicon, known);
    return {
      found: passage,
      sentences: passage.paragraph.sentences.flatMap((sentence, at) => {
        const own = features[at];
        return own === undefined ? [] : [{ sentence, features: own }];
      }),
    };
  });
}

const scoreOf = (features: Features): number =>
  featureNames.reduce((sum, name) => sum + features[name] * ranking[name], 0);

/** The passages that may answer a question, best first, each with its best sentence. */
export function rateAnswers(
  query: Query,
  found: readonly Found[],
  resolved: Resolved,
  search: Search,
): readonly RatedAnswer[] {
  const scatter = scatterOf(found, search);
  return candidatesFor(query, found, resolved, search)
    .flatMap(({ found: passage, sentences }): RatedAnswer[] => {
      const rated = sentences.map((each) => ({ ...each, score: scoreOf(each.features) }));
      const [first] = rated;
      if (first === undefined) return [];
      const best = rated.reduce((high, each) => (each.score > high.score ? each : high), first);
      return [
        {
          found: passage,
          sentence: best.sentence,
          score: best.score,
          confidence: confidenceOf(best.features, scatter),
        },
      ];
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * Below this confidence a passage is about something else. On questions over the five articles, one first answer in
 * twelve lies below it, and so do two thirds of the questions that have none.
 */
const FEWEST_CONFIDENCE = 0.1;
/** The same where the corpus does not have a name or a number of the question: it must have much of the rest. */
const FEWEST_CONFIDENCE_WITHOUT_NAME = 0.35;
/** From this confidence on a passage most likely answers; below it, it is on the matter and may not. */
const SURE = 0.65;

/**
 * Passages a hundred times less likely than the best one are not shown. By how the weights were learned, a difference
 * of scores is the logarithm of how much more likely one is.
 */
const UNLIKELY = Math.log(100);

/** Answers a question with passages, or with none where the corpus does not say. */
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
    matches: [],
    variants: [],
  });
  const marked = (hit: Hit): Hit => ({ ...hit, matches: search.matches(hit, wanted, query.phrases) });
  const rated = rateAnswers(query, found, resolved, search);
  const first = rated[0];
  if (first === undefined) return { hits: [], sure: false, nearest: null };
  const nearest = marked(toHit(first));
  const lacksName = resolved.missing.some(isParticular);
  if (first.confidence < (lacksName ? FEWEST_CONFIDENCE_WITHOUT_NAME : FEWEST_CONFIDENCE))
    return { hits: [], sure: false, nearest };
  const sure = first.confidence >= SURE && !lacksName;
  const likely = rated.filter(({ score }) => score > first.score - UNLIKELY).slice(0, MOST_MERGED);
  const hits = distinctAnswers(likely.map(toHit), MOST_ANSWERS, search, query).map(marked);
  return { hits, sure, nearest };
}
