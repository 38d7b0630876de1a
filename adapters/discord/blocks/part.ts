import type { Action } from '../../../src/message/types.ts';

/** What a block becomes: a text display, or a row of one to five buttons. */
export type Part =
  | { readonly type: 'text'; readonly markdown: string }
  | { readonly type: 'row'; readonly actions: readonly Action[] };

/** A text display; none for a text that shows nothing, which Discord refuses. */
export const text = (markdown: string): readonly Part[] =>
  markdown.trim() === '' ? [] : [{ type: 'text', markdown }];

/** Every line of a text behind the same prefix. */
export const prefixed = (prefix: string, markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => `${prefix}${line}`)
    .join('\n');
