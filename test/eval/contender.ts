import { z } from 'zod';
import { summarize } from '../bench/statistics.ts';
import type { Collection, Entry } from './collection.ts';

import { DEPTH, meanRetrieval, type Retrieval, retrieval } from './metrics.ts';
import type { Mode } from './modes.ts';
import { withTypo } from './typo.ts';

/** A search engine with the entries in it. */
export interface Contender {
  /** Ids of entries, best first. */
  rank(line: string): readonly string[];
  /** What is timed: for the desk the whole answer, for others the ranking. */
  work(line: string): unknown;
}

export const contenders = [
  'SCO Desk',
  'MiniSearch',
  'MiniSearch fuzzy, prefix',
  'lunr',
  'wink-bm25-text-search',
  'SQLite FTS5',
] as const;
export type ContenderName = (typeof contenders)[number];

export interface ContenderFigures extends Retrieval {
  readonly name: ContenderName;
  readonly typo: Retrieval;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  readonly buildMs: number;
}

/** What a contender came to: its figures, or why it has none. */
export type ContenderOutcome = ContenderFigures | { readonly name: ContenderName; readonly problem: string };

const measures = {
  r1: z.number(),
  r5: z.number(),
  success1: z.number(),
  success5: z.number(),
  mrr10: z.number(),
  ndcg10: z.number(),
  map: z.number(),
};

export const figuresSchema: z.ZodType<ContenderFigures> = z.object({
  name: z.enum(contenders),
  ...measures,
  typo: z.object(measures),
  medianMs: z.number(),
  p99Ms: z.number(),
  slowestMs: z.number(),
  buildMs: z.number(),
});

type Build = (entries: readonly Entry[]) => Contender;

/** Loads that contender alone, so that none runs beside another's code. */
async function builderOf(name: ContenderName, mode: Mode): Promise<Build> {
  switch (name) {
    case 'SCO Desk': {
      const { deskOf } = await import('./desk.ts');
      return (entries) => {
        const desk = deskOf(entries, mode);
        return { rank: (line) => desk.rank(line).entries, work: desk.answer };
      };
    }
    case 'MiniSearch': {
      const { miniSearchOf } = await import('./peers/minisearch.ts');
      return (entries) => miniSearchOf(entries, {});
    }
    case 'MiniSearch fuzzy, prefix': {
      const { miniSearchOf } = await import('./peers/minisearch.ts');
      return (entries) => miniSearchOf(entries, { fuzzy: 0.2, prefix: true });
    }
    case 'lunr':
      return (await import('./peers/lunr.ts')).lunrOf;
    case 'wink-bm25-text-search':
      return (await import('./peers/wink.ts')).winkOf;
    case 'SQLite FTS5':
      return (await import('./peers/fts5.ts')).fts5Of;
  }
}

/** Builds a contender and puts every query to it: once to warm up and to be scored, then once by the clock. */
export async function contend(
  name: ContenderName,
  { entries, queries }: Collection,
  { mode, seed }: { readonly mode: Mode; readonly seed: number },
): Promise<ContenderFigures> {
  const build = await builderOf(name, mode);
  const started = performance.now();
  const contender = build(entries);
  const buildMs = performance.now() - started;

  const score = (lineOf: (query: Collection['queries'][number]) => string): Retrieval =>
    meanRetrieval(
      queries.map((query) => retrieval(contender.rank(lineOf(query)).slice(0, DEPTH), query.judged)),
    );
  const figures = score(({ text }) => text);
  for (const { text } of queries) contender.work(text);
  const times = queries.map(({ text }) => {
    const start = performance.now();
    contender.work(text);
    return performance.now() - start;
  });
  const { median, p99, slowest } = summarize(times);
  const typo = score(({ text, id }) => withTypo(text, id, seed));
  return { name, ...figures, typo, medianMs: median, p99Ms: p99, slowestMs: slowest, buildMs };
}
