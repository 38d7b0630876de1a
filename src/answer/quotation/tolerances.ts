import { APOSTROPHES, CERTAIN_MARKS } from '../../language/quotation-marks.ts';
import { INVISIBLE } from '../../language/tokens.ts';
import { memoise } from '../../memoise.ts';
import type { Tolerance } from './checked.ts';
import { withoutAccents } from './words.ts';

const MARK_OR_APOSTROPHE = CERTAIN_MARKS + APOSTROPHES;
const DASHES = '\\p{Pd}−';
const SPACES = `\\s${INVISIBLE}`;

const only = (characters: string): RegExp => new RegExp(`[^${characters}]`, 'gu');
const without = (characters: string): RegExp => new RegExp(`[${characters}]`, 'gu');

const ONLY_MARKS = only(MARK_OR_APOSTROPHE);
const ONLY_DASHES = only(DASHES);
const ONLY_SPACES = only(SPACES);
const NONE_OF_THEM = without(MARK_OR_APOSTROPHE + DASHES + SPACES);
const EVERY_MARK = without(MARK_OR_APOSTROPHE);
const EVERY_DASH = without(DASHES);

/** How the characters between two words differ from those that the article has there. */
export function toleratedBetween(said: string, source: string): readonly Tolerance[] {
  if (said === source) return [];
  const differ = (pattern: RegExp): boolean => said.replace(pattern, '') !== source.replace(pattern, '');
  const punctuation = (text: string): string => text.replaceAll('…', '...').replace(NONE_OF_THEM, '');
  return [
    ...(differ(ONLY_MARKS) ? (['marks'] as const) : []),
    ...(differ(ONLY_DASHES) ? (['dashes'] as const) : []),
    ...(differ(ONLY_SPACES) ? (['spacing'] as const) : []),
    ...(punctuation(said) === punctuation(source) ? [] : (['punctuation'] as const)),
  ];
}

/** What evens out each tolerance, in the order in which they are applied. */
const NORMALISERS: readonly (readonly [Tolerance, (word: string) => string])[] = [
  ['forms', (word) => word.normalize('NFKC')],
  ['spacing', (word) => word.replace(without(INVISIBLE), '')],
  ['marks', (word) => word.replace(without(APOSTROPHES), "'")],
  ['punctuation', (word) => word.replaceAll("'", '')],
  ['accents', withoutAccents],
  ['case', (word) => word.toLowerCase()],
];

/** Pairs of words whose tolerances are kept: the same pair comes again in every place of a quotation. */
const MOST_PAIRS_KEPT = 1000;

/** Each tolerance without which the words would not be the same. */
const tolerancesOf = memoise(
  MOST_PAIRS_KEPT,
  ({ said, source }: { readonly said: string; readonly source: string }): readonly Tolerance[] =>
    NORMALISERS.flatMap(([tolerance]) => {
      const others = NORMALISERS.filter(([other]) => other !== tolerance);
      const normalised = (word: string): string => others.reduce((text, [, each]) => each(text), word);
      return normalised(said) === normalised(source) ? [] : [tolerance];
    }),
  ({ said, source }) => `${said} ${source}`,
);

/** How one word of a quotation differs from the same word in the article. */
export const toleratedWithin = (said: string, source: string): readonly Tolerance[] =>
  said === source ? [] : tolerancesOf({ said, source });

/** Whether two characters at an end of a quotation are the same, all marks and all dashes being alike. */
const isSameCharacter = (a: string, b: string): boolean => {
  const evened = (character: string): string => character.replace(EVERY_MARK, '"').replace(EVERY_DASH, '-');
  return evened(a) === evened(b);
};

/** How many characters two texts begin with in common. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && isSameCharacter(a.charAt(length), b.charAt(length)))
    length++;
  return length;
}

const reversed = (text: string): string => [...text].toReversed().join('');

/**
 * How many characters around the quoted words the article has as well, and whether the quotation ends with punctuation
 * of its own.
 *
 * @param typed what the quotation has before its first and behind its last word.
 * @param source what the article has before and behind the same words.
 */
export function sharedEdges(
  typed: { readonly before: string; readonly after: string },
  source: { readonly before: string; readonly after: string },
): { readonly before: number; readonly after: number; readonly ending: boolean } {
  const after = sharedStart(typed.after.trimEnd(), source.after);
  const rest = typed.after.trimEnd().slice(after);
  return {
    before: sharedStart(reversed(typed.before.trimStart()), reversed(source.before)),
    after,
    ending: /[.,;:!?]/.test(rest),
  };
}
