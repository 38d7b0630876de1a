import { diffArrays } from 'diff';
import type { Span } from '../../document/types.ts';
import { type CorpusWords, UNKNOWN } from './corpus-words.ts';

/** A step of an alignment: words of the quotation beside words of the article, all the same or not. Either may be empty. */
export interface DiffStep {
  readonly same: boolean;
  /** In words of the quotation. */
  readonly said: Span;
  /** Places of the index's row. */
  readonly source: Span;
}

/** The matching words of a longest common subsequence, in order. */
function matches(said: readonly number[], places: readonly number[], row: Int32Array): readonly WordMatch[] {
  const found: WordMatch[] = [];
  let [at, place] = [0, 0];
  const written = places.map((each) => row[each] ?? UNKNOWN);
  for (const { added, removed, count } of diffArrays([...said], written)) {
    for (let n = 0; n < count && !added && !removed; n++)
      found.push({ at: at + n, place: places[place + n] ?? 0 });
    if (!added) at += count;
    if (!removed) place += count;
  }
  return found;
}

interface WordMatch {
  readonly at: number;
  readonly place: number;
}

/** The places of the article whose words the quotation has: no others can match. */
function placesOfAny(said: readonly number[], { start, end }: Span, row: Int32Array): readonly number[] {
  const places: number[] = [];
  for (let place = start; place < end; place++) if (said.includes(row[place] ?? UNKNOWN)) places.push(place);
  return places;
}

/** The steps through two spans, given their matches. */
function stepsOf(found: readonly WordMatch[], at: Span, source: Span): readonly DiffStep[] {
  let [saidAt, place] = [at.start, source.start];
  const steps: DiffStep[] = [];
  for (const match of [...found, { at: at.end, place: source.end }]) {
    steps.push({
      same: false,
      said: { start: saidAt, end: match.at },
      source: { start: place, end: match.place },
    });
    [saidAt, place] = [match.at + 1, match.place + 1];
    if (match.at === at.end) break;
    steps.push({
      same: true,
      said: { start: match.at, end: saidAt },
      source: { start: match.place, end: place },
    });
  }
  return steps;
}

/** Aligns two spans word by word. */
export function differences(
  words: readonly number[],
  at: Span,
  source: Span,
  { row }: CorpusWords,
): readonly DiffStep[] {
  const said = words.slice(at.start, at.end);
  const places = placesOfAny(said, source, row);
  const found = places.length === 0 ? [] : matches(said, places, row);
  return stepsOf(
    found.map((match) => ({ ...match, at: at.start + match.at })),
    at,
    source,
  );
}

/** The same from the end, so that a word is matched with the last of several. */
export function differencesBackwards(
  words: readonly number[],
  at: Span,
  source: Span,
  { row }: CorpusWords,
): readonly DiffStep[] {
  const said = words.slice(at.start, at.end).toReversed();
  const places = placesOfAny(said, source, row).toReversed();
  const found = places.length === 0 ? [] : matches(said, places, row);
  return stepsOf(found.map((match) => ({ ...match, at: at.end - 1 - match.at })).toReversed(), at, source);
}
