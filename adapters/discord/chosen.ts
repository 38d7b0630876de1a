import { ApplicationCommandOptionType, type CommandInteractionOption } from 'discord.js';
import type { ActionSpec, CommandSpec, Option } from '../../src/command/types.ts';
import { writeLine } from '../../src/command/write.ts';
import { COMMAND } from './commands.ts';

/** The command that was chosen, and what it is to do where it does several things. */
export interface Chosen {
  readonly verb: string;
  readonly action: string | null;
}

/** What chose a command, as far as it tells which. */
interface Choosing {
  readonly commandName: string;
  readonly options: {
    getSubcommand(required: false): string | null;
    getSubcommandGroup(required: false): string | null;
  };
}

/** `/sco VERB`, `/sco VERB ACTION` or `/sco-VERB ACTION`. */
export function chosenIn({ commandName, options }: Choosing): Chosen {
  const subcommand = options.getSubcommand(false);
  if (commandName !== COMMAND) return { verb: commandName.slice(`${COMMAND}-`.length), action: subcommand };
  const group = options.getSubcommandGroup(false);
  return group === null ? { verb: subcommand ?? '', action: null } : { verb: group, action: subcommand };
}

const isNested = ({ type }: CommandInteractionOption): boolean =>
  type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;

/** What was filled in, by option name, whatever it is nested in. */
export function valuesIn(data: readonly CommandInteractionOption[]): Readonly<Record<string, string>> {
  const filled = (options: readonly CommandInteractionOption[]): readonly (readonly [string, string])[] =>
    options.flatMap((option) =>
      isNested(option) ? filled(option.options ?? []) : [[option.name, String(option.value ?? '')] as const],
    );
  return Object.fromEntries(filled(data));
}

/** What is known of the chosen command; null where there is none such any more. */
function found(
  specs: readonly CommandSpec[],
  { verb, action }: Chosen,
): { readonly spec: CommandSpec; readonly action?: ActionSpec } | null {
  const spec = specs.find((each) => each.verb === verb);
  if (spec === undefined) return null;
  if (action === null) return { spec };
  const named = spec.actions?.find(({ name }) => name === action);
  return named === undefined ? null : { spec, action: named };
}

/** The command line that filled-in options come to; null for a subcommand that there is no more. */
export function lineOf(
  specs: readonly CommandSpec[],
  chosen: Chosen,
  values: Readonly<Record<string, string>>,
): string | null {
  const known = found(specs, chosen);
  return known === null ? null : writeLine(known.spec, values, known.action);
}

export function optionOf(specs: readonly CommandSpec[], chosen: Chosen, name: string): Option | null {
  const known = found(specs, chosen);
  const options = known?.action?.options ?? known?.spec.options ?? [];
  return options.find((option) => option.name === name) ?? null;
}
