import type { PassageId, Span } from '../document/types.ts';

/** Text in one style. Never markup: a renderer shows every character of `text` as it stands. */
export interface Run {
  readonly text: string;
  /** `deleted` and `inserted` are the words of a difference; no surface tells them by colour alone. */
  readonly style?: 'strong' | 'emphasis' | 'code' | 'deleted' | 'inserted';
  /** An http(s) address. */
  readonly link?: string;
}

/** A verbatim piece of an article: `text` is exactly `article.text.slice(start, end)`. */
export interface Verbatim extends Span {
  readonly type: 'verbatim';
  readonly text: string;
  /** Words that matched, or the sentence that answers. */
  readonly marked: boolean;
}

/** A place in a quotation where words of the passage are left out. `said` is how to say it to people. */
export interface Gap {
  readonly type: 'gap';
  /** UTF-16 code units of the passage that are not shown here. */
  readonly omitted: number;
  readonly said: string;
}

/** What a button, a link or a choice does. `command` is command text: a click is the same as typing it. */
export type Action =
  | { readonly type: 'run'; readonly label: string; readonly command: string }
  /** Runs the command and shows its answer to the whole channel. Surfaces with one reader leave it out. */
  | { readonly type: 'share'; readonly label: string; readonly command: string }
  | { readonly type: 'link'; readonly label: string; readonly url: string };

/** A passage or a part of it, word for word, and where it is from. */
export interface Quotation {
  readonly type: 'quotation';
  readonly id: PassageId;
  readonly article: string;
  /** At least one verbatim piece, in the order of the text. */
  readonly parts: readonly (Verbatim | Gap)[];
  /** Title, author, publisher, date and id in the order in which they are shown, separators included. */
  readonly citation: readonly Run[];
  /** Where the passage itself opens, marked. */
  readonly url: string;
  readonly actions: readonly Action[];
}

export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  /** Small print: what was corrected, left out, or how to go on. */
  | { readonly type: 'note'; readonly runs: readonly Run[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Run[])[] }
  /** Text to copy as it stands, line breaks kept. */
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'actions'; readonly actions: readonly Action[] }
  | Quotation;

/** What a person gets to see, for every surface alike. Blocks in reading order. */
export interface Message {
  readonly blocks: readonly Block[];
  /** What a renderer had to leave out to stay within its platform's limits; empty as presented. */
  readonly omitted: readonly Omission[];
}

/** Something that a renderer left out of a message, or cut. */
export interface Omission {
  readonly what: Block['type'];
  /** How many blocks, list items or characters. */
  readonly count: number;
  readonly unit: 'blocks' | 'items' | 'characters' | 'buttons';
}
