import type { LinkTo } from '../corpus/links.ts';
import type { Corpus } from '../corpus/types.ts';
import type { Asked, Digest } from '../digest/types.ts';
import type { Search } from '../search/search.types.ts';
import type { ActionSpec, Answer, CommandSpec, Option, Problem } from './types.ts';

/** What commands run on. */
export interface Core {
  readonly corpus: Corpus;
  readonly search: Search;
  /** Every command, in the order in which help lists them. */
  readonly commands: readonly CommandSpec[];
  readonly linkTo: LinkTo;
  readonly digest: Digest;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}

export type Parsed<C> =
  | { readonly command: C; readonly problem?: undefined }
  | { readonly command?: undefined; readonly problem: Problem };

/** A command: what it is called, how its words are read and written, and what it does. */
export interface CommandModule<
  C extends { readonly verb: string },
  A extends Answer | Promise<Answer> = Answer,
> {
  readonly spec: CommandSpec & { readonly verb: C['verb'] };
  /** @param rest the line behind the verb, without surrounding white space. */
  parse(rest: string, core: Core): Parsed<C>;
  /** The words behind the verb that `parse` reads as this command. */
  write(command: C): string;
  run(command: C, core: Core, asked: Asked): A;
  /** Whether words behind a misspelt verb are such as this one takes; without it, any are. */
  suits?(rest: string, core: Core): boolean;
}

/** What a command does in one of several ways: what it is called, and how the words behind it are read and written. */
export interface ActionModule<C> {
  readonly spec: ActionSpec;
  /** @param rest the line behind the action, without surrounding white space. */
  parse(rest: string, core: Core): Parsed<C>;
  /** The words behind the action that `parse` reads as this command. */
  write(command: C): string;
}

export const problem = (code: Problem['code'], typed: string, more: Partial<Problem> = {}): Problem => ({
  code,
  typed,
  allowed: [],
  instead: [],
  ...more,
});

export const failed = (code: Problem['code'], typed: string, more: Partial<Problem> = {}): Answer => ({
  kind: 'problem',
  problem: problem(code, typed, more),
});

/** The filters, as every command that takes them lists them. */
export const filterOptions: readonly Option[] = [
  {
    name: 'from',
    summary: 'Only from this publisher',
    required: false,
    type: 'publisher',
    written: 'filter',
  },
  { name: 'in', summary: 'Only in this article', required: false, type: 'article', written: 'filter' },
  { name: 'by', summary: 'Only by this author', required: false, type: 'author', written: 'filter' },
  {
    name: 'after',
    summary: 'Only published after this day, YYYY-MM-DD',
    required: false,
    type: 'date',
    written: 'filter',
  },
  {
    name: 'before',
    summary: 'Only published before this day, YYYY-MM-DD',
    required: false,
    type: 'date',
    written: 'filter',
  },
];
