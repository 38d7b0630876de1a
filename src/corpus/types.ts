import type { Article } from '../document/types.ts';

/** The articles of a folder, and what could not be read. */
export interface Corpus {
  /** By id, in alphabetical order. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly faults: readonly CorpusFault[];
}

/** A file that could not be read as an article: one line for people, with what to do about it. */
export interface CorpusFault {
  readonly file: string;
  readonly problem: string;
  readonly remedy: string;
}
