import type { Answer, CommandSpec, Completion, Option } from '../command/types.ts';
import type { Corpus } from '../corpus/types.ts';
import type { Platform } from '../digest/platform.ts';
import type { Asker } from '../digest/types.ts';
import type { JsonAnswer } from '../json/types.ts';
import type { Message } from '../message/types.ts';

/** Something that a person said to the desk, the mention taken off. */
export interface Request {
  readonly platform: Platform;
  /** Workspace, channel and person, as the platform names them; empty where it has none. */
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  readonly words: string;
  /** What can be found out about the person; without it nothing is known. */
  readonly asker?: Asker;
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
}
