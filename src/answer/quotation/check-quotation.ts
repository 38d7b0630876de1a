import { likeness, SAME_WORDS, trigramsOf } from '../likeness.ts';
import { align } from './align.ts';
import { type Alignment, alignmentOf } from './alignment.ts';
import type { QuotedText } from './alignment-builder.ts';
import { chainsIn, likelyArticles } from './chain.ts';
import type { CheckedQuotation, QuotationSource, Tolerance } from './checked.ts';
import { type CorpusWords, UNKNOWN } from './corpus-words.ts';
import type { DiffStep } from './differences.ts';
import { foundParts } from './found-parts.ts';
import { nearestPassage } from './nearest.ts';
import { ELLIPSIS, isOrdinary, isWord, literalWords, type QuotedWord, quotedWords } from './quoted-words.ts';
import { exactPlaces, SHORT, type SharedRun } from './shared-runs.ts';
import { upperBoundOf } from './upper-bound.ts';
import { comparedWords } from './words.ts';

/** Of three words of an altered quotation, at least two stand in the article, in this order. */
const FEWEST_MATCHED_SHARE = 2 / 3;
/** Of the article's stretch, at least half is in an altered quotation. */
const FEWEST_QUOTED_SHARE = 1 / 2;
/** Two words that a third parts say nothing: so many must stand there, unless no word but a misspelt one differs. */
const FEWEST_MATCHED = 3;
/** Up to so many words stand in marks without quoting anyone. */
const MOST_BRIEF_WORDS = 2;
/** Places within one article that have the same words and are looked at. */
const MOST_PLACES_TRIED = 20;
/** Articles that are named as carrying a quotation, and a brief one: more are counted. */
const MOST_SOURCES = 100;
const MOST_BRIEF_SOURCES = 10;

/** From the outcome that matters least: what is remarked on most comes last. */
const REMARK_WEIGHT: Readonly<Record<Tolerance, number>> = {
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

/** Best first: few remarks, no paragraph that is cited by another, running text before headings. */
function rank({ tolerated, paragraph }: QuotationSource): number {
  const remarks = tolerated.reduce((sum, what) => sum + REMARK_WEIGHT[what], 0);
  return remarks * 100 + (paragraph.repeats === null ? 0 : 10) + (paragraph.kind === 'body' ? 0 : 1);
}

const best = (sources: readonly QuotationSource[]): QuotationSource | undefined =>
  sources.reduce<QuotationSource | undefined>(
    (first, each) => (first === undefined || rank(each) < rank(first) ? each : first),
    undefined,
  );

/** The articles that have the words one behind the other, each at its best place, and how many more there are. */
function exactSources(
  quoted: QuotedText,
  index: CorpusWords,
  most: number,
): { readonly sources: readonly QuotationSource[]; readonly more: number } {
  const said = numbersOf(quoted.words);
  const byArticle = Map.groupBy(exactPlaces(said, index), (place) => index.articleAt(place).start);
  const found = [...byArticle.values()].slice(0, most).flatMap((places) => {
    const laid: QuotationSource[] = [];
    for (const place of places.slice(0, MOST_PLACES_TRIED)) {
      const step: DiffStep = {
        same: true,
        said: { start: 0, end: said.length },
        source: { start: place, end: place + said.length },
      };
      const { source } = alignmentOf(quoted, [step], index);
      if (rank(source) === 0) return [source];
      laid.push(source);
    }
    return best(laid) ?? [];
  });
  return { sources: found.toSorted((a, b) => rank(a) - rank(b)), more: byArticle.size - found.length };
}

/** One word of so many may differ in names and common words alone; with more, ordinary words must stand as well. */
const WORDS_PER_DIFFERENCE = 5;
const FEWEST_ORDINARY_MATCHED = 3;

/** Whether an article has the same text with some other words; see `Verdict`. */
function isAltered({ matched, extent, differences, ordinary, source }: Alignment, words: number): boolean {
  if (source.changes.length === 0) return true;
  if (differences > Math.max(1, words / WORDS_PER_DIFFERENCE) && ordinary < FEWEST_ORDINARY_MATCHED)
    return false;
  if (matched < words * FEWEST_MATCHED_SHARE || matched < extent * FEWEST_QUOTED_SHARE) return false;
  return (
    matched >= FEWEST_MATCHED || source.changes.every(({ kind }) => kind === 'spelling' || kind === 'letters')
  );
}

/** The articles that have the quotation with changes, or with none but at its brackets and ellipses, best first. */
function alteredSources(
  quoted: QuotedText,
  articles: readonly (readonly SharedRun[])[],
  index: CorpusWords,
  fully: boolean,
): readonly Alignment[] {
  const said = numbersOf(quoted.words);
  const words = quoted.words.filter(isWord).length;
  const ordinary = quoted.words.filter((word) => isOrdinary(word, quoted.text)).length;
  const candidates = articles.flatMap((stretches, article) =>
    chainsIn(stretches, said, index).flatMap((chain) => {
      const first = chain[0];
      const last = chain.at(-1);
      if (first === undefined || last === undefined) return [];
      // What lies outside the chain is not worth comparing where it is too much for an altered quotation.
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
  const laid = new Map<(typeof candidates)[number], Alignment>();
  for (const candidate of candidates.toSorted((a, b) => a.differences - b.differences)) {
    if (!fully && candidate.differences > fewest) break;
    const each = alignmentOf(quoted, align(quoted.words, candidate.chain, index, true), index);
    if (!isAltered(each, words)) continue;
    fewest = Math.min(fewest, each.differences);
    laid.set(candidate, each);
  }
  const found = [...Map.groupBy(candidates, ({ article }) => article).values()].flatMap((chains) =>
    chains
      .flatMap((chain) => laid.get(chain) ?? [])
      .sort((a, b) => a.differences - b.differences)
      .slice(0, 1),
  );
  const ranked = found.sort((a, b) => a.differences - b.differences || rank(a.source) - rank(b.source));
  return fully ? ranked : ranked.filter(({ source }, n) => n === 0 || source.changes.length === 0);
}

/** The sentences that a source is from, for telling another wording of them from a chance likeness. */
function sentenceTrigramsOf({ article, paragraph, span }: QuotationSource): ReadonlySet<string> {
  const touched = paragraph.sentences.filter(({ start, end }) => start < span.end && end > span.start);
  const text = touched.map(({ start, end }) => article.text.slice(start, end)).join(' ');
  return trigramsOf(comparedWords(text).map(({ key }) => key));
}

/** Best first, one an article; wordings that are no wording of the best one's sentence left out. */
function withOthers(
  exact: readonly QuotationSource[],
  others: readonly QuotationSource[],
): readonly QuotationSource[] {
  const [first = others[0]] = exact;
  if (first === undefined) return [];
  const seen = new Set(exact.map(({ article }) => article.id));
  const sentences = sentenceTrigramsOf(first);
  const alike = others.filter(
    (other) =>
      !seen.has(other.article.id) &&
      (other === first || likeness(sentences, sentenceTrigramsOf(other)) >= SAME_WORDS),
  );
  return [...exact, ...alike];
}

/** Ellipses at the ends say nothing: every quotation leaves out what stands around it. */
function withoutOuterEllipses(words: readonly QuotedWord[]): readonly QuotedWord[] {
  const start = words.findIndex(({ number }) => number !== ELLIPSIS);
  const end = words.findLastIndex(({ number }) => number !== ELLIPSIS);
  return start < 0 ? [] : words.slice(start, end + 1);
}

/**
 * Checks one quotation, its own marks taken off.
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
  // Two words have no other wording, and known ones no other spelling.
  const known = quoted.words.every(({ number }) => number !== UNKNOWN);
  if (checked.brief && (exact.length > 0 || known)) {
    return exact.length > 0
      ? { ...checked, verdict: 'exact', sources: exact, more }
      : { ...checked, verdict: 'absent' };
  }
  const said = numbersOf(quoted.words);
  const articles = likelyArticles(said, index);
  const laid = alteredSources(quoted, articles, index, fully).map(({ source }) => source);
  const unchanged = laid.filter(({ changes }) => changes.length === 0);
  const carried = [
    ...exact,
    ...unchanged.filter(({ article }) => exact.every((each) => each.article !== article)),
  ];
  const sources = withOthers(
    carried,
    laid.filter(({ changes }) => changes.length > 0),
  );
  if (carried.length > 0) return { ...checked, verdict: 'exact', sources, more };
  if (sources.length > 0) return { ...checked, verdict: 'altered', sources };
  const { sources: found, missing } = foundParts(quoted, articles, index);
  if (found.length > 0) return { ...checked, verdict: 'part', sources: found, missing };
  return { ...checked, verdict: 'absent', nearest: fully ? nearestPassage(quoted, articles, index) : null };
}
