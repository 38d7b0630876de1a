/** What the answer to a question is made of, where the question's own words say so. */
export type Expected = 'person' | 'date' | 'place' | 'number' | 'reason' | 'definition' | null;

const COUNTABLE = 'percent|percentage|number|amount|proportion|share|fraction|population';
const MEASURE = 'size|length|height|area|cost|price|rate|age|temperature|distance|total';
const PLACE =
  'country|countries|nation|city|cities|capital|place|places|state|region|town|river|continent|location|area|province|county|venue';

/** The first that fits. "How long ago" is a date, "what year" too; "in what city" is a place. */
const ASKED: readonly (readonly [RegExp, NonNullable<Expected>])[] = [
  [/\bwhen\b|\bhow long ago\b/i, 'date'],
  [/\b(?:what|which|whose) (?:year|date|day|month|decade|century|time|era|period)s?\b/i, 'date'],
  [/\bhow (?:many|much|long|old|large|big|tall|far|often|high|deep|wide|fast|heavy|hot)\b/i, 'number'],
  [new RegExp(`\\b(?:what|which) (?:${COUNTABLE})\\b|^\\W*(?:the )?number of\\b`, 'i'), 'number'],
  [new RegExp(`\\bwhat (?:is|was|are|were) the (?:\\p{L}+ )?(?:${COUNTABLE}|${MEASURE})\\b`, 'iu'), 'number'],
  [/\bwho(?:m|se)?\b/i, 'person'],
  [new RegExp(`\\bwhere\\b|\\b(?:what|which) (?:\\p{L}+ )?(?:${PLACE})\\b`, 'iu'), 'place'],
  [/\bwhy\b|\bwhat (?:cause|reason)/i, 'reason'],
  // "What is the Shanghai Spirit?"; a longer question wants something of it.
  [
    /^\W*(?:what (?:is|are) (?:(?:the|an?) )?\S+(?:\s+\S+){0,2}\s*$|define\b)|\bmeans?\b|\bmeaning\b|\bmeant by\b/i,
    'definition',
  ],
];

/** Reads the question itself, not its terms: "who" and "when" are no terms. */
export const expectedBy = (question: string): Expected =>
  ASKED.find(([pattern]) => pattern.test(question))?.[1] ?? null;
