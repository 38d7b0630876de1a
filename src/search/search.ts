import type { Article, Corpus, Paragraph, Span } from '../corpus/types.ts';
import { learnAcronyms } from './acronyms.ts';
import { admittedArticles } from './filters.ts';
import { PassageIndex, WordIndex } from './passage-index.ts';
import { joined, mend, type Resolved, resolve, type Vocabulary } from './resolve.ts';
import { fold, type Token, tokens } from './tokens.ts';
import type { Filters, Passage, Query } from './types.ts';

/** A passage that matches, with what ranking and marking need to know of it. */
export interface Found extends Passage {
  readonly score: number;
  /** The terms of the query that the passage holds. */
  readonly terms: ReadonlySet<string>;
}

export interface Results {
  readonly found: readonly Found[];
  readonly resolved: Resolved;
  /** Undated articles that a date filter left out. */
  readonly undated: number;
}

export interface HowToFind {
  /** What a term weighs in an article's title, against 1 in the passage. */
  readonly titleWeight: number;
  /** Whether a name that initials stand for must be there word by word, or any of its words will do. */
  readonly wholeNames: boolean;
}

export interface Search {
  /** Every passage that matches, best first. */
  find(query: Query, how: HowToFind): Results;
  /** The passages that filters leave, in the corpus's order. */
  passages(filters: Filters): readonly Passage[];
  /** How telling a term is: BM25's inverse document frequency; the highest for a term that no passage holds. */
  weight(term: string): number;
  /** The terms of a passage, in order, with their places in the article. */
  termsOf(passage: Passage): readonly Token[];
  /** Where the terms, and the phrases of a query, stand in a passage. */
  matches(passage: Passage, terms: ReadonlySet<string>, phrases: readonly string[]): readonly Span[];
  /** Words of the corpus that start so, the most frequent first; none for fewer than three letters. */
  complete(typed: string): readonly string[];
  /** Whether a word is the corpus's own. */
  knows(word: string): boolean;
  /** The word of the corpus nearest to one that it does not have. */
  nearest(word: string): string | null;
}

const isSearched = (paragraph: Paragraph): boolean =>
  (paragraph.kind === 'body' || paragraph.kind === 'caption') && paragraph.repeats === null;

/** Overlapping spans as one. */
function union(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Where the words of a phrase stand one behind the other, whatever their case, accents and punctuation. */
function phraseSpans(phrase: string, text: readonly Token[]): readonly Span[] {
  const wanted = tokens(phrase).map(({ word }) => word);
  const first = wanted[0];
  if (first === undefined) return [];
  return text.flatMap((token, at) => {
    if (token.word !== first || !wanted.every((word, ahead) => text[at + ahead]?.word === word)) return [];
    return [{ start: token.start, end: text[at + wanted.length - 1]?.end ?? token.end }];
  });
}

export function createSearch(corpus: Corpus): Search {
  const articles: readonly Article[] = [...corpus.articles.values()];
  const all: readonly Passage[] = articles.flatMap((article) =>
    article.paragraphs.filter(isSearched).map((paragraph) => ({ article, paragraph })),
  );
  const textOf = ({ article, paragraph }: Passage): string =>
    article.text.slice(paragraph.start, paragraph.end);
  const acronyms = learnAcronyms(all.map(textOf));

  /** Plain words, for phrases. */
  const wordsOf = (passage: Passage): readonly Token[] => tokens(textOf(passage), passage.paragraph.start);
  /** The words, the acronyms read as names and the names as acronyms, and hyphenated words joined as well. */
  const termsOf = (passage: Passage): readonly Token[] => {
    const words = wordsOf(passage);
    const folded = acronyms.fold(words).filter((token) => !words.includes(token));
    return [...words, ...folded, ...joined(words)].sort((a, b) => a.start - b.start || a.end - b.end);
  };

  const frequency = new Map<string, number>();
  const wordFrequency = new Map<string, number>();
  const count = (into: Map<string, number>, seen: Iterable<string>): void => {
    for (const each of new Set(seen)) into.set(each, (into.get(each) ?? 0) + 1);
  };
  const index = new PassageIndex(
    all.map((passage, id) => {
      const text = termsOf(passage);
      count(
        frequency,
        text.map(({ term }) => term),
      );
      count(
        wordFrequency,
        text.map(({ word }) => word),
      );
      const title = acronyms.fold(tokens(passage.article.title));
      return {
        id,
        body: text.map(({ term }) => term).join(' '),
        title: title.map(({ term }) => term).join(' '),
      };
    }),
  );
  const words = new WordIndex([...wordFrequency].map(([id, passages]) => ({ id, passages })));
  const vocabulary: Vocabulary = { words, acronyms, passagesWith: (term) => frequency.get(term) ?? 0 };

  const weight = (term: string): number => {
    const n = frequency.get(term) ?? 0;
    return Math.log(1 + (all.length - n + 0.5) / (n + 0.5));
  };

  const find = (query: Query, { titleWeight, wholeNames }: HowToFind): Results => {
    const { admitted, undated } = admittedArticles(articles, query.filters);
    const resolved = resolve([query.words, ...query.phrases].join(' '), vocabulary);
    const everywhere = { titleWeight: 0, admits: () => true };
    /** Passages that hold every word of a phrase, one behind the other; a single word in all its forms. */
    const holding = (phrase: string): ReadonlySet<number> => {
      const terms = new Set(tokens(phrase).map(({ term }) => term));
      const candidates = index
        .match([...terms], everywhere)
        .filter((match) => match.terms.length === terms.size);
      return new Set(
        candidates.flatMap(({ id }) => {
          const passage = all[id];
          return passage !== undefined && phraseSpans(phrase, wordsOf(passage)).length > 0 ? [id] : [];
        }),
      );
    };
    const excluded = query.without.map((word) =>
      /\s/.test(word)
        ? holding(word)
        : new Set(index.match(resolve(word, vocabulary).terms, everywhere).map(({ id }) => id)),
    );
    const required = [...query.phrases, ...(wholeNames ? resolved.names : [])].map(holding);
    const admits = (id: number): boolean =>
      admitted.has(all[id]?.article.id ?? '') &&
      required.every((ids) => ids.has(id)) &&
      !excluded.some((ids) => ids.has(id));
    const found = index
      .match(resolved.terms, { titleWeight, admits })
      .flatMap(({ id, score, terms }): Found[] => {
        const passage = all[id];
        return passage === undefined ? [] : [{ ...passage, score, terms: new Set(terms) }];
      });
    return { found, resolved, undated };
  };

  return {
    find,
    weight,
    termsOf,
    passages: (filters) => {
      const { admitted } = admittedArticles(articles, filters);
      return all.filter(({ article }) => admitted.has(article.id));
    },
    matches: (passage, terms, phrases) => {
      const marked = termsOf(passage).filter(({ term }) => terms.has(term));
      const quoted = phrases.flatMap((phrase) => phraseSpans(phrase, wordsOf(passage)));
      return union([...marked, ...quoted].map(({ start, end }) => ({ start, end })));
    },
    complete: (typed) => {
      const word = fold(typed);
      return word.length < 3 ? [] : words.startingWith(word).map(({ id }) => id);
    },
    knows: (word) => words.has(fold(word)),
    nearest: (word) => mend(fold(word), vocabulary),
  };
}
