import { hasWord } from '../../document/fold.ts';
import { stopwords } from '../../language/stopwords.ts';
import { type CorpusWords, UNKNOWN } from './corpus-words.ts';
import { type ComparedWord, comparedWords, comparisonKey } from './words.ts';

/** The numbers of what a quotation has in the place of an article's words. */
export const INSERTION = -2;
export const ELLIPSIS = -3;

/** A word of a quotation, or what its writer put in the place of words. */
export interface QuotedWord extends ComparedWord {
  /** The word's number in the index, or `UNKNOWN`, `INSERTION`, `ELLIPSIS`. */
  readonly number: number;
  /** Of a word written in part in brackets, `safeguard[ed]`: the letters outside them. */
  readonly outside?: { readonly before: string; readonly after: string };
}

/** A quotation: its text, and the words in it. */
export interface QuotedText {
  readonly text: string;
  readonly words: readonly QuotedWord[];
}

export const isWord = ({ number }: QuotedWord): boolean => number >= UNKNOWN;

const ELLIPSES = String.raw`[\[(]\s*(?:…|\.\s?\.\s?\.)\s*\.?\s*[\])]\.?|…\.?|\.(?:\s?\.){2,3}`;
const SIC = String.raw`[\[(]\s*sic!?\s*[\])]`;
const QUOTERS_OWN = new RegExp(
  String.raw`(?<ellipsis>${ELLIPSES})|(?<sic>${SIC})|\[(?<inside>[^[\]]*)\]`,
  'giu',
);

/** Whether a word is neither common nor written as a name: names stand together in many texts. */
export const isOrdinary = ({ key, start }: QuotedWord, text: string): boolean =>
  !stopwords.has(key) && /^\p{Ll}/u.test(text.slice(start, start + 2));

/** Letters that are looked at on each side of a bracket. */
const LONGEST_WORD = 60;

const numbered = (words: readonly ComparedWord[], index: CorpusWords): readonly QuotedWord[] =>
  words.map((word) => ({ ...word, number: index.numberOf(word.key) }));

/** The words as they stand: an article may have brackets and dots itself, so that they are punctuation here. */
export const literalWords = (text: string, index: CorpusWords): readonly QuotedWord[] =>
  numbered(comparedWords(text), index);

/**
 * The words of a quotation, its ellipses and bracketed insertions told apart; `[sic]` is left out. `[T]he` and
 * `safeguard[ed]` are one word each.
 */
export function quotedWords(text: string, index: CorpusWords): readonly QuotedWord[] {
  const found: QuotedWord[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) found.push(...numbered(comparedWords(text.slice(from, to), from), index));
    from = Math.max(from, to);
  };
  for (const match of text.matchAll(QUOTERS_OWN)) {
    const { ellipsis, sic, inside = '' } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (start < from) continue;
    if (ellipsis !== undefined || sic !== undefined) {
      plain(start);
      if (ellipsis !== undefined) found.push({ key: '…', number: ELLIPSIS, start, end });
      from = end;
      continue;
    }
    const before = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(from, start - LONGEST_WORD), start))?.[0] ?? '';
    const after = /^[\p{L}\p{M}]*/u.exec(text.slice(end, end + LONGEST_WORD))?.[0] ?? '';
    if ((before !== '' || after !== '') && /^[\p{L}\p{M}]*$/u.test(inside)) {
      plain(start - before.length);
      const key = comparisonKey(before + inside + after);
      found.push({
        key,
        number: index.numberOf(key),
        outside: { before: comparisonKey(before), after: comparisonKey(after) },
        start: start - before.length,
        end: end + after.length,
      });
      from = end + after.length;
      continue;
    }
    plain(start);
    if (hasWord(inside)) found.push({ key: match[0], number: INSERTION, start, end });
    from = end;
  }
  plain(text.length);
  return found;
}
