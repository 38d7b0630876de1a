import MiniSearch from 'minisearch';

/** A document of the index: terms as they are compared, in order, a space apart. */
export interface IndexedPassage {
  readonly id: number;
  readonly body: string;
  readonly title: string;
}

/** A passage that holds a term of the query. */
export interface Match {
  readonly id: number;
  readonly score: number;
  /** The terms of the query that the body holds. */
  readonly terms: readonly string[];
}

export interface MatchOptions {
  /** How much a term weighs in the title, against 1 in the body; 0 leaves the title out. */
  readonly titleWeight: number;
  readonly admits: (id: number) => boolean;
}

const atSpaces = (text: string): string[] => text.split(' ');
const asItIs = (term: string): string => term;

/** BM25 over passages. A query is terms alone: tokens, stems and corrections are made before. */
export class PassageIndex {
  readonly #index = new MiniSearch<IndexedPassage>({
    fields: ['body', 'title'],
    tokenize: atSpaces,
    processTerm: asItIs,
  });

  constructor(passages: readonly IndexedPassage[]) {
    this.#index.addAll(passages);
  }

  /** Passages whose body holds at least one of the terms, best first; equal scores in the corpus's order. */
  match(terms: readonly string[], { titleWeight, admits }: MatchOptions): readonly Match[] {
    if (terms.length === 0) return [];
    const hasTitle = titleWeight > 0;
    const inBody = (fields: readonly string[] | undefined): boolean => fields?.includes('body') ?? false;
    const found = this.#index.search([...new Set(terms)].join(' '), {
      fields: hasTitle ? ['body', 'title'] : ['body'],
      boost: { title: titleWeight },
      filter: ({ id, match }) => (!hasTitle || Object.values(match).some(inBody)) && admits(id),
    });
    return found
      .map(({ id, score, match, terms: held, queryTerms }) => ({
        id: Number(id),
        // MiniSearch multiplies the sum of BM25 by the number of terms that match: keyword searches find less by it.
        score: score / Math.max(1, queryTerms.length),
        terms: hasTitle ? held.filter((term) => inBody(match[term])) : held,
      }))
      .sort((a, b) => b.score - a.score || a.id - b.id);
  }
}

/** A word of the corpus as people write it. */
export interface VocabularyWord {
  readonly id: string;
  /** How many passages hold it. */
  readonly passages: number;
}

/** The words of the corpus, for completing what is typed. */
export class VocabularyIndex {
  readonly #index = new MiniSearch<VocabularyWord>({
    fields: ['id'],
    storeFields: ['passages'],
    tokenize: (text) => [text],
    processTerm: asItIs,
  });

  constructor(words: readonly VocabularyWord[]) {
    this.#index.addAll(words);
  }

  has(word: string): boolean {
    return this.#index.has(word);
  }

  /** Words that start with `typed`, the most frequent first. */
  startingWith(typed: string): readonly VocabularyWord[] {
    const words = this.#words(this.#index.search(typed, { prefix: true, fuzzy: false }));
    return [...words].sort((a, b) => b.passages - a.passages || (a.id < b.id ? -1 : 1));
  }

  #words(results: readonly { id: string; passages?: unknown }[]): readonly VocabularyWord[] {
    return results.map(({ id, passages }) => ({ id, passages: Number(passages ?? 0) }));
  }
}
