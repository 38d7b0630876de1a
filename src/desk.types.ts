import type { Answer, CommandSpec, Completion, Option } from './command/types.ts';
import type { Corpus } from './corpus/types.ts';
import type { Message } from './message/types.ts';

/** Something that a person said to the desk, the mention taken off. */
export interface Request {
  readonly platform: 'slack' | 'discord' | 'web' | 'terminal';
  /** Workspace, channel and person, as the platform names them; empty where it has none. */
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  readonly words: string;
}

/** The promise to scripts: what `--json` prints and `/api` answers. See README, "For scripts". */
export interface JsonAnswer {
  readonly input: string;
  readonly kind: Answer['kind'];
  readonly passages: readonly JsonPassage[];
  readonly total: number;
  readonly missing: readonly string[];
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
