import type { Corpus } from '../../corpus/types.ts';
import { textOf } from '../../document/passage.ts';
import type { Article, Paragraph, Span } from '../../document/types.ts';
import { admittedArticles } from '../../search/filters.ts';
import type { Filters } from '../../search/types.ts';
import type { Excerpt } from '../types.ts';
import { isProse } from './prose.ts';
import { opensQuoting, quotationsOf } from './quotations.ts';
import { EDITED, wordsOfExcerpt } from './same-words.ts';
import { dependenceOf, isPersonKnown } from './stands-alone.ts';

/** UTF-16 code units of an excerpt, from its first character to its last. */
export const SHORTEST_EXCERPT = 120;
export const LONGEST_EXCERPT = 600;

const lengthOf = ({ start, end }: Span): number => end - start;
const fits = (span: Span): boolean => lengthOf(span) >= SHORTEST_EXCERPT && lengthOf(span) <= LONGEST_EXCERPT;

/** A paragraph with what is asked of each stretch of it. */
class Reader {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly #quotations: ReturnType<typeof quotationsOf>;
  readonly #quotedToTheEnd: boolean;

  constructor(article: Article, paragraph: Paragraph) {
    this.article = article;
    this.paragraph = paragraph;
    this.#quotations = quotationsOf(article, paragraph);
    // A quotation of several paragraphs opens each of them and closes the last alone.
    this.#quotedToTheEnd = opensQuoting(article, article.paragraphs[paragraph.n]);
  }

  text(span: Span): string {
    return textOf(this.article, span);
  }

  /** Whether no quotation is cut by the span, and somebody speaks where it opens with one. */
  quotesWhole(span: Span): boolean {
    const { closed, unclosed, unopened } = this.#quotations;
    const isIn = (at: number): boolean => at >= span.start && at < span.end;
    const isCut = closed.some(
      ({ start, end }) => start < span.end && end > span.start && (start < span.start || end > span.end),
    );
    if (isCut || unclosed.some(isIn) || unopened.some(isIn)) return false;
    if (this.#quotedToTheEnd && unclosed.some((at) => at < span.start)) return false;
    // Words before a closing mark that nothing opened were said by somebody as well.
    if (unopened.some((at) => at >= span.end)) return false;
    const own = closed.filter(({ start }) => isIn(start));
    const outside = own.reduceRight(
      (text, { start, end }) => text.slice(0, start - span.start) + text.slice(end - span.start),
      this.text(span),
    );
    return own.length === 0 || /\p{L}.*\P{L}\p{L}/su.test(outside);
  }

  /** The excerpt that starts with a sentence, and how many sentences it takes. */
  at(index: number): { readonly span: Span; readonly taken: number } | null {
    const { sentences } = this.paragraph;
    const [first, second] = [sentences[index], sentences[index + 1]];
    if (first === undefined) return null;
    if (lengthOf(first) > LONGEST_EXCERPT) return null;
    const said = this.text(first);
    if (!isProse(said) || dependenceOf(said) !== 'alone') return null;
    const isWhole = (span: Span): boolean => fits(span) && this.quotesWhole(span);
    const alone = isWhole(first) && !said.endsWith('?') ? { span: first, taken: 1 } : null;
    if (second === undefined) return alone;
    const next = this.text(second);
    const both = { start: first.start, end: second.end };
    const standing = dependenceOf(next);
    const together =
      isWhole(both) &&
      isProse(next) &&
      !next.endsWith('?') &&
      standing !== 'nowhere' &&
      isPersonKnown(next, said)
        ? { span: both, taken: 2 }
        : null;
    return standing === 'behind' ? (together ?? alone) : (alone ?? together);
  }
}

function excerptsIn(article: Article, paragraph: Paragraph): readonly Excerpt[] {
  const reader = new Reader(article, paragraph);
  const found: Excerpt[] = [];
  for (let index = 0; index < paragraph.sentences.length; ) {
    const excerpt = reader.at(index);
    if (excerpt !== null) found.push({ article, paragraph, ...excerpt.span });
    index += excerpt?.taken ?? 1;
  }
  return found;
}

/** All excerpts of a corpus in a fixed order, and for each the ones before it that say the same. */
interface Cut {
  readonly excerpts: readonly Excerpt[];
  readonly twins: ReadonlyMap<Excerpt, readonly Excerpt[]>;
}

/**
 * Excerpts with a run of words by which others are found: one that more have is a turn of phrase, and a twin of one of
 * the first shares rarer ones with it.
 */
const HOLDERS = 50;

/** Excerpts that are compared at one step of the work: some milliseconds. */
const STEP = 20;

function* twinsOf(excerpts: readonly Excerpt[]): Generator<undefined, Cut['twins']> {
  const holders = new Map<string, Excerpt[]>();
  const twins = new Map<Excerpt, readonly Excerpt[]>();
  for (const [at, excerpt] of excerpts.entries()) {
    if (at % STEP === 0) yield;
    const own = wordsOfExcerpt(excerpt);
    const shared = new Map<Excerpt, number>();
    for (const run of own.runs) {
      const those = holders.get(run);
      if (those === undefined) holders.set(run, [excerpt]);
      else {
        for (const other of those) shared.set(other, (shared.get(other) ?? 0) + 1);
        if (those.length < HOLDERS) those.push(excerpt);
      }
    }
    const same = [...shared].flatMap(([other, runs]) => {
      const size = Math.min(own.runs.size, wordsOfExcerpt(other).runs.size);
      return runs >= EDITED * size ? [other] : [];
    });
    if (same.length > 0) twins.set(excerpt, same);
  }
  return twins;
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

/** What was cut out of a corpus, and what each choice of filters left of it. */
interface Kept {
  readonly work: Generator<undefined, Cut>;
  cut: Cut | null;
  readonly chosen: Map<string, readonly Excerpt[]>;
}

const kept = new WeakMap<Corpus, Kept>();
/** Choices of filters that are kept; full, the memory starts anew. */
const CHOICES = 500;

function keptOf(corpus: Corpus): Kept {
  const known = kept.get(corpus);
  if (known !== undefined) return known;
  const made: Kept = { work: cutting(corpus), cut: null, chosen: new Map() };
  kept.set(corpus, made);
  return made;
}

function goOn(of: Kept): Cut | null {
  if (of.cut !== null) return of.cut;
  const { done, value } = of.work.next();
  if (done === true) of.cut = value;
  return of.cut;
}

function finished(of: Kept): Cut {
  for (;;) {
    const cut = goOn(of);
    if (cut !== null) return cut;
  }
}

/** Does beforehand what `excerptsOf` else does at its first call, and lets others run in between. */
export async function prepareExcerpts(corpus: Corpus, breathe: () => Promise<void>): Promise<void> {
  const own = keptOf(corpus);
  while (goOn(own) === null) await breathe();
}

/**
 * Excerpts of the articles that the filters leave: one or two whole sentences of one paragraph of body text that can
 * be read by themselves, 120 to 600 UTF-16 code units, none overlapping another. Those that say the same as an
 * earlier one, up to a few words, are left out. By article id and place in the text; made of the texts alone, and
 * the same array for the same corpus and filters.
 */
export function excerptsOf(corpus: Corpus, filters: Filters): readonly Excerpt[] {
  const own = keptOf(corpus);
  const { chosen } = own;
  const key = JSON.stringify(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = chosen.get(key);
  if (known !== undefined) return known;
  const { excerpts, twins } = finished(own);
  const { admitted } = admittedArticles([...corpus.articles.values()], filters);
  const left = new Set<Excerpt>();
  for (const excerpt of excerpts) {
    const isAdmitted = admitted === 'all' || admitted.has(excerpt.article.id);
    if (isAdmitted && !twins.get(excerpt)?.some((other) => left.has(other))) left.add(excerpt);
  }
  if (chosen.size >= CHOICES) chosen.clear();
  const made = [...left];
  chosen.set(key, made);
  return made;
}
