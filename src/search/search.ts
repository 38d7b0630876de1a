import type { Corpus } from '../corpus/types.ts';
import { searched } from '../document/passage.ts';
import type { Article, Passage } from '../document/types.ts';
import { fold, type Token, tokens } from '../language/tokens.ts';
import { memoise } from '../memoise.ts';
import { learnAcronyms } from './acronyms.ts';
import { admittedArticles } from './filters.ts';
import { createForwardIndex } from './forward-index.ts';
import { nearWords } from './near-words.ts';
import { type Match, PassageIndex, VocabularyIndex } from './passage-index.ts';
import { createPhraseIndex } from './phrase-index.ts';
import { relatedTermsOf } from './related-terms.ts';
import {
  byExactForm,
  byOtherTerms,
  byRelevanceFeedback,
  inverseDocumentFrequency,
  type RerankContext,
} from './rerank.ts';
import { joinHyphenated, resolve, type Vocabulary } from './resolve.ts';
import type { FindOptions, Found, Results, Search } from './search.types.ts';
import { phraseSpans, union } from './spans.ts';
import { suggestWords } from './suggest.ts';
import { measureTopics } from './topics.ts';
import type { Query } from './types.ts';

/** The terms that are looked for: the rarest, at least one, whose passages together are no more than `most`. */
function withinBudget(
  terms: readonly string[],
  most: number,
  passagesWith: (term: string) => number,
): readonly string[] {
  const rarest = [...terms].sort((a, b) => passagesWith(a) - passagesWith(b));
  let sum = 0;
  const afforded = new Set(
    rarest.filter((term, at) => {
      sum += passagesWith(term);
      return at === 0 || sum <= most;
    }),
  );
  return terms.filter((term) => afforded.has(term));
}

/** Passages whose tokens are kept: some 10 kB each. */
const MOST_PASSAGES_KEPT = 1000;

/** See `FindOptions.postings`: some 5 ms. */
const POSTINGS_BUDGET = 3000;

/** How many of a passage's rarest terms stand for it: as many as a question has. */
const RAREST_TERMS = 6;

/** Words of questions whose related terms are kept. */
const MOST_RELATED_KEPT = 10_000;

/** Indexes a corpus. */
export function createSearch(corpus: Corpus): Search {
  const articles: readonly Article[] = [...corpus.articles.values()];
  const all: readonly Passage[] = articles.flatMap((article) =>
    searched(article).map((paragraph) => ({ article, paragraph })),
  );
  const textOf = ({ article, paragraph }: Passage): string =>
    article.text.slice(paragraph.start, paragraph.end);
  const acronyms = learnAcronyms(all.map(textOf));

  /** Plain words, for phrases. */
  const wordsOf = (passage: Passage): readonly Token[] => tokens(textOf(passage), passage.paragraph.start);
  /** The words, and behind them as acronyms and joined at hyphens, in the order of their starts. */
  const readTerms = (passage: Passage, words = wordsOf(passage)): readonly Token[] => {
    const asWritten = new Set(words);
    const folded = acronyms.fold(words).filter((token) => !asWritten.has(token));
    return [...words, ...folded, ...joinHyphenated(words)].sort((a, b) => a.start - b.start || a.end - b.end);
  };

  const termsOf = memoise(
    MOST_PASSAGES_KEPT,
    (passage: Passage) => readTerms(passage),
    ({ paragraph }) => paragraph.id,
  );

  const wordFrequency = new Map<string, number>();
  const passageWords: (readonly Token[])[] = [];
  const forwardIndex = createForwardIndex();
  const index = new PassageIndex(
    all.map((passage, id) => {
      const written = wordsOf(passage);
      const text = readTerms(passage, written);
      const terms = text.map(({ term }) => term);
      for (const word of new Set(text.map((each) => each.word))) {
        wordFrequency.set(word, (wordFrequency.get(word) ?? 0) + 1);
      }
      forwardIndex.add(text, passage.paragraph.sentences);
      passageWords.push(written);
      const title = acronyms.fold(tokens(passage.article.title));
      return { id, body: terms.join(' '), title: title.map(({ term }) => term).join(' ') };
    }),
  );
  const { lexicon } = forwardIndex;
  const passagesWith = (term: string): number => lexicon.passagesWith(lexicon.numberOfTerm(term));
  const allWords = [...wordFrequency].map(([id, passages]) => ({ id, passages }));
  const words = new VocabularyIndex(allWords);
  const phraseIndex = createPhraseIndex(passageWords);
  const places = new Map(all.map(({ paragraph }, place) => [paragraph.id, place]));
  const relatedTerms = memoise(MOST_RELATED_KEPT, (word) => relatedTermsOf(word, lexicon));

  /**
   * Tells the passages that hold a word in any of its forms, hyphenated words one behind the other, or a phrase as it
   * stands.
   */
  const holderOf = (word: string): ((id: number) => boolean) => {
    if (/\s/.test(word)) return (id) => phraseIndex.holds(id, word);
    const parts = acronyms.fold(tokens(word));
    const whole = parts.length === 2 ? joinHyphenated(parts) : parts.length === 1 ? parts : [];
    const wanted = whole.map(({ term }) => term);
    return (id) =>
      wanted.some((term) => forwardIndex.holds(id, term)) ||
      (parts.length > 1 && phraseIndex.holds(id, word));
  };

  const vocabulary: Vocabulary = {
    words: nearWords(allWords),
    acronyms,
    passagesWith,
    together: (phrase) => all.some((_, id) => phraseIndex.holds(id, phrase)),
  };

  const weight = (term: string): number => inverseDocumentFrequency(passagesWith(term), all.length);

  const context: RerankContext = {
    phrases: phraseIndex,
    forwardIndex,
    hasWord: (word) => wordFrequency.has(word),
    weight,
    passages: all.length,
  };

  const toFound = ({ id, score, terms }: Match): readonly Found[] => {
    const passage = all[id];
    return passage === undefined ? [] : [{ ...passage, score, terms }];
  };

  const find = (
    query: Query,
    {
      titleWeight,
      exactWeight = 0,
      feedback = 0,
      postings = POSTINGS_BUDGET,
      wholeNames,
      fallbackWords,
      common,
    }: FindOptions,
  ): Results => {
    const { admitted, undated } = admittedArticles(articles, query.filters);
    const typed = resolve([query.words, ...query.phrases].join(' '), vocabulary, fallbackWords);
    // A mistyped minus word is not corrected and leaves nothing out: it must be told as missing.
    const unknown = acronyms
      .fold(tokens(query.without.join(' ')))
      .filter(({ term }) => passagesWith(term) === 0)
      .map(({ written }) => written);
    const resolved = { ...typed, missing: [...new Set([...typed.missing, ...unknown])] };
    const lookedFor = withinBudget(resolved.terms, postings, passagesWith);
    if (resolved.common && !common) return { found: [], resolved, lookedFor, undated };
    const excluded = [...new Set(query.without)].map(holderOf);
    const required = [...new Set([...query.phrases, ...(wholeNames ? resolved.names : [])])];
    const admits = (id: number): boolean =>
      (admitted === 'all' || admitted.has(all[id]?.article.id ?? '')) &&
      required.every((phrase) => phraseIndex.holds(id, phrase)) &&
      !excluded.some((holds) => holds(id));
    const matches = index.match(lookedFor, { titleWeight, admits });
    const passedOver = resolved.terms.filter((term) => !lookedFor.includes(term));
    const withAll = byOtherTerms(matches, passedOver, context);
    const typedFirst = byExactForm(query.words, withAll, exactWeight, context);
    const found = byRelevanceFeedback(typedFirst, feedback, context).flatMap(toFound);
    return { found, resolved, lookedFor, undated };
  };

  /** The passages that share most of a passage's rarest terms, itself left out. */
  const like = (passage: Passage): readonly Found[] => {
    const shared = [...new Set(termsOf(passage).map(({ term }) => term))].filter(
      (term) => passagesWith(term) > 1,
    );
    const rarest = shared.sort((a, b) => passagesWith(a) - passagesWith(b)).slice(0, RAREST_TERMS);
    const lookedFor = withinBudget(rarest, POSTINGS_BUDGET, passagesWith);
    return index.match(lookedFor, { titleWeight: 0, admits: (id) => all[id] !== passage }).flatMap(toFound);
  };

  return {
    find,
    weight,
    topics: measureTopics(all, like),
    passagesWith,
    termsOf,
    tokensOf: (text) => acronyms.fold(tokens(text)),
    lexicon,
    sequence: ({ paragraph }) => forwardIndex.of(places.get(paragraph.id) ?? -1),
    relatedTerms,
    passages: (filters) => {
      const { admitted } = admittedArticles(articles, filters);
      return admitted === 'all' ? all : all.filter(({ article }) => admitted.has(article.id));
    },
    matches: (passage, terms, phrases) => {
      const marked = termsOf(passage).filter(({ term }) => terms.has(term));
      // Read once for all phrases, of which a line can hold hundreds.
      const text = phrases.length === 0 ? [] : wordsOf(passage);
      const quoted = [...new Set(phrases)].flatMap((phrase) => phraseSpans(phrase, text));
      return union([...marked, ...quoted].map(({ start, end }) => ({ start, end })));
    },
    complete: (typed) => {
      const word = fold(typed);
      return word.length < 3 ? [] : words.startingWith(word).map(({ id }) => id);
    },
    knows: (word) => words.has(fold(word)),
    suggest: (word) =>
      suggestWords(fold(word), {
        words: vocabulary.words,
        startingWith: (prefix) => words.startingWith(prefix),
      }),
  };
}
