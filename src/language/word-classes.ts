import { wordSet } from './stopwords.ts';

/** What a word can be in an answer, a bit each. A word may be several. */
export const wordClass = {
  number: 1,
  digits: 2,
  year: 4,
  date: 8,
  /** Stands before a place: "in Tashkent". */
  placing: 16,
  /** Stands for somebody or something named before. */
  pronoun: 32,
  /** Says why. */
  reasoning: 64,
  /** Says what something is. */
  defining: 128,
} as const;

const NUMBER_WORDS = wordSet(
  `one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands
  million millions billion billions trillion half several twice third quarter`,
);
const DATE_WORDS = wordSet(
  `january february march april june july august september october november december jan feb apr aug sep sept oct
  nov dec century centuries decade decades monday tuesday wednesday thursday friday saturday sunday`,
);
const PLACING_WORDS = wordSet('in at near from to of on between around');
const PRONOUN_WORDS = wordSet('he she it they this these those that his her its their such both');
const REASONING_WORDS = wordSet(
  'because due reason reasons since cause caused causes therefore thus so owing result led',
);
const DEFINING_WORDS = wordSet('defined defines means meaning refers termed namely described denotes');

/** @param word in lower case, as `fold` gives it. */
export function classesOf(word: string): number {
  // "20th" counts nothing.
  const digits = /^\d/.test(word) && !/(?:st|nd|rd|th)$/.test(word);
  const year = /^(?:1\d|20)\d\ds?$/.test(word);
  return (
    (digits || NUMBER_WORDS.has(word) ? wordClass.number : 0) |
    (digits ? wordClass.digits : 0) |
    (year ? wordClass.year : 0) |
    (year || DATE_WORDS.has(word) || /^\d{1,4}(?:s|st|nd|rd|th)$/.test(word) ? wordClass.date : 0) |
    (PLACING_WORDS.has(word) ? wordClass.placing : 0) |
    (PRONOUN_WORDS.has(word) ? wordClass.pronoun : 0) |
    (REASONING_WORDS.has(word) ? wordClass.reasoning : 0) |
    (DEFINING_WORDS.has(word) ? wordClass.defining : 0)
  );
}
