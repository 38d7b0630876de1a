import { textOf } from '../../document/passage.ts';
import type { Article, Paragraph, Span } from '../../document/types.ts';
import type { Excerpt } from '../types.ts';
import { isProse } from './prose.ts';
import { opensQuoting, quotationsOf } from './quotations.ts';
import { dependenceOf, isPersonKnown } from './stands-alone.ts';

/** UTF-16 code units of an excerpt, from its first character to its last. */
export const SHORTEST_EXCERPT = 120;
export const LONGEST_EXCERPT = 600;

const lengthOf = ({ start, end }: Span): number => end - start;
const fits = (span: Span): boolean => lengthOf(span) >= SHORTEST_EXCERPT && lengthOf(span) <= LONGEST_EXCERPT;

/** A paragraph, and which stretches of it can be read by themselves. */
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

/** The excerpts of a paragraph, in its order. */
export function excerptsIn(article: Article, paragraph: Paragraph): readonly Excerpt[] {
  const reader = new Reader(article, paragraph);
  const found: Excerpt[] = [];
  for (let index = 0; index < paragraph.sentences.length; ) {
    const excerpt = reader.at(index);
    if (excerpt !== null) found.push({ article, paragraph, ...excerpt.span });
    index += excerpt?.taken ?? 1;
  }
  return found;
}
