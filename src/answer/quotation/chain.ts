import { memoise, memoiseByObject } from '../../memoise.ts';
import type { CorpusWords } from './corpus-words.ts';
import { ELLIPSIS, INSERTION } from './quoted-words.ts';
import { matchesAt, SHORT, type SharedRun, sharedRuns } from './shared-runs.ts';

/** Runs of one article that are chained, the longest; of a short quotation all are. */
const MOST_CHAINED = 150;

/** What a word of the quotation between two runs costs, against 1 for a word that matches. */
const COST_OF_QUOTED_WORD = 0.9;
/** What a word of the article there costs. */
const COST_OF_SKIPPED_WORD = 0.1;
/** Words of headings and captions that may stand between two runs besides. */
const MOST_ASIDE_WORDS = 200;

/** Words of the article that an insertion in brackets may stand for. */
export const INSERTED_FOR = 12;

/** Words of the article that a quotation may leave out in one place without an ellipsis. */
const mostSkipped = (said: readonly number[]): number => Math.max(8, said.length);

/** What the gap between two runs costs: words of the quotation from `from` to `to`, and `skipped` words of the article. */
type GapCost = (from: number, to: number, skipped: number) => number;

function gapCosts(said: readonly number[]): GapCost {
  const words = [0];
  const ellipses = [0];
  const insertions = [0];
  for (const [at, number] of said.entries()) {
    words.push((words[at] ?? 0) + (number === ELLIPSIS || number === INSERTION ? 0 : 1));
    ellipses.push((ellipses[at] ?? 0) + (number === ELLIPSIS ? 1 : 0));
    insertions.push((insertions[at] ?? 0) + (number === INSERTION ? 1 : 0));
  }
  const between = (sums: readonly number[], from: number, to: number): number =>
    (sums[to] ?? 0) - (sums[from] ?? 0);
  return (from, to, skipped) => {
    const unsaid = between(words, from, to);
    if (between(ellipses, from, to) > 0) return unsaid * COST_OF_QUOTED_WORD + skipped / 10_000;
    const free = unsaid + (between(insertions, from, to) > 0 ? INSERTED_FOR : 0);
    const more = Math.max(0, skipped - free);
    return more > mostSkipped(said)
      ? Number.POSITIVE_INFINITY
      : unsaid * COST_OF_QUOTED_WORD + more * COST_OF_SKIPPED_WORD;
  };
}

/** What a matching word near a run counts, itself in a run too short to be looked for: it decides between equals. */
const NEIGHBOUR_WEIGHT = 0.005;
/** Words on each side of a run that are looked at for it. */
const NEIGHBOURS = 8;

/** How many words near a run match at their places, or one place off. */
function matchingNeighbours(
  { at, place, length }: SharedRun,
  said: readonly number[],
  { row }: CorpusWords,
): number {
  const matching = (from: number, to: number, shift: number): number => {
    let count = 0;
    for (let n = from; n < to; n++) if (matchesAt(row, place - at + n + shift, said, n)) count++;
    return count;
  };
  const most = (from: number, to: number): number =>
    Math.max(matching(from, to, 0), matching(from, to, -1), matching(from, to, 1));
  return (
    most(Math.max(0, at - NEIGHBOURS), at) +
    most(at + length, Math.min(said.length, at + length + NEIGHBOURS))
  );
}

/**
 * The runs of one article that follow each other in the quotation and in the article, with the most matching words
 * for what lies between. They do not overlap. Kept by the list of runs, which belongs to one quotation.
 */
export const bestChain = memoiseByObject(chainOf);

function chainOf(
  runs: readonly SharedRun[],
  said: readonly number[],
  index: CorpusWords,
): readonly SharedRun[] {
  const chained =
    said.length <= SHORT
      ? runs
      : [...runs].sort((a, b) => b.length - a.length || a.place - b.place).slice(0, MOST_CHAINED);
  const sorted = [...chained].sort((a, b) => a.place - b.place || a.at - b.at);
  const reach = said.includes(ELLIPSIS)
    ? Number.POSITIVE_INFINITY
    : said.length + INSERTED_FOR + mostSkipped(said) + MOST_ASIDE_WORDS;
  // Farther apart in running text, the gap costs more than any chain is worth.
  const reachRunning = reach - MOST_ASIDE_WORDS - (said.includes(INSERTION) ? 0 : INSERTED_FOR);
  const costOf = gapCosts(said);
  const links: {
    run: SharedRun;
    score: number;
    previous: number;
    passage: number;
    running: number;
    isAside: boolean;
    /** A running place that never falls from one link to the next: the difference is the least distance of two links. */
    floor: number;
  }[] = [];
  let best = -1;
  for (const run of sorted) {
    const passage = index.passageAt(run.place);
    const running = index.runningAt(run.place);
    const isAside = index.passages[passage]?.paragraph.kind !== 'body';
    const floor = isAside ? index.runningAt(index.extentOf(passage).start) : running;
    const near = NEIGHBOUR_WEIGHT * matchingNeighbours(run, said, index);
    let link = { run, score: run.length + near, previous: -1, passage, running, isAside, floor };
    for (let n = links.length - 1; n >= 0; n--) {
      const linked = links[n] ?? link;
      const { run: before, score } = linked;
      if (run.place - before.place - before.length > reach || floor - linked.floor > reachRunning) break;
      const overlap = Math.max(
        0,
        before.at + before.length - run.at,
        before.place + before.length - run.place,
      );
      const length = run.length - overlap;
      if (length <= 0 || score + length <= link.score) continue;
      const at = run.at + overlap;
      const place = run.place + overlap;
      const isRunning = linked.passage !== passage && !isAside && !linked.isAside;
      const far = isRunning ? running - linked.running : run.place - before.place;
      const cost = costOf(before.at + before.length, at, Math.max(0, far + overlap - before.length));
      if (score + length - cost > link.score) {
        link = {
          run: { at, place, length },
          score: score + length - cost,
          previous: n,
          passage,
          running: running + overlap,
          isAside,
          floor,
        };
      }
    }
    links.push(link);
    if (best < 0 || link.score > (links[best]?.score ?? 0)) best = links.length - 1;
  }
  const chain: SharedRun[] = [];
  for (let n = best; n >= 0; n = links[n]?.previous ?? -1) {
    const link = links[n];
    if (link !== undefined) chain.unshift(link.run);
  }
  return chain;
}

/** How many words of the quotation a chain has. */
export const chainLength = (chain: readonly SharedRun[]): number =>
  chain.reduce((sum, { length }) => sum + length, 0);

/** Chains of one article that are compared for a short quotation: its words may stand together in several places. */
const MOST_CHAINS = 3;

/** The best chain, and of a short quotation further ones that have half of it. Kept likewise. */
export const chainsIn = memoiseByObject(chainsOf);

function chainsOf(
  runs: readonly SharedRun[],
  said: readonly number[],
  index: CorpusWords,
): readonly (readonly SharedRun[])[] {
  const chains: (readonly SharedRun[])[] = [];
  let left = runs;
  while (left.length > 0 && chains.length < (said.length <= SHORT ? MOST_CHAINS : 1)) {
    const chain = bestChain(left, said, index);
    if (chains.length > 0 && chainLength(chain) < said.length / 2) break;
    chains.push(chain);
    const places = chain.map(({ place, length }) => place + length);
    left = left.filter(({ place, length }) => !places.includes(place + length));
  }
  return chains;
}

/** Articles whose wording is aligned with the quotation. */
const MOST_COMPARED = 12;
/** Articles whose runs are chained for a longer quotation, those that share most with it. */
const MOST_RATED = 40;

/** The runs that each of some articles shares with a quotation. */
type Articles = readonly (readonly SharedRun[])[];

/** Quotations whose articles are kept: many differ only in words that no article has, which are all one here. */
const MOST_QUOTATIONS_KEPT = 50;
const likelyArticlesIn = memoiseByObject((index: CorpusWords) =>
  memoise(
    MOST_QUOTATIONS_KEPT,
    (said: readonly number[]) => articlesWith(said, index),
    (said) => said.join(' '),
  ),
);

/** The runs of each article that has most of the quotation in common with it, most first. */
export const likelyArticles = (said: readonly number[], index: CorpusWords): Articles =>
  likelyArticlesIn(index)(said);

function articlesWith(said: readonly number[], index: CorpusWords): Articles {
  const all = [...sharedRuns(said, index).values()];
  const share = (runs: readonly SharedRun[]): number =>
    runs.reduce((sum, { length }) => sum + length * length, 0);
  const rated =
    said.length <= SHORT || all.length <= MOST_RATED
      ? all
      : all.sort((a, b) => share(b) - share(a)).slice(0, MOST_RATED);
  if (rated.length <= MOST_COMPARED) return rated;
  return rated
    .map((runs) => ({ runs, has: chainLength(bestChain(runs, said, index)) }))
    .sort((a, b) => b.has - a.has)
    .slice(0, MOST_COMPARED)
    .map(({ runs }) => runs);
}
