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
    ...options.flatMap((option) => [...namingFaults(option), ...optionFaults(listOf(option['options']))]),
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
    ...optionFaults(listOf(definition['options'])),
    ...(characters > 8000 ? [`${characters} characters of names, descriptions and values`] : []),
  ];
}
