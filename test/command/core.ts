import type { Core } from '../../src/command/module.ts';
import { commandSpecs } from '../../src/command/table.ts';
import { createLinks } from '../../src/corpus/links.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { createSearch } from '../../src/search/search.ts';
import { noDigest } from '../digest/no-digest.ts';

/** What commands run on, with a digest that nothing may be asked of. */
export const coreOf = (corpus: Corpus, more: Partial<Core> = {}): Core => ({
  corpus,
  search: createSearch(corpus),
  commands: commandSpecs,
  linkTo: createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' }),
  random: () => 0.5,
  digest: noDigest,
  ...more,
});
