import { memoise, memoiseByObject } from '../../memoise.ts';
import type { CorpusWords } from './corpus-words.ts';
import { ELLIPSIS, INSERTION } from './quoted-words.ts';
import { matchesAt, SHORT, type SharedRun, sharedRuns } from './shared-runs.ts';

/** Stretches of one article that are chained; the longest are the telling ones. Of a short quotation all are. */
const MOST_CHAINED = 150;

/** What a word of the quotation between two stretches costs, against 1 for a word that matches. */
const COST_OF_QUOTED_WORD = 0.9;
/** What a word of the article there costs. */
const COST_OF_SKIPPED_WORD = 0.1;
/** Words of headings and captions that may stand between two stretches besides. */
const MOST_ASIDE_WORDS = 200;

/** Words of the article that an insertion in brackets may stand for. */
export const INSERTED_FOR = 12;

/** Words of the article that a quotation may leave out in one place without saying so. */
const mostSkipped = (said: readonly number[]): number => Math.max(8, said.length);

/** What lies between two stretches costs. `skipped`: words of the article there. */
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

/** What a word near a stretch counts that matches too, in runs too short to be looked for. It decides between equals. */
const NEIGHBOUR_WEIGHT = 0.005;
/** Words on each side that are looked at for it. */
const NEIGHBOURS = 8;

/** How many words on each side of a stretch match at their places, or one place off. */
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
  stretches: readonly SharedRun[],
  said: readonly number[],
  index: CorpusWords,
): readonly SharedRun[] {
  const chained =
    said.length <= SHORT
      ? stretches
      : [...stretches].sort((a, b) => b.length - a.length || a.place - b.place).slice(0, MOST_CHAINED);
  const sorted = [...chained].sort((a, b) => a.place - b.place || a.at - b.at);
  const reach = said.includes(ELLIPSIS)
    ? Number.POSITIVE_INFINITY
    : said.length + INSERTED_FOR + mostSkipped(said) + MOST_ASIDE_WORDS;
  // Beyond, in running text, what lies between costs more than can be.
  const reachRunning = reach - MOST_ASIDE_WORDS - (said.includes(INSERTION) ? 0 : INSERTED_FOR);
  const costOf = gapCosts(said);
  const links: {
    stretch: SharedRun;
    score: number;
    previous: number;
    passage: number;
    running: number;
    isAside: boolean;
    /** Never falls from one link to the next; two are at least as far from each other as it says. */
    floor: number;
  }[] = [];
  let best = -1;
  for (const stretch of sorted) {
    const passage = index.passageAt(stretch.place);
    const running = index.runningAt(stretch.place);
    const isAside = index.passages[passage]?.paragraph.kind !== 'body';
    const floor = isAside ? index.runningAt(index.extentOf(passage).start) : running;
    const near = NEIGHBOUR_WEIGHT * matchingNeighbours(stretch, said, index);
    let link = { stretch, score: stretch.length + near, previous: -1, passage, running, isAside, floor };
    for (let n = links.length - 1; n >= 0; n--) {
      const linked = links[n] ?? link;
      const { stretch: before, score } = linked;
      if (stretch.place - before.place - before.length > reach || floor - linked.floor > reachRunning) break;
      const overlap = Math.max(
        0,
        before.at + before.length - stretch.at,
        before.place + before.length - stretch.place,
      );
      const length = stretch.length - overlap;
      if (length <= 0 || score + length <= link.score) continue;
      const at = stretch.at + overlap;
      const place = stretch.place + overlap;
      const isRunning = linked.passage !== passage && !isAside && !linked.isAside;
      const far = isRunning ? running - linked.running : stretch.place - before.place;
      const cost = costOf(before.at + before.length, at, Math.max(0, far + overlap - before.length));
      if (score + length - cost > link.score) {
        link = {
          stretch: { at, place, length },
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
    if (link !== undefined) chain.unshift(link.stretch);
  }
  return chain;
}

/** The words of the quotation that a chain has. */
export const chainLength = (chain: readonly SharedRun[]): number =>
  chain.reduce((sum, { length }) => sum + length, 0);

/** Chains that are compared of a short quotation in one article: its words stand together in more than one place. */
const MOST_CHAINS = 3;

/** The best chain, and of a short quotation further ones that have half of it. Kept likewise. */
export const chainsIn = memoiseByObject(chainsOf);

function chainsOf(
  stretches: readonly SharedRun[],
  said: readonly number[],
  index: CorpusWords,
): readonly (readonly SharedRun[])[] {
  const chains: (readonly SharedRun[])[] = [];
  let left = stretches;
  while (left.length > 0 && chains.length < (said.length <= SHORT ? MOST_CHAINS : 1)) {
    const chain = bestChain(left, said, index);
    if (chains.length > 0 && chainLength(chain) < said.length / 2) break;
    chains.push(chain);
    const places = chain.map(({ place, length }) => place + length);
    left = left.filter(({ place, length }) => !places.includes(place + length));
  }
  return chains;
}

/** Articles whose wording is looked at closely where not all have the quotation as it is. */
const MOST_COMPARED = 12;
/** Articles whose stretches are chained, of those that share most with a longer quotation. */
const MOST_RATED = 40;

type Articles = readonly (readonly SharedRun[])[];

/** Quotations whose articles are kept: texts repeat what differs only in words that no article has. */
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
  const share = (stretches: readonly SharedRun[]): number =>
    stretches.reduce((sum, { length }) => sum + length * length, 0);
  const rated =
    said.length <= SHORT || all.length <= MOST_RATED
      ? all
      : all.sort((a, b) => share(b) - share(a)).slice(0, MOST_RATED);
  if (rated.length <= MOST_COMPARED) return rated;
  return rated
    .map((stretches) => ({ stretches, has: chainLength(bestChain(stretches, said, index)) }))
    .sort((a, b) => b.has - a.has)
    .slice(0, MOST_COMPARED)
    .map(({ stretches }) => stretches);
}
