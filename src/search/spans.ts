import type { Span } from '../document/types.ts';
import { spelled, type Token, tokens } from '../language/tokens.ts';

/** The spans in order, overlapping ones as one. */
export function union(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

const sameWord = (a: Token, b: Token | undefined): boolean =>
  a.word === b?.word || (a.term === b?.term && spelled(a.word) === spelled(b.word));

/** Where the words of a phrase stand one behind the other; case, accents, punctuation and spelling do not matter. */
export function phraseSpans(phrase: string, text: readonly Token[]): readonly Span[] {
  const wanted = tokens(phrase);
  if (wanted.length === 0) return [];
  return text.flatMap((token, at) => {
    if (!wanted.every((word, ahead) => sameWord(word, text[at + ahead]))) return [];
    return [{ start: token.start, end: text[at + wanted.length - 1]?.end ?? token.end }];
  });
}
