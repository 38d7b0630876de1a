import type { Article, Paragraph, Span } from '../../src/document/types.ts';

/** A paragraph of body text, one sentence long unless `more` says otherwise. */
export const paragraphWith = (
  article: string,
  n: number,
  { start, end }: Span,
  more: Partial<Paragraph> = {},
): Paragraph => ({
  id: `${article}:${n}`,
  n,
  kind: 'body',
  line: n,
  start,
  end,
  sentences: [{ start, end }],
  repeats: null,
  ...more,
});

/** An article of which nothing else is known. */
export const articleWith = (id: string, text: string, more: Partial<Article> = {}): Article => ({
  id,
  file: `seeds/${id}.md`,
  title: id,
  publisher: null,
  publisherSite: null,
  author: null,
  authorRole: null,
  published: null,
  url: null,
  text,
  paragraphs: [],
  ...more,
});
