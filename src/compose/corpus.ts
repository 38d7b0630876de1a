import { EmptyCorpusError, readCorpus } from '../corpus/read.ts';
import type { Corpus, CorpusFault } from '../corpus/types.ts';
import type { StartFault } from '../fault.ts';

/** The articles, and the files that could not be read; without a single article there is nothing to start. */
export interface Loaded {
  readonly corpus: Corpus | null;
  readonly faults: readonly StartFault[];
}

const named = ({ file, problem, remedy }: CorpusFault): StartFault => ({
  problem: `${file}: ${problem}`,
  remedy,
});

export async function loadCorpus(directory: string): Promise<Loaded> {
  try {
    const corpus = await readCorpus(directory);
    return { corpus, faults: corpus.faults.map(named) };
  } catch (error) {
    if (!(error instanceof EmptyCorpusError)) throw error;
    return { corpus: null, faults: [...error.faults.map(named), error] };
  }
}
