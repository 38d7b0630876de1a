import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  type REST,
  Routes,
} from 'discord.js';
import type { CommandDefinition } from './commands.ts';

/** A definition as Discord gives it back, or as it is sent. */
type Defined = Pick<CommandDefinition, 'name' | 'description'> & Partial<CommandDefinition>;

const sortedNumbers = (values: readonly number[] | null | undefined): readonly number[] =>
  [...(values ?? [])].sort();

/** What Discord fills in of itself is made equal, everything that is not the definition left out. */
function normalOption(option: APIApplicationCommandOption): unknown {
  const { type, name, description } = option;
  const nested =
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup;
  const options: readonly unknown[] = nested ? (option.options ?? []).map(normalOption) : [];
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return {
    type,
    name,
    description,
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option ? (option.autocomplete ?? false) : false,
    choices: choices.map((choice) => ({ name: choice.name, value: choice.value })),
    options,
  };
}

const normal = (command: Defined, global: boolean): unknown => ({
  name: command.name,
  description: command.description,
  options: (command.options ?? []).map(normalOption),
  default_member_permissions: command.default_member_permissions ?? null,
  // Only a global command has these: https://docs.discord.com/developers/interactions/application-commands
  contexts: global ? sortedNumbers(command.contexts) : [],
  integration_types: global ? sortedNumbers(command.integration_types) : [],
});

const isList = (value: unknown): value is readonly Defined[] => Array.isArray(value);

/** Discord promises no order of the commands themselves. */
const normalAll = (commands: readonly Defined[], global: boolean): unknown =>
  commands.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((each) => normal(each, global));

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Makes the application's commands those that are given, in one server or, without `guildId`, everywhere.
 * Discord takes 200 new commands a day, so nothing is sent that is there already.
 *
 * @returns whether something was sent.
 */
export async function registerCommands(
  rest: REST,
  place: { readonly applicationId: string; readonly guildId: string | null },
  definitions: readonly CommandDefinition[],
): Promise<boolean> {
  const { applicationId, guildId } = place;
  const global = guildId === null;
  const route = global
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
  const present = await rest.get(route);
  if (isList(present) && sameJson(normalAll(present, global), normalAll(definitions, global))) return false;
  const body = definitions.map(({ contexts, integration_types, ...rest }) =>
    global ? { ...rest, contexts, integration_types } : rest,
  );
  await rest.put(route, { body });
  return true;
}
