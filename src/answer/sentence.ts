import type { Span } from '../corpus/types.ts';
import type { Search } from '../search/search.ts';
import type { Token } from '../search/tokens.ts';
import type { Passage } from '../search/types.ts';
import { type Expected, holdsExpected } from './expected.ts';

/** A sentence of a passage, and the weight of the terms that it holds, each counted once. */
export interface RatedSentence {
  readonly sentence: Span;
  readonly weight: number;
  /** Holds a name, a date or a number, as the question expects. */
  readonly expected: boolean;
}

/** What a name, date or number counts, as a share of the heaviest sentence: enough to decide between near equals. */
const EXPECTED = 0.15;

/**
 * The sentence that holds the most weight of the terms; the first of equals.
 *
 * @param text the passage's terms, in the order of their starts.
 * @param total the weight of all terms of the query.
 */
export function bestSentence(
  passage: Passage,
  text: readonly Token[],
  terms: ReadonlySet<string>,
  search: Search,
  { total = 0, expected = null }: { readonly total?: number; readonly expected?: Expected } = {},
): RatedSentence {
  const matched = text.filter(({ term }) => terms.has(term));
  const whole: RatedSentence = { sentence: passage.paragraph, weight: 0, expected: false };
  const rank = (rated: RatedSentence): number => rated.weight + (rated.expected ? EXPECTED * total : 0);
  return passage.paragraph.sentences
    .map((sentence): RatedSentence => {
      const inside = matched.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
      const held = new Set(inside.map(({ term }) => term));
      return {
        sentence,
        weight: [...held].reduce((sum, term) => sum + search.weight(term), 0),
        expected: held.size > 0 && holdsExpected(expected, sentence, text, terms),
      };
    })
    .reduce((best, each, at) => (at === 0 || rank(each) > rank(best) ? each : best), whole);
}
