import type { Span } from '../../document/types.ts';
import { gapsAround } from './align.ts';
import type { CorpusWords } from './corpus-words.ts';
import type { QuotedWord } from './quoted-words.ts';
import { isWord } from './quoted-words.ts';
import { isNearSpelling } from './same-word.ts';
import type { SharedRun } from './shared-runs.ts';

/** A bound on what an alignment along a chain comes to, in words of the quotation. */
export interface UpperBound {
  /** No more than so many will be matched. */
  readonly matched: number;
  /** At least so many will differ. */
  readonly differences: number;
}

/** A larger gap, in words of the quotation times words of the article, is left to the alignment itself. */
const MOST_COMPARISONS = 4000;

/** The length of the longest common subsequence: what `diff` will find to match. */
function longestCommonSubsequence(said: readonly number[], written: Int32Array): number {
  let previous = new Int32Array(written.length + 1);
  let current = new Int32Array(written.length + 1);
  for (const number of said) {
    for (let n = 1; n <= written.length; n++) {
      const same = number >= 0 && number === written[n - 1];
      current[n] = same ? (previous[n - 1] ?? 0) + 1 : Math.max(previous[n] ?? 0, current[n - 1] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return previous[written.length] ?? 0;
}

/** How many words, from one on, the article writes together or apart; 0 when it has them otherwise. */
function wordsJoined(said: readonly string[], at: number, written: readonly string[], place: number): number {
  let [n, m] = [at, place];
  let [left, right] = [said[n++] ?? '', written[m++] ?? ''];
  if (left === right) return 0;
  while (left !== right) {
    if (left.startsWith(right) && m < written.length) right += written[m++] ?? '';
    else if (right.startsWith(left) && n < said.length) left += said[n++] ?? '';
    else return 0;
  }
  return n - at;
}

/** In words of the article: a wider gap, as at an ellipsis, is looked at word by word only where it matters. */
const WIDEST_GAP = 60;

/** Words of a gap that may match though their numbers differ: written together, apart or in brackets, or misspelt. */
function matchingOtherwise(
  gap: readonly QuotedWord[],
  source: Span,
  index: CorpusWords,
): { readonly together: number; readonly spelt: number } {
  const keys = Array.from(
    { length: source.end - source.start },
    (_, n) => index.wordAt(source.start + n).key,
  );
  const saidKeys = gap.map(({ key }) => key);
  const together = new Set<number>();
  for (const [n, { outside }] of gap.entries()) {
    if (outside !== undefined) together.add(n);
    for (const m of keys.keys()) {
      const count = wordsJoined(saidKeys, n, keys, m);
      for (let each = n; each < n + count; each++) together.add(each);
    }
  }
  const spelt = saidKeys.filter(
    (key, n) => !together.has(n) && keys.some((other) => key !== other && isNearSpelling(key, other)),
  );
  return { together: together.size, spelt: spelt.length };
}

/**
 * Bounds what `align` and `alignmentOf` make of a chain. It costs little, since it compares numbers, and spares the
 * alignment of most chains of a quotation that is in no article.
 *
 * @param enough matched words from which on the chain is worth aligning.
 */
export function upperBoundOf(
  words: readonly QuotedWord[],
  chain: readonly SharedRun[],
  enough: number,
  index: CorpusWords,
): UpperBound {
  const gaps = gapsAround(words, chain, index).flatMap(({ said, source }) => {
    const gap = words.slice(said.start, said.end).filter(isWord);
    const numbers = gap.map(({ number }) => number);
    if (gap.length === 0 || gap.length * (source.end - source.start) > MOST_COMPARISONS) return [];
    const missing =
      gap.length - longestCommonSubsequence(numbers, index.row.subarray(source.start, source.end));
    return missing === 0 ? [] : [{ gap, source, missing }];
  });
  let matched = words.filter(isWord).length - gaps.reduce((sum, { missing }) => sum + missing, 0);
  const isEnough = matched >= enough;
  let differences = 0;
  for (const { gap, source, missing } of gaps) {
    if (isEnough && source.end - source.start > WIDEST_GAP) continue;
    const { together, spelt } = matchingOtherwise(gap, source, index);
    matched += Math.min(missing, together + spelt);
    differences += Math.max(0, missing - together);
  }
  return { matched, differences };
}
