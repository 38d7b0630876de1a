import { KIND_RULES, type KindRule, PROFILE } from './kind-rules.ts';
import type { ParagraphKind } from './types.ts';

/** Characters; a longer paragraph is no credit line, disclaimer or byline. */
const LONGEST_ASIDE = 400;

const ruleOf = (text: string, inHead: boolean): KindRule | undefined =>
  text.length > LONGEST_ASIDE
    ? undefined
    : KIND_RULES.find(({ matches, where }) => (where === 'anywhere' || inHead) && matches(text));

/** Whether a line starts a paragraph, and whether it ends one, blank lines aside. */
export const edgesOf = (line: string): { readonly starts: boolean; readonly ends: boolean } => {
  const edge = PROFILE.test(line) ? 'own' : (ruleOf(line, true)?.line ?? 'none');
  return { starts: edge === 'own' || edge === 'starts', ends: edge === 'own' || edge === 'ends' };
};

const LONGEST_HEADING = 80;

const looksLikeHeading = (text: string): boolean =>
  text.length <= LONGEST_HEADING &&
  text.split(/\s+/).length <= 10 &&
  /^["“‘]?[\p{Lu}\p{N}]/u.test(text) &&
  !/[.!?;:,…。！？]["”’')\]]{0,4}$/u.test(text);

const readsAsProse = (text: string): boolean =>
  text.length > LONGEST_HEADING || /[.!?…]["”’')\]]{0,4}$/.test(text);

/**
 * The kinds of an article's paragraphs, given their texts in order; `titled` when the first is the title.
 * What no rule is sure of is body text.
 */
export const kindsOf = (texts: readonly string[], titled: boolean): readonly ParagraphKind[] => {
  const kinds: ParagraphKind[] = [];
  let inHead = true;
  for (const [index, text] of texts.entries()) {
    const rule = index === 0 && titled ? undefined : ruleOf(text, inHead);
    const kind = index === 0 && titled ? 'title' : (rule?.kind ?? 'body');
    kinds.push(kind);
    if (kind === 'body' && readsAsProse(text)) inHead = false;
  }
  // A short line is a heading only between prose: the items of a list have each other as neighbours.
  const prose = (index: number): boolean => {
    const text = texts[index];
    return kinds[index] === 'body' && text !== undefined && readsAsProse(text);
  };
  const above = (index: number): boolean =>
    prose(index) || ['title', 'byline', 'caption'].includes(kinds[index] ?? '');
  for (const [index, text] of texts.entries()) {
    if (
      kinds[index] === 'body' &&
      looksLikeHeading(text) &&
      !readsAsProse(text) &&
      above(index - 1) &&
      prose(index + 1)
    ) {
      kinds[index] = 'heading';
    }
  }
  const profile = texts.findLastIndex((text) => PROFILE.test(text));
  const length = (from: number, to: number): number =>
    texts.slice(from, to).reduce((sum, text) => sum + text.length, 0);
  // A profile on top of the article must not take the article with it.
  if (profile > 0 && length(profile, texts.length) * 2 < length(0, profile) + length(profile, texts.length)) {
    return kinds.map((kind, index) => (index < profile ? kind : 'notice'));
  }
  return kinds;
};
