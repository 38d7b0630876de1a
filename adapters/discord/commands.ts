import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { ActionSpec, CommandSpec, Completion, Option } from '../../src/command/types.ts';
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
    case 'command':
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
    case 'time':
    case 'zone':
    case 'days':
      return { ...common, type: ApplicationCommandOptionType.String, autocomplete: true };
  }
}

/** Discord wants what is required first. */
const requiredFirst = (options: readonly Option[]): readonly Option[] => [
  ...options.filter(({ required }) => required),
  ...options.filter(({ required }) => !required),
];

const subcommand = (
  name: string,
  { summary, options }: Pick<CommandSpec, 'summary' | 'options'>,
): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: named(name),
  description: short(summary, DESCRIPTION),
  options: within(requiredFirst(options), `options of ${name}`).map(definitionOf),
});

const subcommands = (actions: readonly ActionSpec[]): APIApplicationCommandSubcommandOption[] =>
  within(actions, 'subcommands').map((action) => subcommand(action.name, action));

const managing = ({ actions = [] }: CommandSpec): readonly ActionSpec[] =>
  actions.filter(({ manages }) => manages);
const open = ({ actions = [] }: CommandSpec): readonly ActionSpec[] =>
  actions.filter(({ manages }) => !manages);

/** A subcommand or, for what a command does in several ways, a group of them with those that are for everyone. */
function forEveryone(
  spec: CommandSpec,
): readonly (APIApplicationCommandSubcommandOption | APIApplicationCommandSubcommandGroupOption)[] {
  if (spec.actions === undefined) return [subcommand(spec.verb, spec)];
  const options = subcommands(open(spec));
  if (options.length === 0) return [];
  const type = ApplicationCommandOptionType.SubcommandGroup;
  return [{ type, name: named(spec.verb), description: short(spec.summary, DESCRIPTION), options }];
}

/**
 * `/sco-VERB`, for those who may manage the server. It is a command of its own because Discord hides whole commands
 * alone (https://docs.discord.com/developers/interactions/application-commands#permissions), and it only hides: the
 * desk checks again whoever asks.
 */
const forManagers = (spec: CommandSpec): CommandDefinition => ({
  name: named(`${COMMAND}-${spec.verb}`),
  description: short(spec.summary, DESCRIPTION),
  options: subcommands(managing(spec)),
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
});

/**
 * `/sco` with a subcommand for each command, and a command beside it for each that does what not everyone may.
 *
 * @throws {RangeError} for a name or a number of options that Discord does not take.
 */
export const commandDefinitions = (specs: readonly CommandSpec[]): readonly CommandDefinition[] => [
  {
    name: COMMAND,
    description: 'Verbatim, cited passages from the articles of this desk',
    options: within(specs.flatMap(forEveryone), 'subcommands'),
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  },
  ...specs.filter((spec) => managing(spec).length > 0).map(forManagers),
];

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
