type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function namingFaults({ name, description }: Json): readonly string[] {
  const called = String(name);
  const told = String(description).length;
  return [
    ...(NAME.test(called) && called === called.toLowerCase() ? [] : [`the name ${called}`]),
    ...(told >= 1 && told <= 100 ? [] : [`the description of ${called} has ${told} characters`]),
  ];
}

const SUBCOMMAND = 1;
const GROUP = 2;

/** Subcommands stand beside nothing but subcommands and groups, groups hold subcommands alone. */
function nestingFaults(of: unknown, options: readonly Json[]): readonly string[] {
  const types = options.map(({ type }) => Number(type));
  const nested = types.filter((type) => type === SUBCOMMAND || type === GROUP);
  if (nested.length > 0 && nested.length < types.length) return ['options beside subcommands'];
  if (of === GROUP)
    return types.every((type) => type === SUBCOMMAND) ? [] : ['a group of what is no subcommand'];
  return of === SUBCOMMAND && nested.length > 0 ? ['a subcommand in a subcommand'] : [];
}

function optionFaults(options: readonly Json[]): readonly string[] {
  const required = options.map((option) => option['required'] === true);
  const choices = options.map((option) => listOf(option['choices']));
  return [
    ...(options.length > 25 ? [`${options.length} options`] : []),
    ...(required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
      ? ['a required option after one that is not']
      : []),
    ...(new Set(options.map(({ name }) => name)).size < options.length ? ['two options of one name'] : []),
    ...choices.filter(({ length }) => length > 25).map(({ length }) => `${length} choices`),
    ...options
      .filter((option) => option['autocomplete'] === true && listOf(option['choices']).length > 0)
      .map(() => 'choices beside autocomplete'),
    ...options
      .filter(({ type, options: inner }) => type === GROUP && listOf(inner).length === 0)
      .map(() => 'an empty group'),
    ...options.flatMap((option) => [
      ...namingFaults(option),
      ...nestingFaults(option['type'], listOf(option['options'])),
      ...optionFaults(listOf(option['options'])),
    ]),
  ];
}

const isSetOf = (value: unknown, known: readonly number[]): boolean =>
  value === undefined ||
  (Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((each) => known.includes(each)));

/** Who may use a command, and where: a bit set written in digits, contexts and installations by number. */
function accessFaults({ default_member_permissions, contexts, integration_types }: Json): readonly string[] {
  const bits = default_member_permissions ?? null;
  return [
    ...(bits === null || (typeof bits === 'string' && /^\d+$/.test(bits))
      ? []
      : ['default_member_permissions']),
    ...(isSetOf(contexts, [0, 1, 2]) ? [] : ['contexts']),
    ...(isSetOf(integration_types, [0, 1]) ? [] : ['integration_types']),
  ];
}

/**
 * What Discord would refuse in a command's definition.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands
 */
export function commandFaults(definition: unknown): readonly string[] {
  if (!isJson(definition)) return ['no definition'];
  const texts = JSON.stringify(definition).match(/"(?:name|description|value)":"[^"]*"/g) ?? [];
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return [
    ...namingFaults(definition),
    ...accessFaults(definition),
    ...nestingFaults(null, listOf(definition['options'])),
    ...optionFaults(listOf(definition['options'])),
    ...(characters > 8000 ? [`${characters} characters of names, descriptions and values`] : []),
  ];
}

/** What Discord would refuse in all of an application's commands together. */
export function listFaults(definitions: readonly unknown[]): readonly string[] {
  const names = definitions.filter(isJson).map(({ name }) => name);
  return [
    ...(names.length > 100 ? [`${names.length} commands`] : []),
    ...(new Set(names).size < names.length ? ['two commands of one name'] : []),
  ];
}
