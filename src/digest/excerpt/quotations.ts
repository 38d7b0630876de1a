import type { Article, Paragraph, Span } from '../../document/types.ts';
import { printedPairs } from '../../language/quotation-marks.ts';

const closing: ReadonlySet<string> = new Set(printedPairs.values());
const OPENING_MARKS = ['"', ...printedPairs.keys()].join('');
const PRINTED_MARK = new RegExp(`[${OPENING_MARKS}${[...closing].join('')}]`, 'gu');

/** A straight mark behind white space, a bracket or a dash opens; elsewhere it closes. */
const isOpening = (text: string, at: number): boolean =>
  /(?:^|[\s([{“‘—–-])$/u.test(text.slice(Math.max(0, at - 1), at));

/** Quotations of a paragraph, marks included, in `article.text`; of nested ones the outermost. */
export interface Quotations {
  readonly closed: readonly Span[];
  /** Where a quotation opens that the paragraph does not close. */
  readonly unclosed: readonly number[];
  /** Closing marks without an opening one. */
  readonly unopened: readonly number[];
}

/** Single marks are left aside: they cannot be told from apostrophes. */
export function quotationsOf(article: Article, paragraph: Span): Quotations {
  const text = article.text.slice(paragraph.start, paragraph.end);
  const closed: Span[] = [];
  const unclosed: number[] = [];
  const unopened: number[] = [];
  let open: { readonly start: number; readonly closing: string } | null = null;
  for (const { 0: mark, index } of text.matchAll(PRINTED_MARK)) {
    const at = paragraph.start + index;
    const closedBy = mark === '"' ? '"' : printedPairs.get(mark);
    const opens = mark === '"' ? isOpening(text, index) : !closing.has(mark);
    if (opens && closedBy !== undefined) {
      // The same mark again: what was open has been left open. Another one is a quotation in a quotation.
      if (open !== null && open.closing !== closedBy) continue;
      if (open !== null) unclosed.push(open.start);
      open = { start: at, closing: closedBy };
    } else if (open !== null && open.closing === mark) {
      closed.push({ start: open.start, end: at + 1 });
      open = null;
    } else if (open === null) unopened.push(at);
  }
  if (open !== null) unclosed.push(open.start);
  return { closed, unclosed, unopened };
}

/** Whether a paragraph opens with a quotation mark, as each one of a quotation of several paragraphs does. */
export const opensQuoting = (article: Article, paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined && OPENING_MARKS.includes(article.text.charAt(paragraph.start));
