import type { Action } from '../../../src/message/types.ts';

/** What a block becomes: a text display, or a row of one to five buttons. */
export type DrawnPart =
  | { readonly type: 'text'; readonly markdown: string }
  | { readonly type: 'row'; readonly actions: readonly Action[] };

/** A text display; none for a text that shows nothing, which Discord refuses. */
export const textDisplay = (markdown: string): readonly DrawnPart[] =>
  markdown.trim() === '' ? [] : [{ type: 'text', markdown }];
