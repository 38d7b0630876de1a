import { folded, foldedWords } from '../document/fold.ts';
import { textOf } from '../document/passage.ts';
import type { Article, Passage, Span } from '../document/types.ts';
import { stopwords } from '../language/stopwords.ts';
import { tokens } from '../language/tokens.ts';
import type { TermSequence } from '../search/forward-index.ts';
import type { Search } from '../search/search.types.ts';
import type { Hit, Query, QuotedPassage } from '../search/types.ts';
import { likeness, SAME_WORDS, trigramsOf } from './likeness.ts';

/** In words. Shorter sentences ("Photo: AFP") are alike by chance. */
const SHORTEST_COMPARED = 6;

/** How many words of a sentence its variants are looked for by: the rarest that other passages have too. */
const RAREST_WORDS = 6;

/** How much of a large corpus is read for the variants of one sentence. */
export interface Effort {
  /** Passages that hold the words looked for: beyond these, less rare words are left out. */
  readonly read: number;
  /** Passages whose sentences are compared, those with most of the words. */
  readonly compared: number;
}

/** For the variants of each answer to a question, and where somebody asks for variants. */
const QUICK_EFFORT: Effort = { read: 400, compared: 10 };
export const THOROUGH_EFFORT: Effort = { read: 1200, compared: 20 };

/** Of the words looked for, those that a passage needs at least to be compared. */
const FEWEST_SHARED_WORDS = 2;

/** Those of a sentence; null where it is too short to be compared. */
type Trigrams = ReadonlySet<string> | null;

function sentenceTrigrams(article: Article, sentence: Span): Trigrams {
  const words = foldedWords(textOf(article, sentence));
  return words.length < SHORTEST_COMPARED ? null : trigramsOf(words);
}

const likenessOf = (a: Trigrams, b: Trigrams): number => (a === null || b === null ? 0 : likeness(a, b));

/** A sentence in another article that is the same but for a few words, and how like it is (`likeness`). */
export interface SentenceVariant extends QuotedPassage {
  readonly likeness: number;
}

/** The share of the shorter sentence's different terms that a variant has at least. */
const SHARED_TERM_SHARE = 0.5;

/** The different terms of a sentence, by their numbers. */
function termsIn({ terms, sentences }: TermSequence, sentence: number): ReadonlySet<number> {
  return new Set(terms.subarray(sentences[sentence], sentences[sentence + 1]));
}

/** Whether two sentences have terms enough in common to be variants: to compare their trigrams costs much more. */
function mayBeVariants(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const term of few) if (many.has(term)) shared++;
  return shared >= SHARED_TERM_SHARE * few.size;
}

/** The sentence of a passage that is most like the one looked for; null where none is a variant. */
function variantIn(
  passage: Passage,
  trigrams: Trigrams,
  terms: ReadonlySet<number>,
  search: Search,
): SentenceVariant | null {
  const { article, paragraph } = passage;
  const sequence = search.sequence(passage);
  return paragraph.sentences.reduce<SentenceVariant | null>((best, sentence, at) => {
    if (!mayBeVariants(terms, termsIn(sequence, at))) return best;
    const like = likenessOf(trigrams, sentenceTrigrams(article, sentence));
    if (like < SAME_WORDS || (best !== null && like <= best.likeness)) return best;
    return { article, paragraph, sentence, likeness: like };
  }, null);
}

/** Whether two sentences have the same words in the same order, case, accents and punctuation aside. */
export const isWordForWord = (a: QuotedPassage, b: QuotedPassage): boolean =>
  folded(textOf(a.article, a.sentence)) === folded(textOf(b.article, b.sentence));

/** Which passages may be found: what a query leaves out stays out. */
export type Scope = Pick<Query, 'filters' | 'without'>;

const WHOLE_CORPUS: Scope = { filters: {}, without: [] };

/**
 * The variants of a sentence in other articles, one an article, the most like it first. Only passages that share its
 * rarest words are compared, so that the cost does not grow with the corpus.
 */
export function sentenceVariants(
  { article, sentence }: QuotedPassage,
  search: Search,
  scope: Scope = WHOLE_CORPUS,
  effort: Effort = QUICK_EFFORT,
): readonly SentenceVariant[] {
  const trigrams = sentenceTrigrams(article, sentence);
  if (trigrams === null) return [];
  const all = tokens(textOf(article, sentence));
  const byTerm = new Map(all.filter(({ word }) => !stopwords.has(word)).map((token) => [token.term, token]));
  const rare = [...byTerm.values()]
    .map(({ term, written }) => ({ written, passages: search.passagesWith(term) }))
    .filter(({ passages }) => passages > 1)
    .sort((a, b) => a.passages - b.passages)
    .slice(0, RAREST_WORDS);
  let read = 0;
  const words = rare.filter(({ passages }, at) => {
    read += passages;
    return at < FEWEST_SHARED_WORDS || read <= effort.read;
  });
  const { found, lookedFor } = search.find(
    {
      words: words.map(({ written }) => written).join(' '),
      phrases: [],
      without: scope.without,
      filters: scope.filters,
    },
    { titleWeight: 0, wholeNames: false, common: false, postings: effort.read },
  );
  // Common ones too: a short sentence may have few others.
  const terms = new Set(all.map(({ term }) => search.lexicon.numberOfTerm(term)));
  const variants = found
    .filter(
      (each) =>
        each.article.id !== article.id &&
        each.terms.length >= Math.min(FEWEST_SHARED_WORDS, lookedFor.length),
    )
    .sort((a, b) => b.terms.length - a.terms.length)
    .slice(0, effort.compared)
    .flatMap((each): SentenceVariant[] => {
      const variant = variantIn(each, trigrams, terms, search);
      return variant === null ? [] : [variant];
    })
    .sort((a, b) => b.likeness - a.likeness);
  const byArticle = new Map<string, SentenceVariant>();
  for (const each of variants) if (!byArticle.has(each.article.id)) byArticle.set(each.article.id, each);
  return [...byArticle.values()];
}

const asQuotedPassage = ({ article, paragraph, sentence }: QuotedPassage): QuotedPassage => ({
  article,
  paragraph,
  sentence,
});

/** A hit with the trigrams of each sentence of its passage, made once for all hits that it is compared with. */
interface ComparedHit {
  readonly hit: Hit;
  readonly own: Trigrams;
  readonly sentences: readonly { readonly sentence: Span; readonly trigrams: Trigrams }[];
}

const comparedHit = (hit: Hit): ComparedHit => ({
  hit,
  own: sentenceTrigrams(hit.article, hit.sentence),
  sentences: hit.paragraph.sentences.map((sentence) => ({
    sentence,
    trigrams: sentenceTrigrams(hit.article, sentence),
  })),
});

/** The sentence of the other hit's passage that is a variant of one in the first's; null for none. */
function variantAmong(first: ComparedHit, other: ComparedHit): QuotedPassage | null {
  const same = other.sentences.find((each) => likenessOf(first.own, each.trigrams) >= SAME_WORDS);
  if (same !== undefined) return { ...asQuotedPassage(other.hit), sentence: same.sentence };
  // Or the first passage has a variant of the other's sentence, beside the one that was chosen there.
  const isThere = first.sentences.some((each) => likenessOf(other.own, each.trigrams) >= SAME_WORDS);
  return isThere ? asQuotedPassage(other.hit) : null;
}

/**
 * Hits of different articles that say the same become one, the first of them, with the others in its `variants`: where
 * the sentence of one has a variant in the other's passage. Hits of one article stay apart.
 */
export function mergeVariants(hits: readonly Hit[]): readonly Hit[] {
  const kept: { first: ComparedHit; variants: QuotedPassage[] }[] = [];
  for (const hit of hits) {
    const other = comparedHit(hit);
    const same = kept.flatMap(({ first, variants }) => {
      const isCited = [first.hit, ...variants].some(({ article }) => article.id === hit.article.id);
      const variant = isCited ? null : variantAmong(first, other);
      return variant === null ? [] : [{ variants, variant }];
    })[0];
    if (same === undefined) kept.push({ first: other, variants: [...hit.variants] });
    else same.variants.push(same.variant);
  }
  return kept.map(({ first, variants }) => ({ ...first.hit, variants }));
}

/** A hit's variants: those that it has already, and those that are found. */
export function allVariants(hit: Hit, search: Search, scope: Scope = WHOLE_CORPUS): readonly QuotedPassage[] {
  const known = new Set(hit.variants.map(({ article }) => article.id));
  const found = sentenceVariants(hit, search, scope).filter(({ article }) => !known.has(article.id));
  return [...hit.variants, ...found.map(asQuotedPassage)];
}

/**
 * At most `most` answers that say different things, each with its variants in other articles.
 *
 * @param hits best first; more than `most`, so that others follow where some are merged.
 */
export const distinctAnswers = (
  hits: readonly Hit[],
  most: number,
  search: Search,
  scope: Scope = WHOLE_CORPUS,
): readonly Hit[] => {
  const answers = mergeVariants(hits).slice(0, most);
  const shown = new Set(answers.map(({ paragraph }) => paragraph.id));
  // A passage that is an answer of its own is not named again behind another one.
  return answers.map((hit) => ({
    ...hit,
    variants: allVariants(hit, search, scope).filter(({ paragraph }) => !shown.has(paragraph.id)),
  }));
};
