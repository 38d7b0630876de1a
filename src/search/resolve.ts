import type { Acronyms } from './acronyms.ts';
import type { WordIndex } from './passage-index.ts';
import { stopwords } from './stopwords.ts';
import type { Token } from './tokens.ts';
import { termOf, tokens } from './tokens.ts';
import type { Correction } from './types.ts';

/** The terms that a query's words come to in this corpus. */
export interface Resolved {
  /** Terms that the corpus has, in the order typed, each once; what is looked for and marked. */
  readonly terms: readonly string[];
  readonly corrections: readonly Correction[];
  /** Names that initials were read as ("EEU", "Eurasian Economic Union"). */
  readonly names: readonly string[];
  /** Words, as typed, that the corpus does not have and that nothing was looked for in place of. */
  readonly missing: readonly string[];
  /** Words, as typed, that the corpus has. */
  readonly known: readonly string[];
  /** The words are common ones alone, and `terms` holds them all the same. */
  readonly common: boolean;
}

export interface Vocabulary {
  readonly words: WordIndex;
  readonly acronyms: Acronyms;
  /** How many passages hold the term. */
  passagesWith(term: string): number;
}

/** Shorter words are too near to others ("Iraq", "Iran"): mending them would guess. */
const SHORTEST_MENDED = 5;

/** Edits that a typing error may need: one up to seven letters, two above; a swap of neighbours is one. */
const editsFor = (word: string): number => (word.length <= 7 ? 1 : 2);

/** Optimal string alignment distance: Levenshtein's, with a swap of neighbouring letters as one edit. */
export function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The word of the corpus that was most likely meant; null when none is near enough. */
export function mend(word: string, vocabulary: Vocabulary): string | null {
  if (word.length < SHORTEST_MENDED || word.length > 40 || /\d/.test(word)) return null;
  const edits = editsFor(word);
  const near = vocabulary.words
    // One more than allowed, since the index counts a swap as two.
    .near(word, edits + 1)
    .map(({ id, passages }) => ({ id, passages, distance: editDistance(word, id) }))
    .filter(({ id, distance }) => distance <= edits && !/\d/.test(id) && id.length > 3)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.id.charAt(0) === word.charAt(0)) - Number(a.id.charAt(0) === word.charAt(0)) ||
        b.passages - a.passages ||
        (a.id < b.id ? -1 : 1),
    );
  return near[0]?.id ?? null;
}

const looksLikeInitials = (token: Token): boolean => /^\p{Lu}{2,8}$/u.test(token.written);

/** The joined forms of words written with hyphens: `co-operation` is also `cooperation`. */
export function joined(words: readonly Token[]): readonly Token[] {
  return words.flatMap((token, at) => {
    const before = words[at - 1];
    if (!token.hyphenated || before === undefined) return [];
    const word = before.word + token.word;
    return [
      {
        ...token,
        word,
        term: termOf(word),
        written: `${before.written}-${token.written}`,
        start: before.start,
      },
    ];
  });
}

export function resolve(text: string, vocabulary: Vocabulary): Resolved {
  const words = vocabulary.acronyms.fold(tokens(text));
  const known = (term: string): boolean => vocabulary.passagesWith(term) > 0;
  const compounds = joined(words).filter(({ term }) => known(term));
  const covered = (token: Token): boolean =>
    compounds.some(({ start, end }) => start <= token.start && token.end <= end);

  const terms = new Set<string>(compounds.map(({ term }) => term));
  const common = new Set<string>();
  const corrections: Correction[] = [];
  const names: string[] = [];
  const missing: string[] = [];
  const has: string[] = [];
  const shouting = words.length > 1 && words.every(({ written }) => written === written.toUpperCase());

  for (const token of words) {
    const stop = stopwords.has(token.word) && token.term === termOf(token.word);
    const name =
      (looksLikeInitials(token) && !shouting) || (!stop && !known(token.term) && token.word.length >= 3)
        ? vocabulary.acronyms.nameFor(token.written)
        : null;
    const isName = name !== null && !(known(token.term) && !stop);
    if (isName) {
      corrections.push({ typed: token.written, used: name });
      names.push(name);
      for (const { term, word } of tokens(name)) if (!stopwords.has(word)) terms.add(term);
    } else if (stop) common.add(token.term);
    else if (known(token.term)) {
      terms.add(token.term);
      has.push(token.written);
    } else if (!covered(token)) {
      const used = mend(token.word, vocabulary);
      if (used === null) missing.push(token.written);
      else {
        corrections.push({ typed: token.written, used });
        if (stopwords.has(used)) common.add(termOf(used));
        else terms.add(termOf(used));
      }
    }
  }
  if (terms.size > 0 || missing.length > 0) {
    return {
      terms: [...terms],
      corrections,
      names,
      missing: [...new Set(missing)],
      known: [...new Set(has)],
      common: false,
    };
  }
  return {
    terms: [...common].filter(known),
    corrections,
    names,
    missing: [],
    known: [],
    common: common.size > 0,
  };
}
