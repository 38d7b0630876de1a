import type { Span } from '../corpus/types.ts';
import type { Token } from '../search/tokens.ts';

/** What the answer to a question is made of, where the question's own words say so. */
export type Expected = 'name' | 'date' | 'number' | 'definition' | null;

const ASKED: readonly (readonly [RegExp, Expected])[] = [
  [/\bhow (?:many|much|long|old|large|big|tall|far|often)\b/i, 'number'],
  [/\bwhen\b|\b(?:what|which) (?:year|date|day|month|decade|century)\b/i, 'date'],
  [/^\W*(?:what (?:is|are|was|were)|define)\b|\bmeans?\b|\bmeant by\b/i, 'definition'],
  [/\bwho(?:m|se)?\b|\bwhere\b|\b(?:what|which) (?:country|countries|city|place|state|region)\b/i, 'name'],
];

/** Reads the question itself, not its terms: "who" and "when" are no terms. */
export const expectedBy = (question: string): Expected =>
  ASKED.find(([pattern]) => pattern.test(question))?.[1] ?? null;

const NUMBER =
  /^(?:\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|several)$/;
const DATE =
  /^(?:\d{1,4}(?:s|st|nd|rd|th)?|january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec|century|centuries)$/;
const DEFINING = /^(?:defined|defines|means|meaning|refers|termed|namely|described)$/;

/** Words behind a number that it can count. */
const COUNTED = 3;

type Test = (token: Token, at: number, words: readonly Token[], asked: ReadonlySet<string>) => boolean;

const IS: Readonly<Record<NonNullable<Expected>, Test>> = {
  // "How many members" wants the number of the members: "eight-member", "eight new members".
  number: ({ word }, at, words, asked) =>
    NUMBER.test(word) && words.slice(at + 1, at + 1 + COUNTED).some(({ term }) => asked.has(term)),
  date: ({ word }) => DATE.test(word),
  definition: ({ word }) => DEFINING.test(word),
  // The first word of a sentence has a capital whatever it is.
  name: ({ written }, at) => at > 0 && /^\p{Lu}/u.test(written),
};

/** Whether a sentence holds what is expected, beyond the words of the question. */
export function holdsExpected(
  expected: Expected,
  sentence: Span,
  text: readonly Token[],
  asked: ReadonlySet<string>,
): boolean {
  if (expected === null) return false;
  const words = text.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return words.some((token, at) => !asked.has(token.term) && IS[expected](token, at, words, asked));
}
