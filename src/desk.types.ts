import type { Verdict } from './answer/quotation/checked.ts';
import type { Answer, CommandSpec, Completion, Option, Suggestion } from './command/types.ts';
import type { Corpus } from './corpus/types.ts';
import type { Asker } from './digest/types.ts';
import type { JsonDigest } from './json-digest.types.ts';
import type { Message } from './message/types.ts';

/** Something that a person said to the desk, the mention taken off. */
export interface Request {
  readonly platform: 'slack' | 'discord' | 'web' | 'terminal';
  /** Workspace, channel and person, as the platform names them; empty where it has none. */
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  readonly words: string;
  /** What can be found out about the person; without it nothing is known. */
  readonly asker?: Asker;
}

/**
 * The promise to scripts: what `--json` prints and `/api` answers. See README, "For scripts". What `JsonDigest` adds
 * is there with the kind `digest` alone.
 */
export interface JsonAnswer extends Partial<JsonDigest> {
  readonly input: string;
  /** An answer about the articles themselves is an `answer`, or `nothing` where none of them states it. */
  readonly kind: Exclude<Answer['kind'], 'about'>;
  readonly passages: readonly JsonPassage[];
  readonly total: number;
  readonly missing: readonly string[];
  /** Of kind `quotation` alone; of several quotations the worst, one or two words in marks left aside. */
  readonly verdict?: Verdict;
  /** Of kind `quotation` alone: from the quotation to the first of `passages`. */
  readonly changes?: readonly JsonChange[];
  /** Of a question alone, where its passages are near its matter and may not answer; else left out. */
  readonly sure?: false;
  /**
   * Of a question that gets nothing: the passage that comes closest and does not answer, left out where there is
   * none. Of kind `quotation` and verdict `absent`: the passage nearest in its words, null where there is none.
   */
  readonly nearest?: JsonPassage | JsonNearest | null;
  /** Of kind `quotation` alone, where the text holds several: each checked, in their order. */
  readonly quotations?: readonly JsonQuotation[];
  /** Of kind `quotation` alone, where the text holds more than are checked at a time: how many were not. */
  readonly unchecked?: number;
  /** For words that the corpus does not have; left out where there are none. */
  readonly suggestions?: readonly Suggestion[];
  readonly text: string;
}

export interface JsonPassage {
  readonly id: string;
  readonly article: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly url: string;
  /** The whole passage. */
  readonly text: string;
  /** An exact slice of the file's text after the front matter, at `start` to `end` in UTF-16 code units. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly file: string;
  /** The id of the passage before it that the quote says the same as, in another article. */
  readonly sameAs?: string;
}

/** '' in `said` was left out by the quotation, '' in `source` was added. */
export interface JsonChange {
  readonly said: string;
  readonly source: string;
}

/** An article that carries a quotation. Where `quote` goes on in another paragraph, `text` holds them all. */
export interface JsonSource extends JsonPassage {
  /** The quotation, or the part of it that this is the source of, as typed. */
  readonly said: string;
  /** From the quotation to this article's wording. */
  readonly changes: readonly JsonChange[];
}

/** The passage nearest to a quotation that no article has. */
export interface JsonNearest extends JsonPassage {
  /** The share of the quotation's runs of three words, or of its words in any order, from 0 to 1. */
  readonly likeness: number;
  readonly by: 'runs' | 'words';
}

/** A quotation that was checked. */
export interface JsonQuotation {
  /** As typed, without its marks. */
  readonly quotation: string;
  readonly verdict: Verdict;
  /**
   * Whether other wordings and the nearest passage were looked for: of the first 25 different quotations of a text.
   * Of the rest `passages` has what the verdict rests on, and `nearest` is null.
   */
  readonly fully: boolean;
  /** Every article that carries it, best first; for `part` the source of each part. */
  readonly passages: readonly JsonSource[];
  readonly changes: readonly JsonChange[];
  /** For `part`: what no article has. */
  readonly missing: readonly string[];
  readonly nearest: JsonNearest | null;
}

export interface Reply {
  /** The command as it was understood, in its text form; the input itself when it was not. */
  readonly command: string;
  readonly answer: Answer;
  readonly message: Message;
}

/** The core, whole: what every adapter talks to. */
export interface Desk {
  readonly corpus: Corpus;
  readonly commands: readonly CommandSpec[];
  /** Answers every line and never rejects: a fault is logged and becomes a `problem` with its reference. */
  reply(request: Request): Promise<Reply>;
  /** The object that scripts get. */
  json(input: string, reply: Reply): JsonAnswer;
  /** At most 25 completions of a line that is being typed. */
  completeLine(line: string): readonly Completion[];
  /** At most 25 completions of one option's value. */
  completeOption(option: Option, typed: string): readonly Completion[];
  /** The address at which a passage opens, marked. */
  link(passage: { readonly article: string; readonly n: number }): string;
}
