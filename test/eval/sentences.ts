import type { Span } from '../../src/document/types.ts';
import type { JudgedQuery, StatedAnswer } from './collection.ts';
import type { ChosenSentence } from './desk.ts';

/** The offset in UTF-16 code units of the character (code point) with this number, from 0. */
function unitOf(text: string, character: number): number {
  let unit = 0;
  for (let seen = 0; seen < character && unit < text.length; seen++) {
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  return unit;
}

/**
 * Where an answer stands in a text, in UTF-16 code units. Collections count `start` in UTF-16 code units or in
 * characters (code points), and do not say which: the one at which the answer's text stands is meant. Null
 * where it stands at neither.
 */
export function placeOf({ text: answer, start }: StatedAnswer, text: string): Span | null {
  const at = [start, unitOf(text, start)].find((place) => text.startsWith(answer, place));
  return at === undefined ? null : { start: at, end: at + answer.length };
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What a query's answers are in the texts of its relevant entries. */
export interface AnswerPlaces {
  /** By entry. */
  readonly places: ReadonlyMap<string, readonly Span[]>;
  /** Answers that stand in no relevant entry at their place. */
  readonly misplaced: number;
}

export function answerPlaces(
  { judged, answers }: JudgedQuery,
  texts: ReadonlyMap<string, string>,
): AnswerPlaces {
  const relevant = [...judged].flatMap(([entry, grade]) => {
    const text = texts.get(entry);
    return grade > 0 && text !== undefined ? [{ entry, text }] : [];
  });
  const places = new Map(
    relevant.map(({ entry, text }) => [entry, answers.flatMap((answer) => placeOf(answer, text) ?? [])]),
  );
  const misplaced = answers.filter((answer) => relevant.every(({ text }) => placeOf(answer, text) === null));
  return { places, misplaced: misplaced.length };
}

/**
 * Whether a chosen sentence is a right one: it is of a relevant entry and holds one of the answers whole. An
 * answer that no sentence of the entry holds whole, since it straddles two, counts where it is overlapped.
 *
 * @param sentencesOf all sentences of an entry, as the desk divides it.
 */
export function isRight(
  chosen: ChosenSentence,
  places: AnswerPlaces['places'],
  sentencesOf: (entry: string) => readonly Span[],
): boolean {
  const sentences = sentencesOf(chosen.entry);
  return (places.get(chosen.entry) ?? []).some(
    (place) =>
      holds(chosen, place) ||
      (overlaps(chosen, place) && !sentences.some((sentence) => holds(sentence, place))),
  );
}
