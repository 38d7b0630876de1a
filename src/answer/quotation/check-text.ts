import { checkQuotation } from './check-quotation.ts';
import type { CheckedQuotation, Checks } from './checked.ts';
import type { CorpusWords } from './corpus-words.ts';
import { literalWords } from './quoted-words.ts';
import { readQuotations } from './read-quotations.ts';
import { exactPlaces } from './shared-runs.ts';

/** Different quotations of a text that are checked fully (`CheckedQuotation.fully`). */
const CHECKED_FULLY = 25;

/** Quotations of a text that are checked at all: a long draft has some forty, and each takes up to 2 ms. */
export const MOST_CHECKED = 60;

/** How many quotations a text holds beyond those that are checked. */
export const uncheckedIn = (text: string): number =>
  Math.max(0, readQuotations(text).quotations.length - MOST_CHECKED);

/**
 * Checks the quotations of a text in their order, `MOST_CHECKED` at the most. A text that an article has as it stands,
 * marks and all, is one quotation.
 *
 * @param text what was typed, its own marks included.
 */
export function checkText(text: string, index: CorpusWords): Checks {
  const { quotations, whole } = readQuotations(text);
  const [first = whole, ...rest] = quotations;
  const words = literalWords(whole, index).map(({ number }) => number);
  if (rest.length > 0 || first !== whole) {
    if (words.length > 0 && exactPlaces(words, index).length > 0) return [checkQuotation(whole, index)];
  }
  // The same words are often quoted twice.
  const known = new Map<string, CheckedQuotation>();
  const check = (quotation: string): CheckedQuotation => {
    const checked = known.get(quotation) ?? checkQuotation(quotation, index, known.size < CHECKED_FULLY);
    known.set(quotation, checked);
    return checked;
  };
  return [check(first), ...rest.slice(0, MOST_CHECKED - 1).map(check)];
}
