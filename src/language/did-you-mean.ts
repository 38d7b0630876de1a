import { editDistance, lettersApart } from './edit-distance.ts';

/**
 * How many edits may lie between what was typed and what was meant, by the letters of the latter (of the former
 * where the latter is looked up in an index). An edit is a letter wrong, missing or too many, or two swapped.
 */
const tolerances = {
  /** What a search looks for unasked must hardly ever be another word: one slip, two in a long word. */
  mended: (letters) => (letters <= 7 ? 1 : 2),
  /** What is only suggested may be further off, since the person decides. */
  suggested: (letters) => (letters <= 4 ? 1 : letters <= 7 ? 2 : 3),
  /** Verbs, actions and citation styles: of a few short words two slips still tell which. */
  keyword: (letters) => (letters <= 4 ? 1 : 2),
  /** Names of publishers and authors, which people know by ear: a quarter, and one in a short name. */
  name: (letters) => Math.max(1, Math.floor(letters / 4)),
  /** Ids of articles are long, made of words, and few: a third still tells which. */
  article: (letters) => Math.floor(letters / 3),
  /** "Monday" and "Sunday" are two edits apart, and "midday" is two from "Monday". */
  day: (letters) => (letters > 6 ? 2 : 1),
  /** Behind or before another day even "fry" says which. */
  shortDay: () => 1,
  /** Short names of places are too near to one another ("Oran", "Oral"), and there are thousands of them. */
  place: (letters) => (letters <= 4 ? 0 : letters <= 8 ? 1 : 2),
  /** Words of an article's title: a short one with a slip is another word. */
  titleWord: (letters) => (letters <= 4 ? 0 : letters <= 8 ? 1 : 2),
  /** Words of a quotation beside those of its source: a short one with a slip is another word. */
  quotedWord: (letters) => (letters <= 3 ? 0 : letters <= 7 ? 1 : 2),
} as const satisfies Readonly<Record<string, (letters: number) => number>>;

/** What something typed may have been meant for. */
export type Meant = keyof typeof tolerances;

/** Longer texts are compared with nothing: no name is as long, and comparing takes the square of the length. */
const LONGEST = 200;

export const editsFor = (meant: Meant, word: string): number => tolerances[meant](word.length);

/** The edits from what was typed to a name; null where they are more than a slip makes. */
function editsTo(typed: string, name: string, meant: Meant): number | null {
  const most = editsFor(meant, name);
  if (typed.length > LONGEST || Math.abs(typed.length - name.length) > most) return null;
  if (lettersApart(typed, name) > 2 * most) return null;
  const edits = editDistance(typed, name);
  return edits <= most ? edits : null;
}

/** Whether a name is what was typed but for a slip. Both are compared as they are: fold them first. */
export const isMeant = (typed: string, name: string, meant: Meant): boolean =>
  editsTo(typed, name, meant) !== null;

/** Those of the items that may have been meant by what was typed, the nearest first, else in their order. */
export function didYouMean<T>(
  typed: string,
  items: readonly T[],
  meant: Meant,
  nameOf: (item: T) => string,
): readonly T[] {
  return items
    .flatMap((item) => {
      const edits = editsTo(typed, nameOf(item), meant);
      return edits === null ? [] : [{ item, edits }];
    })
    .sort((a, b) => a.edits - b.edits)
    .map(({ item }) => item);
}
