import type { Corpus } from '../../corpus/types.ts';
import type { Passage, Span } from '../../document/types.ts';
import { memoiseByObject } from '../../memoise.ts';
import { type ComparedWord, comparisonKey, eachWord } from './words.ts';

/** A word's number where the corpus does not have it. */
export const UNKNOWN = -1;
/** Stands between two articles, so that nothing is found across their border. */
const BETWEEN = -9;

/**
 * A positional index: all words of all articles in one row, titles, headings and notices included, and where each word
 * stands in it. A place is an index into that row. It takes 20 bytes a word, 40 MB for 20,000 passages of 100 words.
 */
export interface CorpusWords {
  /** The numbers of the words. */
  readonly row: Int32Array;
  numberOf(key: string): number;
  /** Where a word stands, in order. */
  placesOf(number: number): Int32Array;
  /** In how many places a word stands. */
  countOf(number: number): number;
  /** The paragraph of a place, as an index into `passages`. */
  passageAt(place: number): number;
  readonly passages: readonly Passage[];
  /** The first place of a passage, and the one behind its last. */
  extentOf(passage: number): Span;
  /** The same of the article that a place is in. */
  articleAt(place: number): Span;
  /** The word of a place, in `article.text`. */
  wordAt(place: number): ComparedWord;
  /** A place counted in body text alone: words of headings, captions and the like before it are left out. */
  runningAt(place: number): number;
}

const isBody = ({ paragraph }: Passage): boolean => paragraph.kind === 'body';

export function createCorpusWords(corpus: Corpus): CorpusWords {
  const passages: Passage[] = [];
  /** First places, and behind them the row's length. */
  const passageStarts: number[] = [];
  /** By passage. */
  const articles: Span[] = [];
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  // Folding takes most of the time, and there are few different words.
  const written = new Map<string, number>();
  const row: number[] = [];
  const wordStarts: number[] = [];
  const wordEnds: number[] = [];
  const numberFor = (text: string): number => {
    const known = written.get(text);
    if (known !== undefined) return known;
    const key = comparisonKey(text);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    written.set(text, number);
    return number;
  };
  for (const article of corpus.articles.values()) {
    const first = passages.length;
    const start = row.length;
    for (const paragraph of article.paragraphs) {
      passages.push({ article, paragraph });
      passageStarts.push(row.length);
      const text = article.text.slice(paragraph.start, paragraph.end);
      eachWord(text, (word, at) => {
        const number = numberFor(word);
        row.push(number);
        wordStarts.push(paragraph.start + at);
        wordEnds.push(paragraph.start + at + word.length);
        counts[number] = (counts[number] ?? 0) + 1;
      });
    }
    articles.push(...Array<Span>(passages.length - first).fill({ start, end: row.length }));
    row.push(BETWEEN);
    wordStarts.push(-1);
    wordEnds.push(-1);
  }
  passageStarts.push(row.length);
  const inRow = Int32Array.from(row);
  const starts = new Int32Array(numbers.size + 1);
  for (let number = 0; number < numbers.size; number++) {
    starts[number + 1] = (starts[number] ?? 0) + (counts[number] ?? 0);
  }
  const places = new Int32Array(starts.at(-1) ?? 0);
  const filled = starts.slice();
  for (const [place, number] of inRow.entries()) {
    if (number < 0) continue;
    const at = filled[number] ?? 0;
    places[at] = place;
    filled[number] = at + 1;
  }

  // An article without a word has passages that no place is in.
  const passageOf = new Int32Array(inRow.length);
  for (const passage of passages.keys()) {
    passageOf.fill(passage, passageStarts[passage], passageStarts[passage + 1]);
  }
  const passageAt = (place: number): number => passageOf[place] ?? passages.length - 1;
  /** Words of headings, captions and the like before each passage. */
  const asides: number[] = [];
  let aside = 0;
  for (const [n, passage] of passages.entries()) {
    asides.push(aside);
    if (!isBody(passage)) aside += (passageStarts[n + 1] ?? 0) - (passageStarts[n] ?? 0);
  }
  const keys = [...numbers.keys()];
  const [startsOfWords, endsOfWords] = [Int32Array.from(wordStarts), Int32Array.from(wordEnds)];
  const nowhere: Span = { start: 0, end: 0 };
  return {
    row: inRow,
    numberOf: (key) => numbers.get(key) ?? UNKNOWN,
    placesOf: (number) => places.subarray(starts[number] ?? 0, starts[number + 1] ?? 0),
    countOf: (number) => counts[number] ?? 0,
    passageAt,
    passages,
    extentOf: (passage) => {
      const start = passageStarts[passage] ?? 0;
      return { start, end: Math.min(passageStarts[passage + 1] ?? 0, articles[passage]?.end ?? 0) };
    },
    articleAt: (place) => articles[passageAt(place)] ?? nowhere,
    wordAt: (place) => {
      const [key, start, end] = [keys[inRow[place] ?? BETWEEN], startsOfWords[place], endsOfWords[place]];
      if (key === undefined || start === undefined || end === undefined)
        throw new RangeError(`No word at ${place}`);
      return { key, start, end };
    },
    runningAt: (place) => place - (asides[passageAt(place)] ?? 0),
  };
}

/** A corpus's word index, made once: a corpus never changes. */
export const corpusWordsOf = memoiseByObject(createCorpusWords);
