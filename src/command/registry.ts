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
import type { Answer, Command, CommandSpec, Verb } from './types.ts';
import { verbs } from './verbs.ts';

const modules: {
  readonly [V in Verb]: CommandModule<Extract<Command, { verb: V }>, Answer | Promise<Answer>>;
} = {
  search,
  ask,
  quote,
  open,
  cite,
  related,
  random,
  sources,
  digest,
  help,
};

/** All that there is, in the order in which help lists it. */
export const commandSpecs: readonly CommandSpec[] = verbs.map((verb) => modules[verb].spec);

export const specOf = (verb: Verb): CommandSpec => modules[verb].spec;

export const parseCommand = (verb: Verb, rest: string, core: Core): Parsed<Command> =>
  modules[verb].parse(rest, core);

const assertNever = (command: never): never => {
  throw new TypeError(`No such command: ${JSON.stringify(command)}`);
};

export function runCommand(command: Command, core: Core, asked: Asked): Answer | Promise<Answer> {
  switch (command.verb) {
    case 'search':
      return search.run(command, core, asked);
    case 'ask':
      return ask.run(command, core, asked);
    case 'quote':
      return quote.run(command, core, asked);
    case 'related':
      return related.run(command, core, asked);
    case 'open':
      return open.run(command, core, asked);
    case 'cite':
      return cite.run(command, core, asked);
    case 'random':
      return random.run(command, core, asked);
    case 'sources':
      return sources.run(command, core, asked);
    case 'digest':
      return digest.run(command, core, asked);
    case 'help':
      return help.run(command, core, asked);
    default:
      return assertNever(command);
  }
}

function writeRest(command: Command): string {
  switch (command.verb) {
    case 'search':
      return search.write(command);
    case 'ask':
      return ask.write(command);
    case 'quote':
      return quote.write(command);
    case 'related':
      return related.write(command);
    case 'open':
      return open.write(command);
    case 'cite':
      return cite.write(command);
    case 'random':
      return random.write(command);
    case 'sources':
      return sources.write(command);
    case 'digest':
      return digest.write(command);
    case 'help':
      return help.write(command);
    default:
      return assertNever(command);
  }
}

/** The text form of a command: typing it is the same as running it. */
export const writeCommand = (command: Command): string => `${command.verb} ${writeRest(command)}`.trimEnd();
