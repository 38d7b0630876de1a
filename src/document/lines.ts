import type { Span } from './types.ts';

/** A line of a text, surrounding white space left out; `start === end` on a blank line. */
export interface TextLine extends Span {
  /** Columns of white space before the first character. */
  readonly indent: number;
  readonly text: string;
}

/** The span without white space at its ends, NO-BREAK SPACE and byte order marks included. */
export const trimmed = (text: string, { start, end }: Span): Span => {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: Math.max(from, start + slice.trimEnd().length) };
};

/** Lines end with LF, CR LF or CR. */
export const linesOf = (text: string): readonly TextLine[] => {
  const lines: TextLine[] = [];
  let start = 0;
  for (const stop of [...text.matchAll(/\r\n|[\n\r]/g), null]) {
    const end = stop?.index ?? text.length;
    const span = trimmed(text, { start, end });
    lines.push({ ...span, indent: span.start - start, text: text.slice(span.start, span.end) });
    start = end + (stop?.[0].length ?? 0);
  }
  return lines;
};
