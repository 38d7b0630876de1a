import type { ContenderOutcome } from './contender.ts';
import type { Mode } from './modes.ts';

const NAME = 25;
const NUMBER = 8;
const COLUMNS = ['R@1', 'R@5', 'MRR@10', 'nDCG@10', 'MAP', 'R@1typo', 'median', 'p99', 'build'] as const;

const cells = (name: string, values: readonly string[]): string =>
  `${name.padEnd(NAME)}${values.map((value) => value.padStart(NUMBER)).join('')}`;

export interface Measured {
  readonly mode: Mode;
  readonly queries: number;
  readonly passages: number;
  readonly seed: number;
}

export const heading = ({ mode, queries, passages, seed }: Measured): string =>
  [
    `queries: ${queries}; passages: ${passages}; the desk's mode: ${mode}; typing errors: seed ${seed}; times in ms`,
    cells('', COLUMNS),
  ].join('\n');

export function row(outcome: ContenderOutcome): string {
  if ('problem' in outcome) return `${outcome.name.padEnd(NAME)}  ${outcome.problem}`;
  const { name, typo, medianMs, p99Ms, buildMs, r1, r5, mrr10, ndcg10, map } = outcome;
  const shares = [r1, r5, mrr10, ndcg10, map, typo.r1].map((share) => share.toFixed(3));
  return cells(name, [...shares, medianMs.toFixed(2), p99Ms.toFixed(2), buildMs.toFixed(0)]);
}

export const note = `The desk's time is that of the whole answer, the others' that of their ranking. Only the desk has
sentences and absent questions: npm run eval shows them.`;
