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
/** The first word of a sentence has a capital whatever it is. */
const isName = (token: Token, at: number): boolean => at > 0 && /^\p{Lu}/u.test(token.written);

/** Whether a sentence holds what is expected, beyond the words of the question. */
export function holdsExpected(
  expected: Expected,
  sentence: Span,
  text: readonly Token[],
  asked: ReadonlySet<string>,
): boolean {
  if (expected === null) return false;
  const words = text.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return words.some((token, at) => {
    if (asked.has(token.term)) return false;
    if (expected === 'number') return NUMBER.test(token.word);
    if (expected === 'definition') return DEFINING.test(token.word);
    return expected === 'date' ? DATE.test(token.word) : isName(token, at);
  });
}
