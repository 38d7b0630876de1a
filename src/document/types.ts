/** A slice of a text by its offsets: UTF-16 code units from 0, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a paragraph is to a reader. Only `body` and `caption` are searched and quoted; the rest is shown in
 * the reader alone: a byline, a newsletter link or a disclaimer is not what an article says.
 */
export type ParagraphKind = 'title' | 'heading' | 'body' | 'caption' | 'byline' | 'notice';

/** `article:n`, n counting the article's paragraphs of every kind from 1: `security-for-all:12`. */
export type PassageId = `${string}:${number}`;

/** A paragraph and its place in `Article.text`, surrounding white space left out. */
export interface Paragraph extends Span {
  readonly id: PassageId;
  readonly n: number;
  readonly kind: ParagraphKind;
  /** 1-based line of the file on which the paragraph starts, front matter counted. */
  readonly line: number;
  /** The sentences, in order, without the white space between them; at least one. */
  readonly sentences: readonly Span[];
  /** The passage of the same article that says the same words and is cited in this one's place. */
  readonly repeats: PassageId | null;
}

/** An article as its file gives it. What the file does not say is `null`, never guessed. */
export interface Article {
  /** Lower-case letters, digits and hyphens; unique in the corpus. */
  readonly id: string;
  /** Path as people name it: `seeds/way-forward.md`, with `/` on every system. */
  readonly file: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publisherSite: string | null;
  readonly author: string | null;
  /** What the article says of an author that it does not name. */
  readonly authorRole: string | null;
  /** ISO date, `YYYY-MM-DD`. */
  readonly published: string | null;
  /** The article's own public http(s) address. */
  readonly url: string | null;
  /** The file's text after the front matter, unchanged. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/** A passage and where it comes from. */
export interface Passage {
  readonly article: Article;
  readonly paragraph: Paragraph;
}
