import type { Token } from '../language/tokens.ts';
import { tokens } from '../language/tokens.ts';

/** Words inside a name that its acronym may leave out. */
const SMALL_WORDS = new Set(['of', 'and', 'the', 'for', 'on', 'in', 'to', 'de']);

/** Behind its name: "World Trade Organization (WTO)", "the World Trade Organization, or WTO,". */
const ACRONYM_BEHIND_NAME = /\((?:the )?([A-Z][A-Za-z]{1,9})\)|, or (?:the )?([A-Z]{2,10})\b/g;
/** Before its name: "WTO (World Trade Organization)". */
const ACRONYM_BEFORE_NAME = /\b([A-Z][A-Za-z]{1,9}) \((?:the )?([^()]{5,100})\)/g;
/** Words. */
const LONGEST_NAME = 10;

/** An acronym that the corpus spells out, and the terms of the name it stands for. */
interface SpelledOut {
  readonly acronym: string;
  readonly name: readonly string[];
}

export interface Acronyms {
  /** The tokens of a text, each acronym and each spelled-out name as one token of the term `SCO`. */
  fold(words: readonly Token[]): readonly Token[];
  /** The most frequent name in the corpus that has these initials, as it is written there; null for none. */
  nameFor(initials: string): string | null;
}

const acronymKey = (acronym: string): string => acronym.replace(/s$/, '').toUpperCase();

/** The words before `(SCO)` that it stands for, by their initials; null where they have others. */
function spelledBy(words: readonly Token[], acronym: string): readonly Token[] | null {
  const letters = [...acronymKey(acronym).toLowerCase()];
  for (let from = words.length - 1; from >= 0 && words.length - from <= LONGEST_NAME; from--) {
    const name = words.slice(from);
    const first = name[0];
    if (first === undefined || SMALL_WORDS.has(first.word)) continue;
    const all = name.map(({ word }) => word.charAt(0));
    const main = name.filter(({ word }) => !SMALL_WORDS.has(word)).map(({ word }) => word.charAt(0));
    if ([all, main].some((initials) => initials.join('') === letters.join(''))) return name;
  }
  return null;
}

const isCapitalised = (token: Token): boolean => /^\p{Lu}/u.test(token.written);

/** Names of two capitalised words or more, with small words inside: `Belt and Road Initiative`. */
function capitalisedNames(text: string): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  const close = (): void => {
    while (run.length > 0 && SMALL_WORDS.has(run.at(-1)?.word ?? '')) run.pop();
    if (run.filter(({ word }) => !SMALL_WORDS.has(word)).length >= 2) runs.push(run);
    run = [];
  };
  let previous: Token | undefined;
  for (const token of tokens(text)) {
    const gap = previous === undefined ? '' : text.slice(previous.end, token.start);
    if (!/^[ \u00a0-]*$/.test(gap)) close();
    previous = token;
    if (SMALL_WORDS.has(token.word)) {
      if (run.length > 0) run.push(token);
    } else if (isCapitalised(token)) run.push(token);
    else close();
  }
  close();
  return runs;
}

const initialsOf = (name: readonly Token[]): string =>
  name
    .filter(({ word }) => !SMALL_WORDS.has(word))
    .map(({ word }) => word.charAt(0).toUpperCase())
    .join('');

/** One token in the place of several. */
function mergeTokens(parts: readonly Token[], acronym: string): Token | undefined {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { ...first, word: acronym.toLowerCase(), term: acronym, end: last.end };
}

/** Learns acronyms from what the texts themselves spell out. */
export function learnAcronyms(texts: Iterable<string>): Acronyms {
  const spelledOut = new Map<string, SpelledOut[]>();
  const known = new Set<string>();
  const implied = new Map<string, Map<string, number>>();
  const ordinary = new Set<string>();

  for (const text of texts) {
    for (const token of tokens(text)) if (token.written === token.word) ordinary.add(token.word);
    const behind = [...text.matchAll(ACRONYM_BEHIND_NAME)].map((match) => {
      const acronym = match[1] ?? match[2] ?? '';
      const words = tokens(text.slice(Math.max(0, match.index - 120), match.index));
      return { acronym, name: spelledBy(words, acronym) };
    });
    const before = [...text.matchAll(ACRONYM_BEFORE_NAME)].map(([, acronym = '', within = '']) => {
      const words = tokens(within);
      const name = spelledBy(words, acronym);
      return { acronym, name: name?.length === words.length ? name : null };
    });
    for (const { acronym, name } of [...behind, ...before]) {
      const first = name?.[0];
      if (name === null || first === undefined) continue;
      const terms = name.map(({ term }) => term);
      const under = spelledOut.get(first.term) ?? [];
      if (!under.some((each) => each.name.join(' ') === terms.join(' '))) {
        under.push({ acronym: acronymKey(acronym), name: terms });
        under.sort((a, b) => b.name.length - a.name.length);
      }
      spelledOut.set(first.term, under);
      known.add(acronymKey(acronym));
    }
    for (const name of capitalisedNames(text)) {
      const written = text.slice(name[0]?.start, name.at(-1)?.end);
      const counts = implied.get(initialsOf(name)) ?? new Map<string, number>();
      counts.set(written, (counts.get(written) ?? 0) + 1);
      implied.set(initialsOf(name), counts);
    }
  }

  /** Whether it is in capitals, or in small letters that no text uses as an ordinary word ("who"). */
  const isAcronym = (token: Token, shouting: boolean): boolean => {
    if (!known.has(acronymKey(token.written))) return false;
    const capitals = !shouting && /^\p{Lu}+s?$/u.test(token.written);
    return capitals || !ordinary.has(token.word);
  };

  const fold = (words: readonly Token[]): readonly Token[] => {
    const shouting = words.length > 1 && words.every(({ written }) => written === written.toUpperCase());
    const folded: Token[] = [];
    for (let at = 0; at < words.length; at++) {
      const token = words[at];
      if (token === undefined) break;
      const name = spelledOut
        .get(token.term)
        ?.find((each) => each.name.every((term, ahead) => words[at + ahead]?.term === term));
      const whole = name && mergeTokens(words.slice(at, at + name.name.length), name.acronym);
      if (name !== undefined && whole !== undefined) {
        folded.push(whole);
        at += name.name.length - 1;
      } else folded.push(isAcronym(token, shouting) ? { ...token, term: acronymKey(token.written) } : token);
    }
    return folded;
  };

  const nameFor = (typed: string): string | null => {
    const counts = implied.get(typed.toUpperCase());
    if (counts === undefined) return null;
    const best = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0];
    return best?.[0] ?? null;
  };

  return { fold, nameFor };
}
