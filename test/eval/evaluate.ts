import type { Answer } from '../../src/command/types.ts';
import { summarize } from '../bench/statistics.ts';
import type { AbsentQuestion, Collection, JudgedQuery } from './collection.ts';
import { deskOf, type EvaluatedDesk, type Ranked } from './desk.ts';
import { heldBytes } from './memory.ts';
import {
  areaUnderCurve,
  DEPTH,
  meanRetrieval,
  type Retrieval,
  refusedAt95,
  retrieval,
  shareOf,
} from './metrics.ts';
import type { Mode } from './modes.ts';
import { answerPlaces, isRight } from './sentences.ts';
import { withTypo } from './typo.ts';

/** A line put to the desk, and what came of it. */
export interface Outcome {
  readonly id: string;
  readonly ranked: Ranked;
  readonly answer: Answer;
}

/** Shares are from 0 to 1; null where the collection or the mode has no such thing. */
export interface Figures extends Retrieval {
  readonly mode: Mode;
  readonly seed: number;
  readonly queries: number;
  readonly passages: number;
  /** Queries left out because nothing is judged relevant to them. */
  readonly unjudged: number;
  /** Queries put as plain words. */
  readonly plainQueries: number;
  /** Queries with answers, which the sentences are scored on. */
  readonly answerable: number;
  /** Answers that do not stand where the collection says. */
  readonly misplacedAnswers: number;
  /** Whether the sentence of the first passage, or one of the first three, is a right one. */
  readonly sentence1: number | null;
  readonly sentence3: number | null;
  readonly absent: number;
  readonly absentAuc: number | null;
  readonly absentRefusedAt95: number | null;
  /** What the product did: share of the queries that it answered, and of these of which it was sure. */
  readonly answered: number | null;
  readonly answeredSure: number | null;
  /** Share of the queries with answers that it answered with a right sentence among those shown. */
  readonly answeredRight: number | null;
  /** Share of the absent questions that it did not answer, and of those that it did of which it was sure. */
  readonly absentRefused: number | null;
  readonly absentSure: number | null;
  /** The same retrieval with one typing error in each query. */
  readonly typo: Retrieval;
  /** Of one query, from the line to the answer's data. */
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  readonly buildMs: number;
  /** What the corpus and its indexes hold after a garbage collection, on the heap and beside it. */
  readonly heapBytes: number;
  /** The whole process at the end. */
  readonly rssBytes: number;
}

export interface Evaluation {
  readonly figures: Figures;
  readonly outcomes: readonly Outcome[];
  readonly absent: readonly Outcome[];
}

interface Settings {
  readonly mode: Mode;
  readonly seed: number;
}

const put = (desk: EvaluatedDesk, { id, text }: AbsentQuestion): Outcome => {
  const ranked = desk.rank(text);
  return {
    id,
    ranked: { ...ranked, entries: ranked.entries.slice(0, DEPTH) },
    answer: desk.answer(text),
  };
};

const score = (queries: readonly JudgedQuery[], outcomes: readonly Outcome[]): Retrieval =>
  meanRetrieval(queries.map(({ judged }, at) => retrieval(outcomes[at]?.ranked.entries ?? [], judged)));

const isAnswered = ({ answer }: Outcome): boolean => answer.kind === 'answer';
const isSure = ({ answer }: Outcome): boolean => answer.kind === 'answer' && answer.sure;
const isRefused = ({ answer }: Outcome): boolean => answer.kind === 'nothing' || answer.kind === 'problem';

function sentenceFigures(
  { entries, queries }: Collection,
  outcomes: readonly Outcome[],
  desk: EvaluatedDesk,
) {
  const texts = new Map(entries.map(({ id, text }) => [id, text]));
  let misplaced = 0;
  const scored = queries.flatMap((query, at) => {
    const outcome = outcomes[at];
    if (query.answers.length === 0 || outcome === undefined) return [];
    const found = answerPlaces(query, texts);
    misplaced += found.misplaced;
    const right = (chosen: Ranked['sentences'][number]): boolean =>
      isRight(chosen, found.places, desk.sentencesOf);
    const { answer, ranked } = outcome;
    const shown = answer.kind === 'answer' ? answer.hits : [];
    return [
      {
        first: ranked.sentences.slice(0, 1).some(right),
        any: ranked.sentences.some(right),
        shown: shown.some(({ article, sentence }) => right({ entry: article.id, ...sentence })),
      },
    ];
  });
  const share = (which: 'first' | 'any' | 'shown'): number | null =>
    scored.length === 0 ? null : shareOf(scored, (each) => each[which]);
  return {
    answerable: scored.length,
    misplacedAnswers: misplaced,
    sentence1: share('first'),
    sentence3: share('any'),
    answeredRight: share('shown'),
  };
}

function confidenceFigures(outcomes: readonly Outcome[], absent: readonly Outcome[]) {
  const confidence = ({ ranked }: Outcome): number => ranked.confidence;
  const [kept, refused] = [outcomes.map(confidence), absent.map(confidence)];
  const over = (some: readonly Outcome[], holds: (outcome: Outcome) => boolean): number | null =>
    some.length === 0 ? null : shareOf(some, holds);
  return {
    absentAuc: areaUnderCurve(kept, refused),
    absentRefusedAt95: refusedAt95(kept, refused),
    answered: over(outcomes, isAnswered),
    answeredSure: over(outcomes.filter(isAnswered), isSure),
    absentRefused: over(absent, isRefused),
    absentSure: over(absent.filter(isAnswered), isSure),
  };
}

const NO_CONFIDENCE = {
  absentAuc: null,
  absentRefusedAt95: null,
  answered: null,
  answeredSure: null,
  absentRefused: null,
  absentSure: null,
} as const;

/**
 * Puts every query, and every absent question to `ask`, to the product's core. Time is that of a second pass
 * over the queries, after all have been answered once, by the monotonic clock.
 */
export function evaluate(collection: Collection, { mode, seed }: Settings): Evaluation {
  const { entries, queries } = collection;
  const before = heldBytes();
  const started = performance.now();
  const desk = deskOf(entries, mode);
  const buildMs = performance.now() - started;
  const heapBytes = heldBytes() - before;

  const outcomes = queries.map((query) => put(desk, query));
  const times = queries.map(({ text }) => {
    const start = performance.now();
    desk.answer(text);
    return performance.now() - start;
  });
  const mistyped = queries.map((query) =>
    put(desk, { ...query, text: withTypo(query.text, query.id, seed) }),
  );
  const absent = mode === 'ask' ? collection.absent.map((question) => put(desk, question)) : [];
  const { median, p99, slowest } = summarize(times);
  const figures: Figures = {
    mode,
    seed,
    queries: queries.length,
    passages: entries.length,
    unjudged: collection.unjudged,
    plainQueries: queries.filter(({ text }) => desk.isPlain(text)).length,
    ...score(queries, outcomes),
    ...(mode === 'ask'
      ? sentenceFigures(collection, outcomes, desk)
      : { answerable: 0, misplacedAnswers: 0, sentence1: null, sentence3: null, answeredRight: null }),
    absent: absent.length,
    ...(mode === 'ask' ? confidenceFigures(outcomes, absent) : NO_CONFIDENCE),
    typo: score(queries, mistyped),
    medianMs: median,
    p99Ms: p99,
    slowestMs: slowest,
    buildMs,
    heapBytes,
    rssBytes: process.memoryUsage.rss(),
  };
  return { figures, outcomes, absent };
}
