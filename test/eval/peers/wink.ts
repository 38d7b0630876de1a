import bm25 from 'wink-bm25-text-search';
import nlp from 'wink-nlp-utils';
import type { Entry } from '../collection.ts';
import type { Contender } from '../contender.ts';
import { DEPTH } from '../metrics.ts';

/** As its README had it for wink-nlp-utils (3.0.1): the tasks, and the body counting twice the title. */
export function winkOf(entries: readonly Entry[]): Contender {
  const engine = bm25();
  engine.defineConfig({ fldWeights: { title: 1, body: 2 } });
  engine.definePrepTasks([
    nlp.string.lowerCase,
    nlp.string.tokenize0,
    nlp.tokens.removeWords,
    nlp.tokens.stem,
    nlp.tokens.propagateNegations,
  ]);
  for (const [at, { title, text }] of entries.entries()) engine.addDoc({ title, body: text }, at);
  engine.consolidate();
  const rank = (line: string): readonly string[] =>
    engine.search(line, DEPTH).flatMap(([at]) => entries[Number(at)]?.id ?? []);
  return { rank, work: rank };
}
