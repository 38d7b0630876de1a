import { folded, foldedWords } from '../document/fold.ts';
import { textOf } from '../document/passage.ts';
import type { Article, Passage, Span } from '../document/types.ts';
import { stopwords } from '../language/stopwords.ts';
import { tokens } from '../language/tokens.ts';
import type { TermSequence } from '../search/forward-index.ts';
import type { Search } from '../search/search.types.ts';
import type { Hit, Query, QuotedPassage } from '../search/types.ts';
import { likeness, SAME_WORDS, trigramsOf } from './likeness.ts';

/** Shorter sentences ("Photo: AFP") are alike by chance. Words. */
const SHORTEST_COMPARED = 6;

/** The rarest words of a sentence that other passages have too: by these its wordings are looked for. */
const RAREST_WORDS = 6;

/** How much of a large corpus is read for the wordings of one sentence. */
export interface Effort {
  /** Passages that hold the rarest words: at more of them, the less rare words are not looked for. */
  readonly read: number;
  /** Passages whose sentences are compared, those with most of the words. */
  readonly compared: number;
}

/** Behind each answer to a question, and where the wordings are what was asked for. */
const QUICK_EFFORT: Effort = { read: 400, compared: 10 };
export const THOROUGH_EFFORT: Effort = { read: 1200, compared: 20 };

/** Of the words that are looked for, how many a passage needs to be compared. */
const FEWEST_SHARED_WORDS = 2;

/** A sentence by its runs of three words; null where it is too short to be compared. */
type Trigrams = ReadonlySet<string> | null;

function sentenceTrigrams(article: Article, sentence: Span): Trigrams {
  const words = foldedWords(textOf(article, sentence));
  return words.length < SHORTEST_COMPARED ? null : trigramsOf(words);
}

const likenessOf = (a: Trigrams, b: Trigrams): number => (a === null || b === null ? 0 : likeness(a, b));

/** Another article's wording of a sentence, and how much of the shorter one's runs of words both have. */
export interface SentenceVariant extends QuotedPassage {
  readonly likeness: number;
}

/** Of the shorter sentence's different terms, those that a wording of the same words has at the least. */
const SHARED_TERM_SHARE = 0.5;

/** The different terms of a sentence of a passage, by their numbers. */
function termsIn({ terms, sentences }: TermSequence, sentence: number): ReadonlySet<number> {
  return new Set(terms.subarray(sentences[sentence], sentences[sentence + 1]));
}

/** Whether the sentences can be wordings of the same words: reading them costs much more. */
function mayBeVariants(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const term of few) if (many.has(term)) shared++;
  return shared >= SHARED_TERM_SHARE * few.size;
}

/** The sentence of a passage that is a wording of the same words; null for none. */
function variantIn(
  passage: Passage,
  sought: Trigrams,
  terms: ReadonlySet<number>,
  search: Search,
): SentenceVariant | null {
  const { article, paragraph } = passage;
  const reading = search.sequence(passage);
  return paragraph.sentences.reduce<SentenceVariant | null>((best, sentence, at) => {
    if (!mayBeVariants(terms, termsIn(reading, at))) return best;
    const like = likenessOf(sought, sentenceTrigrams(article, sentence));
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
 * The wordings of a sentence in other articles, the most alike first, one for each article. Passages that share its
 * rarest words are compared, so that the cost grows with those and not with the corpus.
 */
export function sentenceVariants(
  { article, sentence }: QuotedPassage,
  search: Search,
  scope: Scope = WHOLE_CORPUS,
  effort: Effort = QUICK_EFFORT,
): readonly SentenceVariant[] {
  const sought = sentenceTrigrams(article, sentence);
  if (sought === null) return [];
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
  // With the common ones, which may be most of a short wording's.
  const terms = new Set(all.map(({ term }) => search.lexicon.numberOfTerm(term)));
  const wordings = found
    .filter(
      (each) =>
        each.article.id !== article.id &&
        each.terms.length >= Math.min(FEWEST_SHARED_WORDS, lookedFor.length),
    )
    .sort((a, b) => b.terms.length - a.terms.length)
    .slice(0, effort.compared)
    .flatMap((each): SentenceVariant[] => {
      const wording = variantIn(each, sought, terms, search);
      return wording === null ? [] : [wording];
    })
    .sort((a, b) => b.likeness - a.likeness);
  const byArticle = new Map<string, SentenceVariant>();
  for (const each of wordings) if (!byArticle.has(each.article.id)) byArticle.set(each.article.id, each);
  return [...byArticle.values()];
}

const asQuotedPassage = ({ article, paragraph, sentence }: QuotedPassage): QuotedPassage => ({
  article,
  paragraph,
  sentence,
});

/** A hit with the sentences of its passage by their runs, which several others are compared with. */
interface ComparedHit {
  readonly hit: Hit;
  readonly own: Trigrams;
  readonly sentences: readonly { readonly sentence: Span; readonly runs: Trigrams }[];
}

const comparedHit = (hit: Hit): ComparedHit => ({
  hit,
  own: sentenceTrigrams(hit.article, hit.sentence),
  sentences: hit.paragraph.sentences.map((sentence) => ({
    sentence,
    runs: sentenceTrigrams(hit.article, sentence),
  })),
});

/** Where the passages of two hits meet: the sentence of the other that is a wording of one of the first. */
function variantAmong(first: ComparedHit, other: ComparedHit): QuotedPassage | null {
  const same = other.sentences.find((each) => likenessOf(first.own, each.runs) >= SAME_WORDS);
  if (same !== undefined) return { ...asQuotedPassage(other.hit), sentence: same.sentence };
  // The other one's sentence may stand in the first passage, beside the sentence that was chosen there.
  const isThere = first.sentences.some((each) => likenessOf(other.own, each.runs) >= SAME_WORDS);
  return isThere ? asQuotedPassage(other.hit) : null;
}

/**
 * Hits that say the same in different articles as one hit, the first of them, with the others in `alike`: where the
 * sentence of one is a wording of one in the other's passage. Hits of one article stay hits of their own.
 */
export function mergeVariants(hits: readonly Hit[]): readonly Hit[] {
  const kept: { first: ComparedHit; variants: QuotedPassage[] }[] = [];
  for (const hit of hits) {
    const other = comparedHit(hit);
    const same = kept.flatMap(({ first, variants }) => {
      const isCited = [first.hit, ...variants].some(({ article }) => article.id === hit.article.id);
      const met = isCited ? null : variantAmong(first, other);
      return met === null ? [] : [{ variants, met }];
    })[0];
    if (same === undefined) kept.push({ first: other, variants: [...hit.variants] });
    else same.variants.push(same.met);
  }
  return kept.map(({ first, variants }) => ({ ...first.hit, variants }));
}

/** Where other articles have the words of a hit's sentence: those that it knows of, and those that are found. */
export function allVariants(hit: Hit, search: Search, scope: Scope = WHOLE_CORPUS): readonly QuotedPassage[] {
  const known = new Set(hit.variants.map(({ article }) => article.id));
  const found = sentenceVariants(hit, search, scope).filter(({ article }) => !known.has(article.id));
  return [...hit.variants, ...found.map(asQuotedPassage)];
}

/**
 * At most `most` answers, each once: hits of the same words are one, with every article that has them.
 *
 * @param hits best first; more than `most`, so that there is something in the place of those that fall together.
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
