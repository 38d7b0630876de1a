import { describe, expect, it } from 'vitest';
import { commandDefinition, lineOf, optionOf } from '../../adapters/discord/commands.ts';
import { commandSpecs } from '../../src/command/registry.ts';
import type { CommandSpec, Option } from '../../src/command/types.ts';
import { commandFaults } from '../peers/discord-commands.ts';

const specWith = (...options: readonly Option[]): CommandSpec => ({
  verb: 'search',
  summary: 's'.repeat(150),
  usage: '',
  options,
  examples: [],
});
const option = (name: string, type: Option['type'], more: Partial<Option> = {}): Option => ({
  name,
  summary: `what ${name} is`,
  required: false,
  type,
  written: 'filter',
  ...more,
});

describe('commandDefinition', () => {
  it('has a subcommand for every command of the desk, in a form that Discord takes', () => {
    const definition = commandDefinition(commandSpecs);
    expect(commandFaults(definition)).toEqual([]);
    expect(definition.name).toBe('sco');
    expect((definition.options ?? []).map(({ name }) => name)).toEqual(commandSpecs.map(({ verb }) => verb));
    expect(definition.contexts).toEqual([0, 1, 2]);
    expect(definition.integration_types).toEqual([0, 1]);
  });

  it('puts every option into words that Discord has, required ones first', () => {
    const spec = specWith(
      option('page', 'number'),
      option('after', 'date'),
      option('style', 'choice', { choices: ['apa', 'plain'] }),
      option('words', 'words', { required: true, written: 'bare' }),
      option('in', 'article'),
    );
    const [search] = commandDefinition([spec]).options ?? [];
    expect(search).toMatchObject({ type: 1, name: 'search', description: `${'s'.repeat(99)}…` });
    const plain = { required: false };
    expect(search && 'options' in search ? search.options : []).toEqual([
      { name: 'words', description: 'what words is', type: 3, required: true, autocomplete: true },
      { ...plain, name: 'page', description: 'what page is', type: 4 },
      { ...plain, name: 'after', description: 'what after is', type: 3 },
      {
        ...plain,
        name: 'style',
        description: 'what style is',
        type: 3,
        choices: [
          { name: 'apa', value: 'apa' },
          { name: 'plain', value: 'plain' },
        ],
      },
      { ...plain, name: 'in', description: 'what in is', type: 3, autocomplete: true },
    ]);
    expect(commandFaults(commandDefinition([spec]))).toEqual([]);
  });

  it.each<[string, readonly CommandSpec[]]>([
    ['a name in capitals', [specWith(option('From', 'words'))]],
    ['a name with a space', [specWith(option('from whom', 'words'))]],
    ['26 options', [specWith(...Array.from({ length: 26 }, (_, n) => option(`o${n}`, 'words')))]],
    [
      '26 choices',
      [specWith(option('o', 'choice', { choices: Array.from({ length: 26 }, (_, n) => `${n}`) }))],
    ],
  ])('refuses %s', (_, specs) => {
    expect(() => commandDefinition(specs)).toThrow(RangeError);
  });
});

describe('lineOf', () => {
  it.each<[string, Record<string, string>, string | null]>([
    ['search', { words: 'peace', after: '2023-01-01' }, 'search peace after:2023-01-01'],
    ['cite', { id: 'way-forward:3', style: 'apa' }, 'cite way-forward:3 apa'],
    ['sources', {}, 'sources'],
    ['gone', { words: 'x' }, null],
  ])('%s %j is the line %j', (verb, values, line) => {
    expect(lineOf(commandSpecs, verb, values)).toBe(line);
  });
});

describe('optionOf', () => {
  it('finds an option of a command, or none', () => {
    expect(optionOf(commandSpecs, 'search', 'in')?.type).toBe('article');
    expect(optionOf(commandSpecs, 'search', 'gone')).toBeNull();
  });
});
