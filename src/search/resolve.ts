import { editsFor } from '../language/did-you-mean.ts';
import { stopwords } from '../language/stopwords.ts';
import { countMeanings } from '../language/thesaurus.ts';
import type { Token } from '../language/tokens.ts';
import { termOf, tokens } from '../language/tokens.ts';
import type { Acronyms } from './acronyms.ts';
import type { NearWords } from './near-words.ts';
import type { Correction } from './types.ts';

/** What a query's words are in this corpus. */
export interface Resolved {
  /** Terms that the corpus has, in the order typed, each once: they are looked for and highlighted. */
  readonly terms: readonly string[];
  readonly corrections: readonly Correction[];
  /** Names that initials were read as ("EEU", "Eurasian Economic Union"). */
  readonly names: readonly string[];
  /** Words, as typed, that the corpus does not have and that were not corrected. */
  readonly missing: readonly string[];
  /** Words, as typed, that the corpus has. */
  readonly known: readonly string[];
  /** Whether the query has common words alone; `terms` has them then. */
  readonly common: boolean;
}

/** What resolving a query needs to know of the corpus. */
export interface Vocabulary {
  readonly words: NearWords;
  readonly acronyms: Acronyms;
  /** How many passages hold the term. */
  passagesWith(term: string): number;
  /** Whether some passage holds the words one behind the other. */
  together(words: string): boolean;
}

/** Words of a query that are looked for only where it has no others. */
export type FallbackWords = (word: string) => boolean;

/** Shorter words are too near to others ("Iraq", "Iran"): mending them would guess. */
const SHORTEST_MENDED = 5;

/** Wrong letters in the place of others: in a short word, or two of them, they make another word ("price", "prime"). */
function isAnotherWord(typed: string, id: string): boolean {
  if (typed.length !== id.length) return false;
  const wrong = [...typed].flatMap((letter, at) => (letter === id[at] ? [] : [at]));
  const [first = 0, second] = wrong;
  if (second === undefined) return typed.length <= 5;
  const isSwap = second === first + 1 && typed[first] === id[second] && typed[second] === id[first];
  return !isSwap && typed.length < 10;
}

/**
 * The word of the corpus that was most likely meant; null when none is near enough. People seldom mistype the
 * first letter: without it, only a longer word or a swap is mended.
 */
function mend(word: string, vocabulary: Vocabulary): string | null {
  if (word.length < SHORTEST_MENDED || word.length > 40 || /\d/.test(word)) return null;
  const sameStart = (id: string): boolean => id.charAt(0) === word.charAt(0);
  const swapped = (id: string): boolean => id.startsWith(`${word.charAt(1)}${word.charAt(0)}`);
  const near = vocabulary.words
    .within(editsFor('mended', word), word)
    .filter(
      ({ id, distance }) =>
        !/\d/.test(id) &&
        id.length >= SHORTEST_MENDED &&
        !isAnotherWord(word, id) &&
        (sameStart(id) || (distance === 1 && (word.length > 7 || swapped(id)))),
    )
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(sameStart(b.id)) - Number(sameStart(a.id)) ||
        b.passages - a.passages ||
        (a.id < b.id ? -1 : 1),
    );
  return near[0]?.id ?? null;
}

/** Words that are split at most: each try looks through passages, and a line of nonsense must stay cheap. */
const MOST_SPLIT = 4;
const SHORTEST_PART = 3;

/** Words that are corrected at most: a line with more unknown ones is not mistyped, and must stay cheap. */
const MOST_MENDED = 12;

/** A word as two that the corpus writes apart, "cybersecurity" as "cyber security"; null for none. */
function splitWord(word: string, vocabulary: Vocabulary): string | null {
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.some((part) => stopwords.has(part) || vocabulary.passagesWith(termOf(part)) === 0)) continue;
    if (vocabulary.together(parts.join(' '))) return parts.join(' ');
  }
  return null;
}

const looksLikeInitials = (token: Token): boolean => /^\p{Lu}{2,8}$/u.test(token.written);

/** Hyphenated words as one token each: `co-operation` is also `cooperation`. */
export function joinHyphenated(words: readonly Token[]): readonly Token[] {
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

/** Neighbours of which the corpus lacks one, as one token: `multi lateral` may be meant for `multilateral`. */
function writtenTogether(words: readonly Token[], known: (term: string) => boolean): readonly Token[] {
  return words.flatMap((token, at) => {
    const before = words[at - 1];
    if (before === undefined || (known(before.term) && known(token.term))) return [];
    const [whole] = joinHyphenated([before, { ...token, hyphenated: true }]);
    return whole === undefined ? [] : [whole];
  });
}

/**
 * Looks a query's words up in a corpus, and corrects those that it does not have.
 *
 * @param fallbackWords tells words besides the common ones that are looked for only where there are no others.
 */
export function resolve(
  text: string,
  vocabulary: Vocabulary,
  fallbackWords: FallbackWords = () => false,
): Resolved {
  const words = vocabulary.acronyms.fold(tokens(text));
  const known = (term: string): boolean => vocabulary.passagesWith(term) > 0;
  const compounds = [...joinHyphenated(words), ...writtenTogether(words, known)].filter(({ term }) =>
    known(term),
  );
  const covered = (token: Token): boolean =>
    compounds.some(({ start, end }) => start <= token.start && token.end <= end);

  const terms = new Set<string>(compounds.map(({ term }) => term));
  const common = new Set<string>();
  const corrections = new Map<string, Correction>();
  const names: string[] = [];
  const missing = new Map<string, string>();
  const has = new Map<string, string>();
  const shouting = words.length > 1 && words.every(({ written }) => written === written.toUpperCase());
  let splits = 0;
  let tries = 0;

  const mended = (word: string): string | null => {
    if (tries++ >= MOST_MENDED) return null;
    // A word of the language is no mistyped one: "production" is not "protection".
    const near = countMeanings(word) > 0 ? null : mend(word, vocabulary);
    if (near !== null || splits >= MOST_SPLIT || word.length < 2 * SHORTEST_PART || word.length > 40) {
      return near;
    }
    splits++;
    return splitWord(word, vocabulary);
  };

  for (const token of words) {
    if (corrections.has(token.word) || missing.has(token.word)) continue;
    const stop =
      (stopwords.has(token.word) && token.term === termOf(token.word)) || fallbackWords(token.word);
    const name =
      (looksLikeInitials(token) && !shouting) || (!stop && !known(token.term) && token.word.length >= 3)
        ? vocabulary.acronyms.nameFor(token.written)
        : null;
    if (name !== null && (stop || !known(token.term))) {
      corrections.set(token.word, { typed: token.written, used: name });
      names.push(name);
      for (const { term, word } of tokens(name)) if (!stopwords.has(word)) terms.add(term);
    } else if (stop) common.add(token.term);
    else if (known(token.term)) {
      terms.add(token.term);
      if (!has.has(token.word)) has.set(token.word, token.written);
    } else if (!covered(token)) {
      const used = mended(token.word);
      if (used === null) {
        missing.set(token.word, token.written);
        continue;
      }
      corrections.set(token.word, { typed: token.written, used });
      if (used.includes(' ')) names.push(used);
      for (const { term, word } of tokens(used)) (stopwords.has(word) ? common : terms).add(term);
    }
  }
  const hasOthers = terms.size > 0 || missing.size > 0;
  return {
    terms: hasOthers ? [...terms] : [...common].filter(known),
    corrections: [...corrections.values()],
    names,
    missing: [...missing.values()],
    known: [...has.values()],
    common: !hasOthers && common.size > 0,
  };
}
