/** What kind of answer a question asks for, where its own words say so. */
export type AnswerType = 'person' | 'date' | 'place' | 'number' | 'reason' | 'definition' | null;

const COUNT_NOUNS = 'percent|percentage|number|amount|proportion|share|fraction|population';
const MEASURE_NOUNS = 'size|length|height|area|cost|price|rate|age|temperature|distance|total';
const PLACE_NOUNS =
  'country|countries|nation|city|cities|capital|place|places|state|region|town|river|continent|location|area|province|county|venue';

/** The first that fits decides: "how long ago" asks for a date, not for a number. */
const QUESTION_FORMS: readonly (readonly [RegExp, NonNullable<AnswerType>])[] = [
  [/\bwhen\b|\bhow long ago\b/i, 'date'],
  [/\b(?:what|which|whose) (?:year|date|day|month|decade|century|time|era|period)s?\b/i, 'date'],
  [/\bhow (?:many|much|long|old|large|big|tall|far|often|high|deep|wide|fast|heavy|hot)\b/i, 'number'],
  [new RegExp(`\\b(?:what|which) (?:${COUNT_NOUNS})\\b|^\\W*(?:the )?number of\\b`, 'i'), 'number'],
  [
    new RegExp(`\\bwhat (?:is|was|are|were) the (?:\\p{L}+ )?(?:${COUNT_NOUNS}|${MEASURE_NOUNS})\\b`, 'iu'),
    'number',
  ],
  [/\bwho(?:m|se)?\b/i, 'person'],
  [new RegExp(`\\bwhere\\b|\\b(?:what|which) (?:\\p{L}+ )?(?:${PLACE_NOUNS})\\b`, 'iu'), 'place'],
  [/\bwhy\b|\bwhat (?:cause|reason)/i, 'reason'],
  // "What is the Shanghai Spirit?"; a longer question asks for more than a definition.
  [
    /^\W*(?:what (?:is|are) (?:(?:the|an?) )?\S+(?:\s+\S+){0,2}\s*$|define\b)|\bmeans?\b|\bmeaning\b|\bmeant by\b/i,
    'definition',
  ],
];

/** @param question as typed: its terms do not have "who" and "when". */
export const answerTypeOf = (question: string): AnswerType =>
  QUESTION_FORMS.find(([pattern]) => pattern.test(question))?.[1] ?? null;
