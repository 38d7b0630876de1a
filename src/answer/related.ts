import { isQuotable } from '../document/passage.ts';
import type { Passage, Span } from '../document/types.ts';
import { stopwords } from '../language/stopwords.ts';
import type { Found, Search } from '../search/search.types.ts';
import type { Hit, NonEmpty } from '../search/types.ts';
import { bestSentence } from './sentence.ts';
import { isWordForWord, sentenceVariants, THOROUGH_EFFORT } from './sentence-variants.ts';

/** A passage of another article with variants of sentences of the one that is asked about. */
export interface Variant extends Passage {
  /** The sentences that are variants, in `article.text`, in order. */
  readonly sentences: NonEmpty<Span>;
  /** Whether each of them has exactly the words of its counterpart. */
  readonly wordForWord: boolean;
}

/** What other articles have on the matter of a passage. */
export interface RelatedPassages {
  readonly passage: Passage;
  /** The most like it first. */
  readonly variants: readonly Variant[];
  /** How many further variants there are. */
  readonly moreVariants: number;
  /** Passages of other articles on the same matter, best first, variants left out. */
  readonly related: readonly Hit[];
}

/** Sentences of a passage whose variants are looked for, the longest: a paragraph seldom has half as many. */
const MOST_SENTENCES = 20;

const MOST_VARIANTS = 4;
const MOST_RELATED = 4;

/** Telling terms that passages are looked for by, and passages that are looked at. */
const MOST_TELLING_TERMS = 16;
const MOST_EXAMINED = 20;

/**
 * A term is telling that has at least this share of the weight of one that no passage holds. On the five articles, six
 * of some 80 passages hold it at the most.
 */
const TELLING_WEIGHT = 0.5;

/**
 * Telling terms that one sentence shares with a passage on the same matter. On the five articles, two, or three that lie
 * apart, are mostly turns of phrase ("ensuring", "efficiency", "guide").
 */
const FEWEST_SHARED_TERMS = 3;

/** Characters between two terms of one name: "Belt and Road". */
const WITHIN_A_NAME = 5;

function variantsOf(passage: Passage, search: Search): readonly Variant[] {
  const longest = [...passage.paragraph.sentences]
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, MOST_SENTENCES);
  const found = longest.flatMap((sentence) => {
    const own = { ...passage, sentence };
    return sentenceVariants(own, search, undefined, THOROUGH_EFFORT).map((variant) => ({
      ...variant,
      wordForWord: isWordForWord(own, variant),
    }));
  });
  const passages = Map.groupBy(found, ({ paragraph }) => paragraph.id);
  return [...passages.values()]
    .flatMap((variants): { variant: Variant; likeness: number }[] => {
      const spans = new Map(variants.map(({ sentence }) => [sentence.start, sentence]));
      const [first, ...others] = [...spans.values()].sort((a, b) => a.start - b.start);
      const [{ article, paragraph } = passage] = variants;
      if (first === undefined) return [];
      const likeness = variants.reduce((sum, each) => sum + each.likeness, 0);
      const wordForWord = variants.every((each) => each.wordForWord);
      return [{ variant: { article, paragraph, sentences: [first, ...others], wordForWord }, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ variant }) => variant);
}

/** The terms of a passage that some others have, but few, each as it is written. */
function tellingTerms(passage: Passage, search: Search): ReadonlyMap<string, string> {
  const floor = TELLING_WEIGHT * search.weight('');
  const words = new Map<string, string>();
  for (const { term, word, written } of search.termsOf(passage)) {
    // The parts of a hyphenated word are there as well, and it would count three times.
    const isWord = !stopwords.has(word) && !/^\d+$/.test(word) && !written.includes('-');
    if (isWord && search.passagesWith(term) > 1 && search.weight(term) >= floor) words.set(term, written);
  }
  const rated = [...words].sort(([a], [b]) => search.weight(b) - search.weight(a));
  return new Map(rated.slice(0, MOST_TELLING_TERMS));
}

/** Neighbouring terms that both have a capital, so that they make a name, as `first second`. */
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

/** The most of the terms that one sentence of a passage holds. */
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
 * What other articles have on the matter of a passage: its variants, and passages that share its telling terms. A
 * heading, a byline or a notice has neither.
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
