import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandSpec, Completion, Option } from '../../src/command/types.ts';
import { writeLine } from '../../src/command/write.ts';
import { CHOICE, CHOICES, DESCRIPTION, OPTION_NAME, OPTIONS } from './limits.ts';

export const COMMAND = 'sco';

export type CommandDefinition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** A text within a limit, with an ellipsis where it goes on. */
const short = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{Ll}\p{Lo}\p{N}]+$/u;

function named(name: string): string {
  if (name.length > OPTION_NAME || !NAME.test(name))
    throw new RangeError(`Discord takes no option named "${name}"`);
  return name;
}

function within<T>(items: readonly T[], of: string): T[] {
  if (items.length > OPTIONS) throw new RangeError(`Discord takes ${OPTIONS} of ${of}, not ${items.length}`);
  return [...items];
}

function definitionOf(option: Option): APIApplicationCommandBasicOption {
  const common = {
    name: named(option.name),
    description: short(option.summary, DESCRIPTION),
    required: option.required,
  };
  switch (option.type) {
    case 'number':
      return { ...common, type: ApplicationCommandOptionType.Integer };
    case 'choice': {
      const choices = within(option.choices ?? [], `choices of ${option.name}`);
      const listed = choices.map((value) => ({ name: value, value }));
      return { ...common, type: ApplicationCommandOptionType.String, choices: listed };
    }
    case 'date':
      return { ...common, type: ApplicationCommandOptionType.String };
    case 'words':
    case 'quotation':
    case 'passage':
    case 'article':
    case 'publisher':
    case 'author':
      return { ...common, type: ApplicationCommandOptionType.String, autocomplete: true };
  }
}

/** Discord wants what is required first. */
const requiredFirst = (options: readonly Option[]): readonly Option[] => [
  ...options.filter(({ required }) => required),
  ...options.filter(({ required }) => !required),
];

const subcommand = (spec: CommandSpec): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: named(spec.verb),
  description: short(spec.summary, DESCRIPTION),
  options: within(requiredFirst(spec.options), `options of ${spec.verb}`).map(definitionOf),
});

/**
 * `/sco` with a subcommand for each command.
 *
 * @throws {RangeError} for a name or a number of options that Discord does not take.
 */
export const commandDefinition = (specs: readonly CommandSpec[]): CommandDefinition => ({
  name: COMMAND,
  description: 'Verbatim, cited passages from the articles of this desk',
  options: within(specs, 'subcommands').map(subcommand),
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
});

/** The command line that filled-in options come to; null for a subcommand that there is no more. */
export function lineOf(
  specs: readonly CommandSpec[],
  verb: string,
  values: Readonly<Record<string, string>>,
): string | null {
  const spec = specs.find((each) => each.verb === verb);
  return spec === undefined ? null : writeLine(spec, values);
}

export const optionOf = (specs: readonly CommandSpec[], verb: string, name: string): Option | null =>
  specs.find((spec) => spec.verb === verb)?.options.find((option) => option.name === name) ?? null;

/**
 * The completions as Discord shows them. A value that is too long is left out: cut, it would be another one.
 */
export const choicesOf = (
  completions: readonly Completion[],
): readonly APIApplicationCommandOptionChoice<string>[] =>
  completions
    .filter(({ value }) => value.length > 0 && value.length <= CHOICE)
    .slice(0, CHOICES)
    .map(({ value, label }) => ({ name: short(label.trim() === '' ? value : label, CHOICE), value }));
