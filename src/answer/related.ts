import { isQuotable } from '../document/passage.ts';
import type { Passage, Span } from '../document/types.ts';
import { stopwords } from '../language/stopwords.ts';
import type { Found, Search } from '../search/search.types.ts';
import type { Hit, NonEmpty } from '../search/types.ts';
import { bestSentence } from './sentence.ts';
import { isWordForWord, sentenceVariants, THOROUGH_EFFORT } from './sentence-variants.ts';

/** A passage of another article with sentences of the one that is asked about, in the same or nearly the same words. */
export interface Variant extends Passage {
  /** The sentences that are wordings, in `article.text`, in order. */
  readonly sentences: NonEmpty<Span>;
  /** Whether each of them has exactly the words of its counterpart. */
  readonly wordForWord: boolean;
}

export interface RelatedPassages {
  readonly passage: Passage;
  /** Other articles' wordings of the same words, most alike first. */
  readonly variants: readonly Variant[];
  /** Variants that are not among `variants`. */
  readonly moreVariants: number;
  /** Passages of other articles on the same matter, best first, variants left out. */
  readonly related: readonly Hit[];
}

/** Sentences of one passage whose wordings are looked for, the longest: a paragraph seldom has half as many. */
const MOST_SENTENCES = 20;

const MOST_VARIANTS = 4;
const MOST_RELATED = 4;

/** Telling terms by which passages are looked for, and passages that are looked at. */
const MOST_TELLING_TERMS = 16;
const MOST_EXAMINED = 20;

/**
 * What makes a term telling: half the weight of one that no passage holds, or more. On the five articles that is
 * one which six passages hold at the most, of 80 or so.
 */
const TELLING_WEIGHT = 0.5;

/**
 * Telling terms that one sentence shares with a passage on the same matter. Two, or three that lie apart, are on the
 * five articles mostly turns of phrase ("ensuring", "efficiency", "guide").
 */
const FEWEST_SHARED_TERMS = 3;

/** Characters between two terms that make one name: "Belt and Road". */
const WITHIN_A_NAME = 5;

function variantsOf(passage: Passage, search: Search): readonly Variant[] {
  const longest = [...passage.paragraph.sentences]
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, MOST_SENTENCES);
  const found = longest.flatMap((sentence) => {
    const own = { ...passage, sentence };
    return sentenceVariants(own, search, undefined, THOROUGH_EFFORT).map((wording) => ({
      ...wording,
      wordForWord: isWordForWord(own, wording),
    }));
  });
  const passages = Map.groupBy(found, ({ paragraph }) => paragraph.id);
  return [...passages.values()]
    .flatMap((wordings): { variant: Variant; likeness: number }[] => {
      const spans = new Map(wordings.map(({ sentence }) => [sentence.start, sentence]));
      const [first, ...others] = [...spans.values()].sort((a, b) => a.start - b.start);
      const [{ article, paragraph } = passage] = wordings;
      if (first === undefined) return [];
      const likeness = wordings.reduce((sum, each) => sum + each.likeness, 0);
      const wordForWord = wordings.every((each) => each.wordForWord);
      return [{ variant: { article, paragraph, sentences: [first, ...others], wordForWord }, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ variant }) => variant);
}

/** The terms of a passage that few others have, but some, each as it is written. */
function tellingTerms(passage: Passage, search: Search): ReadonlyMap<string, string> {
  const floor = TELLING_WEIGHT * search.weight('');
  const words = new Map<string, string>();
  for (const { term, word, written } of search.termsOf(passage)) {
    // Words joined by hyphens are there one by one as well, and would count three times.
    const isWord = !stopwords.has(word) && !/^\d+$/.test(word) && !written.includes('-');
    if (isWord && search.passagesWith(term) > 1 && search.weight(term) >= floor) words.set(term, written);
  }
  const rated = [...words].sort(([a], [b]) => search.weight(b) - search.weight(a));
  return new Map(rated.slice(0, MOST_TELLING_TERMS));
}

/** Neighbouring terms of a passage that are written as a name, with a capital, as `first second`. */
function namesIn(passage: Passage, telling: ReadonlySet<string>, search: Search): ReadonlySet<string> {
  const terms = search.termsOf(passage).filter(({ term }) => telling.has(term));
  return new Set(
    terms.slice(1).flatMap(({ term, written, start }, at) => {
      const before = terms[at];
      const isNear = before !== undefined && start - before.end >= 0 && start - before.end <= WITHIN_A_NAME;
      return isNear && before.term !== term && /^\p{Lu}/u.test(before.written) && /^\p{Lu}/u.test(written)
        ? [`${before.term} ${term}`]
        : [];
    }),
  );
}

/** How many of some terms the sentence of a passage holds that holds most of them. */
function mostInASentence(passage: Passage, terms: ReadonlySet<string>, search: Search): number {
  const held = search.termsOf(passage).filter(({ term }) => terms.has(term));
  const counts = passage.paragraph.sentences.map(
    ({ start, end }) =>
      new Set(held.filter((each) => each.start >= start && each.end <= end).map(({ term }) => term)).size,
  );
  return Math.max(0, ...counts);
}

function relatedTo(passage: Passage, except: ReadonlySet<string>, search: Search): readonly Hit[] {
  const telling = tellingTerms(passage, search);
  const { found } = search.find(
    { words: [...telling.values()].join(' '), phrases: [], without: [], filters: {} },
    { titleWeight: 0, wholeNames: false, common: false },
  );
  const terms = new Set(telling.keys());
  const names = namesIn(passage, terms, search);
  const isOnTheMatter = (other: Found, shared: ReadonlySet<string>): boolean =>
    mostInASentence(other, shared, search) >= FEWEST_SHARED_TERMS ||
    [...namesIn(other, terms, search)].some((name) => names.has(name));
  const toHit = (each: Found, shared: ReadonlySet<string>): Hit => ({
    article: each.article,
    paragraph: each.paragraph,
    score: [...shared].reduce((sum, term) => sum + search.weight(term), 0),
    sentence: bestSentence(each, search.termsOf(each), shared, search),
    matches: search.matches(each, shared, []),
    variants: [],
  });
  return found
    .flatMap((each) => {
      const shared = new Set(each.terms.filter((term) => terms.has(term)));
      const isOther = each.article.id !== passage.article.id && !except.has(each.paragraph.id);
      return isOther && shared.size > 1 ? [{ each, shared }] : [];
    })
    .slice(0, MOST_EXAMINED)
    .filter(({ each, shared }) => isOnTheMatter(each, shared))
    .map(({ each, shared }) => toHit(each, shared))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RELATED);
}

/**
 * What other articles have on the matter of a passage: the same words first, then passages that share its telling
 * terms. A heading, a byline or a notice is about nothing, and has neither.
 */
export function relatedPassages(passage: Passage, search: Search): RelatedPassages {
  if (!isQuotable(passage.paragraph.kind)) return { passage, variants: [], moreVariants: 0, related: [] };
  const variants = variantsOf(passage, search);
  const ids = new Set(variants.map(({ paragraph }) => paragraph.id));
  return {
    passage,
    variants: variants.slice(0, MOST_VARIANTS),
    moreVariants: Math.max(0, variants.length - MOST_VARIANTS),
    related: relatedTo(passage, ids, search),
  };
}
