import type { Tolerance } from './checked.ts';
import { APOSTROPHES, UNSEEN, withoutAccents } from './words.ts';

const MARKS = `"“”„‟«»‹›「」『』＂${APOSTROPHES}`;
const DASHES = '\\p{Pd}−';
const SPACES = `\\s${UNSEEN}`;

const only = (characters: string): RegExp => new RegExp(`[^${characters}]`, 'gu');
const without = (characters: string): RegExp => new RegExp(`[${characters}]`, 'gu');

const ONLY_MARKS = only(MARKS);
const ONLY_DASHES = only(DASHES);
const ONLY_SPACES = only(SPACES);
const NONE_OF_THEM = without(MARKS + DASHES + SPACES);
const EVERY_MARK = without(MARKS);
const EVERY_DASH = without(DASHES);

/** How what stands between two words differs from what the article has there. */
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

const EVENINGS: readonly (readonly [Tolerance, (word: string) => string])[] = [
  ['forms', (word) => word.normalize('NFKC')],
  ['spacing', (word) => word.replace(without(UNSEEN), '')],
  ['marks', (word) => word.replace(without(APOSTROPHES), "'")],
  ['punctuation', (word) => word.replaceAll("'", '')],
  ['accents', withoutAccents],
  ['case', (word) => word.toLowerCase()],
];

/** Pairs of words whose difference is kept: the same ones meet in every place of a quotation. */
const MOST_PAIRS_KEPT = 1000;
const known = new Map<string, readonly Tolerance[]>();

/** How one word differs from the same word in the article: what does not come out the same without being evened. */
export function toleratedWithin(said: string, source: string): readonly Tolerance[] {
  if (said === source) return [];
  const pair = `${said} ${source}`;
  const overlooked = known.get(pair) ?? tolerancesOf(said, source);
  if (known.size >= MOST_PAIRS_KEPT) known.clear();
  known.set(pair, overlooked);
  return overlooked;
}

function tolerancesOf(said: string, source: string): readonly Tolerance[] {
  return EVENINGS.flatMap(([what]) => {
    const rest = EVENINGS.filter(([other]) => other !== what);
    const evened = (word: string): string => rest.reduce((text, [, even]) => even(text), word);
    return evened(said) === evened(source) ? [] : [what];
  });
}

/** A character as it is compared at the ends of a quotation. */
const isSameCharacter = (a: string, b: string): boolean => {
  const evened = (character: string): string => character.replace(EVERY_MARK, '"').replace(EVERY_DASH, '-');
  return evened(a) === evened(b);
};

/** How many characters two texts begin with alike. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && isSameCharacter(a.charAt(length), b.charAt(length)))
    length++;
  return length;
}

const reversed = (text: string): string => [...text].toReversed().join('');

/**
 * How many characters around the quoted words the article has as well, and whether the quotation ends with a full
 * stop or comma of its own.
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
