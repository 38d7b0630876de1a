import lunr from 'lunr';
import type { Entry } from '../collection.ts';
import type { Contender } from '../contender.ts';

/**
 * As its guide has it. A query goes in as terms, since `search` would read its colons, hyphens and plus signs as
 * commands; its own tokenizer and trimmer make them, or "located?" would be looked for with its mark.
 */
export function lunrOf(entries: readonly Entry[]): Contender {
  const index = lunr(function () {
    this.ref('id');
    this.field('title');
    this.field('text');
    for (const entry of entries) this.add(entry);
  });
  const termsOf = (line: string): lunr.Token[] =>
    lunr.tokenizer(line).flatMap((token) => {
      const trimmed = token.update((text) => text.replace(/^\W+|\W+$/g, ''));
      return trimmed.toString() === '' ? [] : [trimmed];
    });
  const rank = (line: string): readonly string[] => {
    const terms = termsOf(line);
    if (terms.length === 0) return [];
    return index.query((query) => void query.term(terms, {})).map(({ ref }) => ref);
  };
  return { rank, work: rank };
}
