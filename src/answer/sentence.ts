import type { Passage, Span } from '../document/types.ts';
import type { Token } from '../language/tokens.ts';
import type { Search } from '../search/search.types.ts';

/**
 * The sentence of a passage whose terms, of those given, weigh most, each counted once; the first of equals.
 *
 * @param text the passage's terms, in the order of their starts.
 */
export function bestSentence(
  passage: Passage,
  text: readonly Token[],
  terms: ReadonlySet<string>,
  search: Search,
): Span {
  const matched = text.filter(({ term }) => terms.has(term));
  const weightIn = (sentence: Span): number => {
    const inside = matched.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    return [...new Set(inside.map(({ term }) => term))].reduce((sum, term) => sum + search.weight(term), 0);
  };
  const { paragraph } = passage;
  return paragraph.sentences
    .map((sentence) => ({ sentence, weight: weightIn(sentence) }))
    .reduce((best, each, at) => (at === 0 || each.weight > best.weight ? each : best), {
      sentence: paragraph as Span,
      weight: 0,
    }).sentence;
}
