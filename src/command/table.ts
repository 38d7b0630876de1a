import type { Asked } from '../digest/types.ts';
import { ask } from './ask.ts';
import { cite } from './cite.ts';
import { digest } from './digest/digest.ts';
import { help } from './help.ts';
import type { CommandModule, Core, Parsed } from './module.ts';
import { open } from './open.ts';
import { quote } from './quote.ts';
import { random } from './random.ts';
import { related } from './related.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import type { Answer, CommandSpec, Option } from './types.ts';

/** Every command, in the order in which help lists them. */
const modules = { search, ask, quote, open, cite, related, random, sources, digest, help };

type AnyAnswer = Answer | Promise<Answer>;
type Modules = typeof modules;
export type Verb = keyof Modules;
type Commands = {
  readonly [V in Verb]: Modules[V] extends CommandModule<infer C, AnyAnswer> ? C : never;
};
/** What a line comes to: a command of one verb, or of any. */
export type Command<V extends Verb = Verb> = { [Each in V]: { readonly verb: Each } & Commands[Each] }[V];

const table: { readonly [V in Verb]: CommandModule<Commands[V], AnyAnswer> } = modules;

export const verbs: readonly Verb[] = Object.values(table).map(({ spec }) => spec.verb);

/** The verbs are the choices of an option that names a command: no module can list the others. */
const withVerbs = (option: Option): Option =>
  option.type === 'command' ? { ...option, choices: verbs } : option;

/** All that there is to know of each command, in the order in which help lists them. */
export const commandSpecs: readonly CommandSpec[] = Object.values(table).map(({ spec }) => ({
  ...spec,
  options: spec.options.map(withVerbs),
}));

/** Whether what stands behind a misspelt verb is what the verb takes: "site visits" is no `cite`. */
export const suits = (verb: Verb, rest: string, core: Core): boolean =>
  table[verb].suits?.(rest, core) ?? true;

/** @param rest the line behind the verb, without surrounding white space. */
export const parseCommand = (verb: Verb, rest: string, core: Core): Parsed<Command> =>
  table[verb].parse(rest, core);

export const runCommand = <V extends Verb>(command: Command<V>, core: Core, asked: Asked): AnyAnswer =>
  table[command.verb].run(command, core, asked);

/** The text form of a command: typing it is the same as running it. */
export const writeCommand = <V extends Verb>(command: Command<V>): string =>
  `${command.verb} ${table[command.verb].write(command)}`.trimEnd();
