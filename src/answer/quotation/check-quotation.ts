import { likeness, SAME_WORDS, trigramsOf } from '../likeness.ts';
import { align } from './align.ts';
import { type Alignment, alignmentOf } from './alignment.ts';
import { chainsIn, likelyArticles } from './chain.ts';
import type { CheckedQuotation, QuotationSource, Tolerance } from './checked.ts';
import { type CorpusWords, UNKNOWN } from './corpus-words.ts';
import type { DiffStep } from './differences.ts';
import { foundParts } from './found-parts.ts';
import { nearestPassage } from './nearest.ts';
import {
  ELLIPSIS,
  isOrdinary,
  isWord,
  literalWords,
  type QuotedText,
  type QuotedWord,
  quotedWords,
} from './quoted-words.ts';
import { exactPlaces, SHORT, type SharedRun } from './shared-runs.ts';
import { upperBoundOf } from './upper-bound.ts';
import { comparedWords } from './words.ts';

/** The share of an altered quotation's words that match in the article at least, in order. */
const FEWEST_MATCHED_SHARE = 2 / 3;
/** The share of the article's span that an altered quotation has at least. */
const FEWEST_QUOTED_SHARE = 1 / 2;
/** Two matching words with another between say nothing: so many must match, unless the others are only misspelt. */
const FEWEST_MATCHED = 3;
/** Up to so many words may stand in marks without quoting anyone. */
const MOST_BRIEF_WORDS = 2;
/** Places of one article with the same words that are tried for the best. */
const MOST_PLACES_TRIED = 20;
/** Articles that are named as the sources of a quotation, and of a brief one; more are counted. */
const MOST_SOURCES = 100;
const MOST_BRIEF_SOURCES = 10;

/** How much each tolerance speaks against a source, when others have the quotation as well. */
const TOLERANCE_WEIGHT: Readonly<Record<Tolerance, number>> = {
  marks: 1,
  spacing: 1,
  forms: 1,
  dashes: 1,
  ending: 1,
  capital: 2,
  accents: 4,
  case: 8,
  punctuation: 8,
};

const numbersOf = (words: readonly QuotedWord[]): readonly number[] => words.map(({ number }) => number);

/** The lower the better: few tolerances, then no repeated paragraph, then running text before headings. */
function rank({ tolerated, paragraph }: QuotationSource): number {
  const weight = tolerated.reduce((sum, what) => sum + TOLERANCE_WEIGHT[what], 0);
  return weight * 100 + (paragraph.repeats === null ? 0 : 10) + (paragraph.kind === 'body' ? 0 : 1);
}

const best = (sources: readonly QuotationSource[]): QuotationSource | undefined =>
  sources.reduce<QuotationSource | undefined>(
    (first, each) => (first === undefined || rank(each) < rank(first) ? each : first),
    undefined,
  );

/** The articles that have the quotation word for word, each at its best place, and how many more there are. */
function exactSources(
  quoted: QuotedText,
  index: CorpusWords,
  most: number,
): { readonly sources: readonly QuotationSource[]; readonly more: number } {
  const said = numbersOf(quoted.words);
  const byArticle = Map.groupBy(exactPlaces(said, index), (place) => index.articleAt(place).start);
  const found = [...byArticle.values()].slice(0, most).flatMap((places) => {
    const tried: QuotationSource[] = [];
    for (const place of places.slice(0, MOST_PLACES_TRIED)) {
      const step: DiffStep = {
        same: true,
        said: { start: 0, end: said.length },
        source: { start: place, end: place + said.length },
      };
      const { source } = alignmentOf(quoted, [step], index);
      if (rank(source) === 0) return [source];
      tried.push(source);
    }
    return best(tried) ?? [];
  });
  return { sources: found.toSorted((a, b) => rank(a) - rank(b)), more: byArticle.size - found.length };
}

/** Where more than one word in so many differs, names and common words alone do not tell that it is the same text. */
const WORDS_PER_DIFFERENCE = 5;
const FEWEST_ORDINARY_MATCHED = 3;

/** Whether an alignment is of the same text with some other words; see `Verdict`. */
function isAltered({ matched, extent, differences, ordinary, source }: Alignment, words: number): boolean {
  if (source.changes.length === 0) return true;
  if (differences > Math.max(1, words / WORDS_PER_DIFFERENCE) && ordinary < FEWEST_ORDINARY_MATCHED)
    return false;
  if (matched < words * FEWEST_MATCHED_SHARE || matched < extent * FEWEST_QUOTED_SHARE) return false;
  return (
    matched >= FEWEST_MATCHED || source.changes.every(({ kind }) => kind === 'spelling' || kind === 'letters')
  );
}

/** The articles that have the quotation with changes, or unchanged but for its brackets and ellipses, best first. */
function alteredSources(
  quoted: QuotedText,
  articles: readonly (readonly SharedRun[])[],
  index: CorpusWords,
  fully: boolean,
): readonly Alignment[] {
  const said = numbersOf(quoted.words);
  const words = quoted.words.filter(isWord).length;
  const ordinary = quoted.words.filter((word) => isOrdinary(word, quoted.text)).length;
  const candidates = articles.flatMap((runs, article) =>
    chainsIn(runs, said, index).flatMap((chain) => {
      const first = chain[0];
      const last = chain.at(-1);
      if (first === undefined || last === undefined) return [];
      // With so much outside of the chain it is no altered quotation, and not worth aligning.
      const outside = first.at + said.length - last.at - last.length;
      if (outside > Math.max(SHORT, words / 2)) return [];
      const { matched, differences } = upperBoundOf(quoted.words, chain, words * FEWEST_MATCHED_SHARE, index);
      if (matched < words * FEWEST_MATCHED_SHARE) return [];
      if (differences > Math.max(1, words / WORDS_PER_DIFFERENCE) && ordinary < FEWEST_ORDINARY_MATCHED)
        return [];
      return [{ chain, article, differences }];
    }),
  );
  let fewest = Number.POSITIVE_INFINITY;
  const alignments = new Map<(typeof candidates)[number], Alignment>();
  for (const candidate of candidates.toSorted((a, b) => a.differences - b.differences)) {
    if (!fully && candidate.differences > fewest) break;
    const each = alignmentOf(quoted, align(quoted.words, candidate.chain, index, true), index);
    if (!isAltered(each, words)) continue;
    fewest = Math.min(fewest, each.differences);
    alignments.set(candidate, each);
  }
  const found = [...Map.groupBy(candidates, ({ article }) => article).values()].flatMap((chains) =>
    chains
      .flatMap((chain) => alignments.get(chain) ?? [])
      .sort((a, b) => a.differences - b.differences)
      .slice(0, 1),
  );
  const ranked = found.sort((a, b) => a.differences - b.differences || rank(a.source) - rank(b.source));
  return fully ? ranked : ranked.filter(({ source }, n) => n === 0 || source.changes.length === 0);
}

/** The trigrams of the sentences that a source is from: they tell a variant from a chance likeness. */
function sentenceTrigramsOf({ article, paragraph, span }: QuotationSource): ReadonlySet<string> {
  const touched = paragraph.sentences.filter(({ start, end }) => start < span.end && end > span.start);
  const text = touched.map(({ start, end }) => article.text.slice(start, end)).join(' ');
  return trigramsOf(comparedWords(text).map(({ key }) => key));
}

/** The exact sources, then the others that are variants of the best one's sentences. */
function withOthers(
  exact: readonly QuotationSource[],
  others: readonly QuotationSource[],
): readonly QuotationSource[] {
  const [first = others[0]] = exact;
  if (first === undefined) return [];
  const seen = new Set(exact.map(({ article }) => article.id));
  const sentences = sentenceTrigramsOf(first);
  const variants = others.filter(
    (other) =>
      !seen.has(other.article.id) &&
      (other === first || likeness(sentences, sentenceTrigramsOf(other)) >= SAME_WORDS),
  );
  return [...exact, ...variants];
}

/** An ellipsis at an end says nothing: every quotation leaves out what stands around it. */
function withoutOuterEllipses(words: readonly QuotedWord[]): readonly QuotedWord[] {
  const start = words.findIndex(({ number }) => number !== ELLIPSIS);
  const end = words.findLastIndex(({ number }) => number !== ELLIPSIS);
  return start < 0 ? [] : words.slice(start, end + 1);
}

/**
 * Checks one quotation, given without its marks.
 *
 * @param fully see `CheckedQuotation.fully`.
 */
export function checkQuotation(text: string, index: CorpusWords, fully = true): CheckedQuotation {
  const literal: QuotedText = { text, words: literalWords(text, index) };
  const marked: QuotedText = { text, words: withoutOuterEllipses(quotedWords(text, index)) };
  const quoted = marked.words.some(isWord) ? marked : literal;
  const words = quoted.words.filter(isWord).length;
  const checked = {
    text,
    sources: [],
    missing: [],
    nearest: null,
    fully,
    brief: words <= MOST_BRIEF_WORDS,
    more: 0,
  } as const;
  if (words === 0) return { ...checked, verdict: 'absent' };

  const { sources: exact, more } = exactSources(
    literal,
    index,
    checked.brief ? MOST_BRIEF_SOURCES : MOST_SOURCES,
  );
  if (!fully && exact.length > 0) return { ...checked, verdict: 'exact', sources: exact, more };
  // A brief quotation is altered by misspelling alone, and words that articles have are not misspelt.
  const known = quoted.words.every(({ number }) => number !== UNKNOWN);
  if (checked.brief && (exact.length > 0 || known)) {
    return exact.length > 0
      ? { ...checked, verdict: 'exact', sources: exact, more }
      : { ...checked, verdict: 'absent' };
  }
  const said = numbersOf(quoted.words);
  const articles = likelyArticles(said, index);
  const altered = alteredSources(quoted, articles, index, fully).map(({ source }) => source);
  const unchanged = altered.filter(({ changes }) => changes.length === 0);
  const carried = [
    ...exact,
    ...unchanged.filter(({ article }) => exact.every((each) => each.article !== article)),
  ];
  const sources = withOthers(
    carried,
    altered.filter(({ changes }) => changes.length > 0),
  );
  if (carried.length > 0) return { ...checked, verdict: 'exact', sources, more };
  if (sources.length > 0) return { ...checked, verdict: 'altered', sources };
  const { sources: found, missing } = foundParts(quoted, articles, index);
  if (found.length > 0) return { ...checked, verdict: 'part', sources: found, missing };
  return { ...checked, verdict: 'absent', nearest: fully ? nearestPassage(quoted, articles, index) : null };
}
