/** What people judged of one query: the grade of each judged entry, by its id; 0 and below is not relevant. */
export type Judgements = ReadonlyMap<string, number>;

/** How well one ranked list, or the mean of several, serves; all from 0 to 1. */
export interface Retrieval {
  /** The share of the relevant entries that stand first, or among the first five: trec_eval's `recall`. */
  readonly r1: number;
  readonly r5: number;
  /** Whether any relevant entry stands there: trec_eval's `success`. With one relevant entry a query, the same. */
  readonly success1: number;
  readonly success5: number;
  /** 1 / the rank of the first relevant entry, 0 below the tenth. */
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly map: number;
}

/** How far down a list is looked at for MAP, as in trec_eval. */
export const DEPTH = 1000;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);

const isRelevant = (grade: number): boolean => grade > 0;

const gradesOf = (ranked: readonly string[], judged: Judgements): readonly number[] =>
  ranked.map((id) => Math.max(0, judged.get(id) ?? 0));

const relevantIn = (judged: Judgements): number => [...judged.values()].filter(isRelevant).length;

/** Discounted cumulative gain with the grade itself as gain: sum of grade / log2(rank + 1), ranks from 1. */
const gain = (grades: readonly number[], depth: number): number =>
  sum(grades.slice(0, depth).map((grade, at) => grade / Math.log2(at + 2)));

/** Gain over that of the best order of all judged entries: trec_eval's `ndcg_cut`, after Järvelin and Kekäläinen 2002. */
function ndcg(grades: readonly number[], judged: Judgements, depth: number): number {
  const best = [...judged.values()].filter(isRelevant).sort((a, b) => b - a);
  return gain(grades, depth) / gain(best, depth);
}

/** The mean of the precision at each relevant entry, 0 for those that are not in the list: trec_eval's `map`. */
function averagePrecision(grades: readonly number[], relevant: number): number {
  let found = 0;
  const precisions = grades.slice(0, DEPTH).map((grade, at) => (isRelevant(grade) ? ++found / (at + 1) : 0));
  return sum(precisions) / relevant;
}

/**
 * @param ranked ids, best first, each once.
 * @param judged with at least one relevant entry, in the list or not. What is not judged is not relevant.
 */
export function retrieval(ranked: readonly string[], judged: Judgements): Retrieval {
  const grades = gradesOf(ranked, judged);
  const relevant = relevantIn(judged);
  const among = (depth: number): number => grades.slice(0, depth).filter(isRelevant).length;
  const first = grades.slice(0, 10).findIndex(isRelevant);
  return {
    r1: among(1) / relevant,
    r5: among(5) / relevant,
    success1: Math.min(1, among(1)),
    success5: Math.min(1, among(5)),
    mrr10: first === -1 ? 0 : 1 / (first + 1),
    ndcg10: ndcg(grades, judged, 10),
    map: averagePrecision(grades, relevant),
  };
}

/** The mean over queries, each counting the same; zeros for none. */
export const meanRetrieval = (each: readonly Retrieval[]): Retrieval => ({
  r1: mean(each.map(({ r1 }) => r1)),
  r5: mean(each.map(({ r5 }) => r5)),
  success1: mean(each.map(({ success1 }) => success1)),
  success5: mean(each.map(({ success5 }) => success5)),
  mrr10: mean(each.map(({ mrr10 }) => mrr10)),
  ndcg10: mean(each.map(({ ndcg10 }) => ndcg10)),
  map: mean(each.map(({ map }) => map)),
});

/** The share of the items for which it holds; 0 for none. */
export const shareOf = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  mean(items.map((item) => (holds(item) ? 1 : 0)));

/**
 * The area under the ROC curve: how often an answerable question is rated above an absent one, a tie counting
 * half (Mann and Whitney's U over the number of pairs). Null where there is none of either.
 */
export function areaUnderCurve(answerable: readonly number[], absent: readonly number[]): number | null {
  if (answerable.length === 0 || absent.length === 0) return null;
  const rank = (over: number, under: number): number => (over > under ? 1 : over === under ? 0.5 : 0);
  const wins = sum(answerable.map((over) => sum(absent.map((under) => rank(over, under)))));
  return wins / (answerable.length * absent.length);
}

/** Percent of the answerable that the threshold for refusing keeps. */
const KEPT = 95;

/**
 * The share of absent questions rated below the highest threshold that keeps at least 95 % of the answerable;
 * who is rated at the threshold itself is kept. Null where there is none of either.
 */
export function refusedAt95(answerable: readonly number[], absent: readonly number[]): number | null {
  if (absent.length === 0) return null;
  const sorted = [...answerable].sort((a, b) => b - a);
  const threshold = sorted[Math.ceil((sorted.length * KEPT) / 100) - 1];
  return threshold === undefined ? null : shareOf(absent, (rated) => rated < threshold);
}
