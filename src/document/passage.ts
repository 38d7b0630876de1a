import type { Article, Paragraph, ParagraphKind, PassageId, Span } from './types.ts';

/** The slice of an article's text, exactly as it stands. */
export const textOf = (article: Article, { start, end }: Span): string => article.text.slice(start, end);

/** Whether paragraphs of this kind are what an article says, so that they are searched and quoted. */
export const isQuotable = (kind: ParagraphKind | undefined): boolean => kind === 'body' || kind === 'caption';

/** The paragraphs that are searched and quoted: body text and captions, each wording once. */
export const searched = (article: Article): readonly Paragraph[] =>
  article.paragraphs.filter(({ kind, repeats }) => isQuotable(kind) && repeats === null);

/** Reads `article:n`, whatever its case; `null` when the text has another form. Says nothing of whether it exists. */
export const parsePassageId = (text: string): { readonly article: string; readonly n: number } | null => {
  const found = /^([a-z0-9]+(?:-[a-z0-9]+)*):0*([1-9]\d{0,8})$/.exec(text.trim().toLowerCase());
  return found?.[1] === undefined ? null : { article: found[1], n: Number(found[2]) };
};

export const passageId = (article: string, n: number): PassageId => `${article}:${n}`;
