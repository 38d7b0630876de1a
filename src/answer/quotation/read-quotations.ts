import { hasWord } from '../../document/fold.ts';
import type { Span } from '../../document/types.ts';
import {
  APOSTROPHES,
  closingFor,
  DOUBLE_CLOSING,
  DOUBLE_MARKS,
  DOUBLE_OPENING,
  isStraight,
  SINGLE_CLOSING,
  SINGLE_OPENING,
} from '../../language/quotation-marks.ts';

const ANY_OPENING = DOUBLE_OPENING + SINGLE_OPENING;
const ANY_CLOSING = DOUBLE_CLOSING + SINGLE_CLOSING;
const ANY_MARK = new RegExp(`[${ANY_OPENING}${ANY_CLOSING}]`, 'gu');

interface MarkInText {
  readonly mark: string;
  readonly at: number;
  /** Whether it stands before a word, or behind one: this tells what a straight mark does. */
  readonly opens: boolean;
  readonly closes: boolean;
}

function marksIn(text: string): readonly MarkInText[] {
  return Array.from(text.matchAll(ANY_MARK), ({ 0: mark, index: at }) => {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    const opens = (before === '' || /[\s([{—–\-"“‘«/:]/u.test(before)) && after !== '' && !/\s/u.test(after);
    const closes = before !== '' && !/\s/u.test(before) && !hasWord(after);
    return { mark, at, opens, closes };
  }).filter(({ mark, at }) => {
    // Between letters a mark is an apostrophe.
    return !APOSTROPHES.includes(mark) || !(hasWord(text.charAt(at - 1)) && hasWord(text.charAt(at + 1)));
  });
}

const startsParagraph = (text: string, at: number): boolean =>
  /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, at - 20), at));

/** Where paragraphs end, in order. */
const endsOfParagraphs = (text: string): readonly number[] => [
  ...Array.from(text.matchAll(/\n[^\S\n]*\n/gu), ({ index }) => index),
  text.length,
];

/** A text that is read, and what is known of its marks. */
interface MarkedText {
  readonly text: string;
  readonly marks: readonly MarkInText[];
  readonly paragraphEnds: readonly number[];
  /** Marks that have nothing behind them to close them, so that it is not looked for again. */
  readonly neverClosed: Set<string>;
}

/** Where the paragraph of a place ends. */
function endOfParagraph({ paragraphEnds, text }: MarkedText, at: number): number {
  let low = 0;
  let high = paragraphEnds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphEnds[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return paragraphEnds[low] ?? text.length;
}

interface Opened {
  readonly span: Span;
  readonly closed: boolean;
  /** The index of the first mark behind it. */
  readonly next: number;
}

/** What a mark opens; null when it opens nothing. */
function opened(source: MarkedText, n: number): Opened | null {
  const { text, marks, neverClosed } = source;
  const opening = marks[n];
  if (opening === undefined) return null;
  const { mark, at } = opening;
  const closing = closingFor(mark);
  const straight = isStraight(mark);
  const isSingle = SINGLE_OPENING.includes(mark);
  if (isSingle && !opening.opens) return null;
  const start = at + 1;
  let depth = 1;
  /** A straight mark closes what a straight one opened; a slanted one only where no straight one is left. */
  const closesStraight = (each: MarkInText, rest: readonly MarkInText[]): boolean =>
    each.mark === mark || !rest.some((later) => later.mark === mark);
  for (let k = neverClosed.has(mark) ? marks.length : n + 1; k < marks.length; k++) {
    const each = marks[k];
    if (each === undefined) break;
    const isOpening = each.mark === mark && (straight ? each.opens && !each.closes : true);
    if (isOpening && startsParagraph(text, each.at)) continue;
    if (isOpening) {
      // A second one is nested where two closing marks follow before a third opens; else the first was never closed.
      const later = marks.slice(k + 1, k + 6);
      const second = later.findIndex((mark2) => mark2.mark === mark && (!straight || mark2.opens));
      const closers = later
        .slice(0, second < 0 ? later.length : second)
        .filter((other) => closing.includes(other.mark) && (!straight || other.closes)).length;
      if (closers > depth) depth++;
      else if (isSingle) return null;
      else
        return {
          span: { start, end: Math.min(each.at, endOfParagraph(source, start)) },
          closed: false,
          next: k,
        };
      continue;
    }
    const isClosing =
      closing.includes(each.mark) &&
      (!straight || (closesStraight(each, marks.slice(k + 1, k + 40)) && (each.closes || !each.opens))) &&
      (!isSingle || each.closes);
    if (!isClosing) continue;
    if (isSingle && isPossessive(text, each, marks.slice(k + 1))) continue;
    depth--;
    if (depth === 0) return { span: { start, end: each.at }, closed: true, next: k + 1 };
  }
  neverClosed.add(mark);
  if (isSingle) return null;
  return { span: { start, end: endOfParagraph(source, start) }, closed: false, next: n + 1 };
}

/** `the member states’ interests`: behind an s, while another mark closes before the next one opens. */
function isPossessive(text: string, { at }: MarkInText, later: readonly MarkInText[]): boolean {
  if (!/s/i.test(text.charAt(at - 1)) || !/^\s+\p{Ll}/u.test(text.slice(at + 1, at + 10))) return false;
  const next = later.find(({ mark, opens, closes }) => APOSTROPHES.includes(mark) && (opens || closes));
  return next?.closes === true && !next.opens;
}

const WHOLLY_IN_MARKS = new RegExp(`^[${ANY_OPENING}]([\\s\\S]+)[${ANY_CLOSING}][.,;:!?]*$`, 'u');

/** What stands between a mark at the very start and one at the very end, punctuation aside; null without both. */
function inMarks(text: string): string | null {
  const match = WHOLLY_IN_MARKS.exec(text);
  return match?.[1] === undefined || !hasWord(match[1]) ? null : match[1];
}

/** Whether a double mark stands outside of every quotation. */
const hasFreeMark = (marks: readonly MarkInText[], spans: readonly Span[]): boolean =>
  marks.some(
    ({ mark, at }) =>
      DOUBLE_MARKS.includes(mark) && spans.every(({ start, end }) => at < start - 1 || at > end),
  );

/** The quotations that were found in a text. */
export interface ReadText {
  /** The quotations of the text, in order; the whole text when it has no marks. */
  readonly quotations: readonly string[];
  /** The whole text as one quotation, its own marks taken off, in case an article has it so. */
  readonly whole: string;
}

/**
 * Finds the quotations in a text that was typed or pasted. A quotation in another belongs to that one. One that is never
 * closed ends with its paragraph, or where the next one opens; a mark at the start of a paragraph continues it. Single
 * marks count where no apostrophe can stand.
 */
export function readQuotations(text: string): ReadText {
  const marks = marksIn(text);
  const source: MarkedText = { text, marks, paragraphEnds: endsOfParagraphs(text), neverClosed: new Set() };
  const spans: Span[] = [];
  let closed = true;
  for (let n = 0; n < marks.length; ) {
    const each = marks[n];
    const found = each !== undefined && ANY_OPENING.includes(each.mark) ? opened(source, n) : null;
    if (found !== null) {
      spans.push(found.span);
      closed &&= found.closed;
    }
    n = found === null ? n + 1 : found.next;
  }
  const bare = inMarks(text.trim());
  const whole = bare ?? text;
  const quotations = spans.map(({ start, end }) => text.slice(start, end).trim()).filter(hasWord);
  const isOne = bare !== null && (!closed || hasFreeMark(marks, spans));
  return { quotations: quotations.length === 0 || isOne ? [whole] : quotations, whole };
}
