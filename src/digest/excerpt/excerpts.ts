import type { Corpus } from '../../corpus/types.ts';
import type { Article } from '../../document/types.ts';
import { memoiseByObject } from '../../memoise.ts';
import type { Excerpt } from '../types.ts';
import { excerptsIn } from './cut.ts';
import { type Twins, twinsOf } from './twins.ts';

/** All excerpts of a corpus in a fixed order, and for each the ones before it that say the same. */
interface Cut {
  readonly excerpts: readonly Excerpt[];
  readonly twins: Twins;
}

const byId = (a: Article, b: Article): number => (a.id < b.id ? -1 : 1);

/** The work in steps of some milliseconds each: for thousands of passages it takes seconds. */
function* cutting(corpus: Corpus): Generator<undefined, Cut> {
  const excerpts: Excerpt[] = [];
  for (const article of [...corpus.articles.values()].sort(byId)) {
    for (const paragraph of article.paragraphs) {
      if (paragraph.kind !== 'body' || paragraph.repeats !== null) continue;
      excerpts.push(...excerptsIn(article, paragraph));
      yield;
    }
  }
  return { excerpts, twins: yield* twinsOf(excerpts) };
}

/** Does the next step of a corpus's work. @returns null while there is more to do. */
const stepOf = memoiseByObject((corpus: Corpus) => {
  const work = cutting(corpus);
  let cut: Cut | null = null;
  return (): Cut | null => {
    if (cut === null) {
      const { done, value } = work.next();
      if (done === true) cut = value;
    }
    return cut;
  };
});

/** Does beforehand what `excerptsOf` else does at its first call, and lets others run in between. */
export async function prepareExcerpts(corpus: Corpus, breathe: () => Promise<void>): Promise<void> {
  const step = stepOf(corpus);
  while (step() === null) await breathe();
}

function cutOf(corpus: Corpus): Cut {
  const step = stepOf(corpus);
  for (;;) {
    const cut = step();
    if (cut !== null) return cut;
  }
}

/**
 * Excerpts of a corpus: one or two whole sentences of one paragraph of body text that can be read by themselves, 120 to
 * 600 UTF-16 code units, none overlapping another. Those that say the same as an earlier one, up to a few words, are
 * left out. By article id and place in the text; made of the texts alone.
 *
 * @param admits which articles they may come from: all of them unless told.
 */
export function excerptsOf(
  corpus: Corpus,
  admits: (article: Article) => boolean = () => true,
): readonly Excerpt[] {
  const { excerpts, twins } = cutOf(corpus);
  const left = new Set<Excerpt>();
  for (const excerpt of excerpts) {
    if (admits(excerpt.article) && !twins.get(excerpt)?.some((other) => left.has(other))) left.add(excerpt);
  }
  return [...left];
}
