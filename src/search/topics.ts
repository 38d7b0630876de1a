import type { Passage } from '../document/types.ts';

/** How well articles tell matters apart in a corpus. */
export interface Topics {
  /** The typical `agreement` of the passages most like a given one. */
  readonly typical: number;
  /**
   * By how much passages drawn by chance agree less: near 0 where all articles are on one matter, and 0 for a corpus
   * that is too small to tell.
   */
  readonly separation: number;
}

interface Scored extends Passage {
  readonly score: number;
}

/** Passages whose articles are compared. */
const PASSAGES_COMPARED = 10;

/** The largest share of the first ten passages' scores that one article has; 0 without passages. */
export function agreement(found: readonly Scored[]): number {
  const first = found.slice(0, PASSAGES_COMPARED);
  const byTitle = new Map<string, number>();
  // By the title: parts of one article may lie in several files.
  for (const { article, score } of first) {
    byTitle.set(article.title, (byTitle.get(article.title) ?? 0) + score);
  }
  const all = first.reduce((sum, { score }) => sum + score, 0);
  return all === 0 ? 0 : Math.max(...byTitle.values()) / all;
}

/** Passages that are measured, at even distances. */
const SAMPLED_PASSAGES = 50;
/** Of fewer passages, the ten most like one are a good part. */
const FEWEST_PASSAGES = 100;

/**
 * Measures a corpus's topics.
 *
 * @param like the passages most like a given one, itself left out, best first.
 */
export function measureTopics(
  passages: readonly Passage[],
  like: (passage: Passage) => readonly Scored[],
): Topics {
  if (passages.length < FEWEST_PASSAGES) return { typical: 0, separation: 0 };
  const step = Math.max(1, Math.floor(passages.length / SAMPLED_PASSAGES));
  const examples = passages.filter((_, at) => at % step === 0);
  const agreed = examples.map((passage) => agreement(like(passage)));
  const typical = agreed.reduce((sum, each) => sum + each, 0) / Math.max(1, agreed.length);
  const byChance = examples.map((_, at) =>
    agreement(
      Array.from({ length: PASSAGES_COMPARED }, (_each, n) => {
        const apart = Math.floor((n * passages.length) / PASSAGES_COMPARED);
        return passages[(at * step + apart) % passages.length];
      }).flatMap((passage) => (passage === undefined ? [] : [{ ...passage, score: 1 }])),
    ),
  );
  const chance = byChance.reduce((sum, each) => sum + each, 0) / Math.max(1, byChance.length);
  return { typical, separation: Math.max(0, typical - chance) };
}
