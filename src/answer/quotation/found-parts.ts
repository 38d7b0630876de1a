import type { Span } from '../../document/types.ts';
import { align } from './align.ts';
import { alignmentOf } from './alignment.ts';
import { bestChain, chainLength } from './chain.ts';
import type { QuotationSource } from './checked.ts';
import type { CorpusWords } from './corpus-words.ts';
import { ELLIPSIS, isOrdinary, isWord, type QuotedText } from './quoted-words.ts';
import type { SharedRun } from './shared-runs.ts';

/**
 * A part is no chance with so many words, of which so many are ordinary: neither common nor names. "the heads of state of
 * the Shanghai Cooperation Organization" stands in many texts.
 */
const FEWEST_IN_PART = 6;
const FEWEST_ORDINARY_IN_PART = 3;
/** The same of a part that its writer set off by ellipses and that is found as it is. */
const FEWEST_SET_OFF = 3;
/** Found parts are worth telling when they come to this share of the quotation, or one of them to so many words. */
const FEWEST_FOUND_SHARE = 1 / 3;
const LONG_PART = 12;
/** The share of a part's words that match in the article at least. */
const FEWEST_PART_SHARE = 2 / 3;
/** Parts that are looked for in one article. */
const MOST_PARTS = 20;

interface FoundPart extends Span {
  readonly chain: readonly SharedRun[];
  readonly matched: number;
}

/** Whether a part of a quotation is no chance. */
function isTellingPart({ text, words }: QuotedText, { start, end, matched }: FoundPart): boolean {
  const edges = [words[start - 1], words[end]];
  const isSetOff =
    edges.some((edge) => edge?.number === ELLIPSIS) &&
    edges.every((edge) => edge === undefined || edge.number === ELLIPSIS);
  if (isSetOff && matched === end - start && matched >= FEWEST_SET_OFF) return true;
  const inside = words.slice(start, end);
  const ordinary = inside.filter((word) => isOrdinary(word, text));
  return inside.length >= FEWEST_IN_PART && ordinary.length >= FEWEST_ORDINARY_IN_PART;
}

/** The parts of a quotation that one article has, the longest first. */
function partsIn(quoted: QuotedText, runs: readonly SharedRun[], index: CorpusWords): readonly FoundPart[] {
  const said = quoted.words.map(({ number }) => number);
  const found: FoundPart[] = [];
  let left = runs;
  while (left.length > 0 && found.length < MOST_PARTS) {
    let chain = bestChain(left, said, index);
    const extentOf = (all: readonly SharedRun[]): Span => {
      const last = all.at(-1);
      return { start: all[0]?.at ?? 0, end: last === undefined ? 0 : last.at + last.length };
    };
    let extent = extentOf(chain);
    if (chainLength(chain) < (extent.end - extent.start) * FEWEST_PART_SHARE) {
      chain = [...chain].sort((a, b) => b.length - a.length).slice(0, 1);
      extent = extentOf(chain);
    }
    const { start, end } = extent;
    // The chains of what is left are shorter still.
    if (chainLength(chain) < FEWEST_SET_OFF) break;
    found.push({ start, end, chain, matched: chainLength(chain) });
    left = left.filter(({ at, length }) => at + length <= start || at >= end);
  }
  return found.filter((part) => isTellingPart(quoted, part));
}

/** A part of the quotation as typed, up to the punctuation behind its last word. */
function typedPart({ text, words }: QuotedText, { start, end }: Span): string {
  const from = words[start]?.start ?? 0;
  const to = words[end - 1]?.end ?? from;
  return text.slice(from, to);
}

/** The parts of a quotation that stand in articles, in its order, and those that do not; none where they come to little. */
export function foundParts(
  quoted: QuotedText,
  articles: readonly (readonly SharedRun[])[],
  index: CorpusWords,
): { readonly sources: readonly QuotationSource[]; readonly missing: readonly string[] } {
  // Of some quotations no part can be telling, whatever the articles have.
  const canTell =
    quoted.words.some(({ number }) => number === ELLIPSIS) ||
    isTellingPart(quoted, { start: 0, end: quoted.words.length, chain: [], matched: 0 });
  if (!canTell) return { sources: [], missing: [] };
  const candidates = articles
    .flatMap((runs) => partsIn(quoted, runs, index))
    .sort((a, b) => b.matched - a.matched || a.start - b.start);
  const parts: FoundPart[] = [];
  for (const each of candidates) {
    if (parts.every(({ start, end }) => each.end <= start || each.start >= end)) parts.push(each);
  }
  parts.sort((a, b) => a.start - b.start);
  const words = quoted.words.filter(isWord).length;
  const covered = parts.reduce((sum, { matched }) => sum + matched, 0);
  if (covered < words * FEWEST_FOUND_SHARE && parts.every(({ matched }) => matched < LONG_PART)) {
    return { sources: [], missing: [] };
  }
  const sources = parts.map(({ start, end, chain }) => {
    const { source } = alignmentOf(quoted, align(quoted.words, chain, index, false), index);
    return { ...source, said: typedPart(quoted, { start, end }) };
  });
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of [...parts, { start: quoted.words.length, end: quoted.words.length }]) {
    if (start > at && quoted.words.slice(at, start).some(isWord)) gaps.push({ start: at, end: start });
    at = end;
  }
  return { sources, missing: gaps.map((gap) => typedPart(quoted, gap)) };
}
