import type { Span } from '../../document/types.ts';
import type { CorpusWords } from './corpus-words.ts';
import { type DiffStep, differences, differencesBackwards } from './differences.ts';
import { ELLIPSIS, type QuotedWord } from './quoted-words.ts';
import type { SharedRun } from './shared-runs.ts';

/** Steps of one kind in a row as one; empty ones left out. */
function mergeSteps(steps: readonly DiffStep[]): readonly DiffStep[] {
  const all: DiffStep[] = [];
  for (const step of steps) {
    if (step.said.start === step.said.end && step.source.start === step.source.end) continue;
    const last = all.at(-1);
    if (last !== undefined && last.same === step.same) {
      all[all.length - 1] = {
        same: step.same,
        said: { start: last.said.start, end: step.said.end },
        source: { start: last.source.start, end: step.source.end },
      };
    } else all.push(step);
  }
  return all;
}

/** Words of the article that are looked through where an ellipsis parts an end of the quotation from the rest. */
const BEYOND_ELLIPSIS = 400;

/** How many words of the article an end of the quotation is looked for in. */
const windowOf = (words: readonly QuotedWord[]): number =>
  words.some(({ number }) => number === ELLIPSIS) ? BEYOND_ELLIPSIS : words.length + 2;

/**
 * How many words of the article the differing words at an end of the quotation stand for. One stands for its neighbour
 * in the same sentence; where there is none, and for more than one, nobody can tell: they count as added.
 *
 * @param beside the place that the rest of the quotation begins or ends with.
 */
function wordsStoodFor(
  { said, source }: DiffStep,
  beside: number,
  words: readonly QuotedWord[],
  index: CorpusWords,
): number {
  const isBefore = source.end <= beside;
  const together = words
    .slice(said.start, said.end)
    .map(({ key }) => key)
    .join('');
  // As many as are written together in the quotation and apart in the article.
  for (const count of [1, 2, 3]) {
    const from = isBefore ? source.end - count : source.start;
    const places = Array.from({ length: count }, (_, n) => from + n);
    if (places.some((place) => (index.row[place] ?? -1) < 0)) break;
    if (places.map((place) => index.wordAt(place).key).join('') === together) return count;
  }
  if (said.end - said.start !== 1) return 0;
  const place = isBefore ? source.end - 1 : source.start;
  if ((index.row[place] ?? -1) < 0 || index.passageAt(place) !== index.passageAt(beside)) return 0;
  const sentences = index.passages[index.passageAt(beside)]?.paragraph.sentences ?? [];
  const [a, b] = [index.wordAt(beside), index.wordAt(place)];
  return sentences.some(({ start, end }) => [a, b].every((word) => start <= word.start && word.end <= end))
    ? 1
    : 0;
}

/** Aligns what the quotation has before the chain's first run. */
function alignHead(words: readonly QuotedWord[], first: SharedRun, index: CorpusWords): readonly DiffStep[] {
  const said = words.map(({ number }) => number);
  const at: Span = { start: 0, end: first.at };
  if (first.at === 0) return [];
  const article = index.articleAt(first.place);
  const from = Math.max(article.start, first.place - windowOf(words.slice(0, first.at)));
  const steps = mergeSteps(differencesBackwards(said, at, { start: from, end: first.place }, index));
  const [opening, ...rest] = steps[0]?.said.end === 0 ? steps.slice(1) : steps;
  if (opening === undefined || opening.same) return opening === undefined ? [] : [opening, ...rest];
  const { end } = opening.source;
  const stoodFor = wordsStoodFor(opening, end < article.end ? end : end - 1, words, index);
  const start = Math.max(from, end - stoodFor);
  return [{ ...opening, source: { start, end } }, ...rest];
}

/** Aligns what it has behind the last. */
function alignTail(words: readonly QuotedWord[], last: SharedRun, index: CorpusWords): readonly DiffStep[] {
  const said = words.map(({ number }) => number);
  const at: Span = { start: last.at + last.length, end: said.length };
  if (at.start === at.end) return [];
  const behind = last.place + last.length;
  const article = index.articleAt(last.place);
  const to = Math.min(article.end, behind + windowOf(words.slice(at.start)));
  const steps = mergeSteps(differences(said, at, { start: behind, end: to }, index));
  const kept = steps.at(-1)?.said.start === said.length ? steps.slice(0, -1) : steps;
  const closing = kept.at(-1);
  if (closing === undefined || closing.same) return kept;
  const { start } = closing.source;
  const end = Math.min(to, start + wordsStoodFor(closing, start - 1, words, index));
  return [...kept.slice(0, -1), { ...closing, source: { start, end } }];
}

/** The gaps of a chain and those at its ends: words of the quotation, and where in the article they may stand. */
export function gapsAround(
  words: readonly QuotedWord[],
  chain: readonly SharedRun[],
  index: CorpusWords,
): readonly { readonly said: Span; readonly source: Span }[] {
  const [first] = chain;
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return [];
  const article = index.articleAt(first.place);
  const behind = { at: last.at + last.length, place: last.place + last.length };
  const between = chain.slice(1).map(({ at, place }, n) => {
    const before = chain[n] ?? first;
    return {
      said: { start: before.at + before.length, end: at },
      source: { start: before.place + before.length, end: place },
    };
  });
  return [
    {
      said: { start: 0, end: first.at },
      source: {
        start: Math.max(article.start, first.place - windowOf(words.slice(0, first.at))),
        end: first.place,
      },
    },
    ...between,
    {
      said: { start: behind.at, end: words.length },
      source: {
        start: behind.place,
        end: Math.min(article.end, behind.place + windowOf(words.slice(behind.at))),
      },
    },
  ];
}

/**
 * Aligns a quotation with an article along a chain of runs that both have. Only what lies between the runs is compared
 * word by word (Myers, "An O(ND) Difference Algorithm"), so that the cost stays with what differs.
 *
 * @param whole whether what lies before and behind the chain is aligned as well.
 */
export function align(
  words: readonly QuotedWord[],
  chain: readonly SharedRun[],
  index: CorpusWords,
  whole: boolean,
): readonly DiffStep[] {
  const [first] = chain;
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return [];
  const said = words.map(({ number }) => number);
  const between = chain.flatMap((run, n): readonly DiffStep[] => {
    const { at, place, length } = run;
    const same: DiffStep = {
      same: true,
      said: { start: at, end: at + length },
      source: { start: place, end: place + length },
    };
    const before = chain[n - 1];
    if (before === undefined) return [same];
    const gap = { start: before.at + before.length, end: at };
    const skipped = { start: before.place + before.length, end: place };
    return [...differences(said, gap, skipped, index), same];
  });
  return mergeSteps(
    whole ? [...alignHead(words, first, index), ...between, ...alignTail(words, last, index)] : between,
  );
}
