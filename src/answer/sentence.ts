import type { Span } from '../corpus/types.ts';
import type { Search } from '../search/search.ts';
import type { Token } from '../search/tokens.ts';
import type { Passage } from '../search/types.ts';

/** A sentence of a passage, and the weight of the terms that it holds, each counted once. */
export interface RatedSentence {
  readonly sentence: Span;
  readonly weight: number;
}

/** The sentence that holds the most weight of the terms; the first of equals. */
export function bestSentence(
  passage: Passage,
  text: readonly Token[],
  terms: ReadonlySet<string>,
  search: Search,
): RatedSentence {
  const rated = passage.paragraph.sentences.map((sentence) => {
    const held = new Set(
      text
        .filter(({ term, start, end }) => terms.has(term) && start >= sentence.start && end <= sentence.end)
        .map(({ term }) => term),
    );
    return { sentence, weight: [...held].reduce((sum, term) => sum + search.weight(term), 0) };
  });
  const whole: RatedSentence = { sentence: passage.paragraph, weight: 0 };
  return rated.reduce((best, each) => (each.weight > best.weight ? each : best), rated[0] ?? whole);
}
