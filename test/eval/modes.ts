import type { Collection } from './collection.ts';

export const modes = ['ask', 'search'] as const;
/** Which of the product's two ways of finding is measured. */
export type Mode = (typeof modes)[number];

/** Questions have answers; what has none is put as a search. */
export const defaultMode = ({ queries }: Collection): Mode =>
  queries.some(({ answers }) => answers.length > 0) ? 'ask' : 'search';
