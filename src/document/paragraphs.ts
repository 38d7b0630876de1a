import { folded } from './fold.ts';
import { edgesOf } from './kinds.ts';
import type { TextLine } from './lines.ts';
import type { Span } from './types.ts';

/** A paragraph whose kind is not known yet. */
export interface TextBlock extends Span {
  /** Its first line, counted from 0 in the text. */
  readonly line: number;
}

/** No hard-wrapped text is wider than the one or narrower than the other. Characters. */
const WIDEST = 120;
const NARROWEST = 40;
/** `fmt` and the like make lines as short as this share of the width, to even them out. */
const RAGGED = 0.85;

const LIST_ITEM = /^(?:[-*+•–]\s|>)/;

const endsSentence = (line: string): boolean => /[.!?…:;。！？]["”’')\]*_]{0,6}$/u.test(line);
const firstWord = (line: string): string => /^\S*/.exec(line)?.[0] ?? '';

/** Whether two neighbouring lines can belong to one paragraph at all. */
const together = (above: TextLine, below: TextLine): boolean =>
  !edgesOf(above.text).ends &&
  !edgesOf(below.text).starts &&
  !LIST_ITEM.test(below.text) &&
  (below.indent <= above.indent || LIST_ITEM.test(above.text));

const runsOn = (above: TextLine, below: TextLine): boolean =>
  above.text.length >= NARROWEST && !endsSentence(above.text) && /^["“‘(]?\p{Ll}/u.test(below.text);

/** Whether the line is so full that the next line's first word did not fit. */
const isFull = (above: TextLine, below: TextLine, widest: number): boolean =>
  widest <= WIDEST &&
  above.text.length >= NARROWEST &&
  above.text.length + 1 + firstWord(below.text).length > widest * RAGGED;

/**
 * Splits a block of lines into paragraphs. A line break is a wrap when the sentence runs on in lower case, or when the
 * line is as full as the block is wide. Where every line of a block ends a sentence, each is a paragraph.
 */
const splitBlock = (block: readonly TextLine[]): readonly (readonly TextLine[])[] => {
  const widest = block.reduce((most, line) => Math.max(most, line.text.length), 0);
  const breaks = block.slice(1).map((below, index) => ({ above: block[index] ?? below, below }));
  const wrapped = breaks.some(
    ({ above, below }) =>
      together(above, below) &&
      (runsOn(above, below) || (isFull(above, below, widest) && !endsSentence(above.text))),
  );
  const groups: TextLine[][] = [block.slice(0, 1)];
  for (const { above, below } of breaks) {
    const isWrap =
      together(above, below) && (runsOn(above, below) || (wrapped && isFull(above, below, widest)));
    if (isWrap) groups.at(-1)?.push(below);
    else groups.push([below]);
  }
  return groups;
};

/** Characters; a longer first paragraph is not taken for a title when the front matter has none. */
const LONGEST_TITLE = 200;
/** A title is not wrapped over more lines. */
const MOST_TITLE_LINES = 6;

/** How many lines of the first block are the title; 0 when it does not start with one. */
const titleLines = (block: readonly TextLine[], title: string | null): number => {
  if (title !== null) {
    const wanted = folded(title);
    const lines = block.slice(0, MOST_TITLE_LINES).map((line) => line.text);
    return 1 + lines.findIndex((_, last) => folded(lines.slice(0, last + 1).join(' ')) === wanted);
  }
  const [first, second] = block;
  if (first === undefined || first.text.length > LONGEST_TITLE) return 0;
  const { starts, ends } = edgesOf(first.text);
  if ((starts || ends) && !first.text.startsWith('#')) return 0;
  const group = splitBlock(block)[0] ?? [];
  // Where the second of two lines starts with a capital, it may as well be a short paragraph of its own.
  if (second === undefined || group.length === 1 || (group.length === 2 && !runsOn(first, second))) return 1;
  const length = group.reduce((sum, line) => sum + line.text.length + 1, 0);
  return length <= LONGEST_TITLE && !endsSentence(group.at(-1)?.text ?? '') ? group.length : 0;
};

/**
 * An article's paragraphs, in order: split at blank lines, and at line breaks that are no wraps. `title` is the front
 * matter's. Without one the first line is taken for the title, unless it reads as prose.
 */
export const paragraphsOf = (
  lines: readonly TextLine[],
  title: string | null,
): { readonly blocks: readonly TextBlock[]; readonly titled: boolean } => {
  const numbers = new Map(lines.map((line, number) => [line, number]));
  const lineBlocks: TextLine[][] = [];
  let open = false;
  for (const line of lines) {
    const blank = line.start === line.end;
    if (!blank && open) lineBlocks.at(-1)?.push(line);
    else if (!blank) lineBlocks.push([line]);
    open = !blank;
  }
  const [first = [], ...rest] = lineBlocks;
  const count = titleLines(first, title);
  const groups = [
    ...(count > 0 ? [first.slice(0, count)] : []),
    ...(first.length > count ? splitBlock(first.slice(count)) : []),
    ...rest.flatMap(splitBlock),
  ];
  const blocks = groups.flatMap((group) => {
    const [top, bottom] = [group[0], group.at(-1)];
    if (top === undefined || bottom === undefined) return [];
    return [{ start: top.start, end: bottom.end, line: numbers.get(top) ?? 0 }];
  });
  return { blocks, titled: count > 0 };
};
