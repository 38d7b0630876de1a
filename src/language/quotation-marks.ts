/** Double marks that open a quotation, each with those that close it: its own first, then what people type for that. */
const DOUBLE: Readonly<Record<string, string>> = {
  '"': '"＂”',
  '＂': '＂"',
  '“': '”"',
  '„': '“”"',
  '‟': '”"',
  '«': '»"',
  '»': '«"',
  '「': '」',
  '『': '』',
};
/** Single marks likewise. Most of them are apostrophes as well. */
const SINGLE: Readonly<Record<string, string>> = { '‹': '›', '‘': "’'", '‚': "‘’'", "'": "'’" };

const distinct = (marks: string): string => [...new Set(marks)].join('');

/** Each constant of this file is a string of marks, to be looked through or put into a character class. */
export const DOUBLE_OPENING = Object.keys(DOUBLE).join('');
export const DOUBLE_CLOSING = distinct(Object.values(DOUBLE).join(''));
export const DOUBLE_MARKS = distinct(DOUBLE_OPENING + DOUBLE_CLOSING);
export const SINGLE_OPENING = Object.keys(SINGLE).join('');
export const SINGLE_CLOSING = distinct(Object.values(SINGLE).join(''));

/** Marks that are neither an apostrophe nor a comma wherever they stand. */
export const CERTAIN_MARKS = `${DOUBLE_MARKS}‹›`;

/** What people use as an apostrophe. */
export const APOSTROPHES = "'’‘‛ʼ＇";

/** The marks that close what this one opens, its own first; none for one that opens nothing. */
export const closingFor = (opening: string): string => DOUBLE[opening] ?? SINGLE[opening] ?? '';

/** Whether a mark opens and closes alike, so that only its place tells which it does. */
export const isStraight = (mark: string): boolean => closingFor(mark).startsWith(mark);

/** Marks of print that always open, and the one mark that closes each. */
export const printedPairs: ReadonlyMap<string, string> = new Map(
  [...'“«「『'].map((opening) => [opening, closingFor(opening).charAt(0)]),
);
