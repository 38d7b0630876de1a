import { describe, expect, it } from 'vitest';
import { type Chosen, chosenIn, lineOf, optionOf, valuesIn } from '../../adapters/discord/chosen.ts';
import { commandDefinitions } from '../../adapters/discord/commands.ts';
import { commandSpecs } from '../../src/command/table.ts';
import type { CommandSpec, Option } from '../../src/command/types.ts';
import { commandFaults, listFaults } from '../peers/discord-commands.ts';

const specWith = (...options: readonly Option[]): CommandSpec => ({
  verb: 'search',
  summary: 's'.repeat(150),
  usage: '',
  options,
  examples: [{ line: 'search x', gives: 'x' }],
});
const option = (name: string, type: Option['type'], more: Partial<Option> = {}): Option => ({
  name,
  summary: `what ${name} is`,
  required: false,
  type,
  written: 'filter',
  ...more,
});

const namesIn = (definition: object | undefined): readonly string[] =>
  definition !== undefined && 'options' in definition && Array.isArray(definition.options)
    ? definition.options.map(({ name }: { name: string }) => name)
    : [];

describe('commandDefinitions', () => {
  it('have a subcommand for every command of the desk, in a form that Discord takes', () => {
    const definitions = commandDefinitions(commandSpecs);
    expect([...listFaults(definitions), ...definitions.flatMap(commandFaults)]).toEqual([]);
    const [sco] = definitions;
    expect(sco?.name).toBe('sco');
    expect((sco?.options ?? []).map(({ name }) => name)).toEqual(commandSpecs.map(({ verb }) => verb));
    expect(sco?.default_member_permissions).toBeUndefined();
    expect(sco?.contexts).toEqual([0, 1, 2]);
    expect(sco?.integration_types).toEqual([0, 1]);
  });

  it('have what everyone may do in a group, and what managers may in a command that others do not see', () => {
    const [sco, ...others] = commandDefinitions(commandSpecs);
    const group = sco?.options?.find(({ name }) => name === 'digest');
    expect(group?.type).toBe(2);
    expect(namesIn(group)).toEqual(['status', 'preview', 'why']);
    expect(others).toHaveLength(1);
    const [managing] = others;
    expect(managing).toMatchObject({
      name: 'sco-digest',
      // MANAGE_SERVER
      default_member_permissions: String(1 << 5),
      contexts: [0, 1],
      integration_types: [0],
    });
    expect(namesIn(managing)).toEqual(['on', 'off', 'skip']);
    const on = managing?.options?.find(({ name }) => name === 'on');
    expect(on && 'options' in on ? on.options : []).toEqual(
      expect.arrayContaining(
        ['time', 'zone', 'days'].map((name) =>
          expect.objectContaining({ name, type: 3, autocomplete: true }),
        ),
      ),
    );
  });

  it('puts every option into words that Discord has, required ones first', () => {
    const spec = specWith(
      option('page', 'number'),
      option('after', 'date'),
      option('style', 'choice', { choices: ['apa', 'plain'] }),
      option('words', 'words', { required: true, written: 'bare' }),
      option('in', 'article'),
    );
    const [sco] = commandDefinitions([spec]);
    const [search] = sco?.options ?? [];
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
    expect(commandDefinitions([spec]).flatMap(commandFaults)).toEqual([]);
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
    expect(() => commandDefinitions(specs)).toThrow(RangeError);
  });
});

const plain = (verb: string): Chosen => ({ verb, action: null });
const digest = (action: string): Chosen => ({ verb: 'digest', action });

describe('lineOf', () => {
  it.each<[Chosen, Record<string, string>, string | null]>([
    [plain('search'), { words: 'peace', after: '2023-01-01' }, 'search peace after:2023-01-01'],
    [plain('cite'), { id: 'way-forward:3', style: 'apa' }, 'cite way-forward:3 apa'],
    [plain('sources'), {}, 'sources'],
    [plain('gone'), { words: 'x' }, null],
    [digest('status'), {}, 'digest status'],
    [digest('why'), { date: '2026-11-23' }, 'digest why 2026-11-23'],
    [
      digest('on'),
      { time: '08:30', zone: 'Asia/Shanghai', days: 'mon-fri', from: 'Global Times' },
      'digest on 08:30 Asia/Shanghai mon-fri from:"Global Times"',
    ],
    [digest('on'), { days: 'sat' }, 'digest on sat'],
    [digest('gone'), {}, null],
    [{ verb: 'search', action: 'status' }, {}, null],
  ])('%j with %j is the line %j', (chosen, values, line) => {
    expect(lineOf(commandSpecs, chosen, values)).toBe(line);
  });
});

describe('optionOf', () => {
  it.each<[Chosen, string, Option['type'] | undefined]>([
    [plain('search'), 'in', 'article'],
    [plain('search'), 'gone', undefined],
    [digest('on'), 'zone', 'zone'],
    [digest('on'), 'time', 'time'],
    [digest('on'), 'days', 'days'],
    [digest('status'), 'zone', undefined],
    [digest('gone'), 'zone', undefined],
  ])('of %j, %s is of type %s', (chosen, name, type) => {
    expect(optionOf(commandSpecs, chosen, name)?.type).toBe(type);
  });
});

describe('chosenIn', () => {
  it.each<[string, string, string | null, string, Chosen]>([
    ['a subcommand', 'sco', null, 'search', plain('search')],
    ['a subcommand in a group', 'sco', 'digest', 'status', digest('status')],
    ['a subcommand of a command of its own', 'sco-digest', null, 'on', digest('on')],
  ])('tells %s', (_, commandName, group, subcommand, chosen) => {
    const options = { getSubcommandGroup: () => group, getSubcommand: () => subcommand };
    expect(chosenIn({ commandName, options })).toEqual(chosen);
  });
});

describe('valuesIn', () => {
  it('finds what was filled in, whatever it is nested in', () => {
    const date = { name: 'date', type: 3, value: '2026-11-23' };
    const page = { name: 'page', type: 4, value: 2 };
    expect(valuesIn([{ name: 'why', type: 1, options: [date, page] }])).toEqual({
      date: '2026-11-23',
      page: '2',
    });
    expect(
      valuesIn([{ name: 'digest', type: 2, options: [{ name: 'why', type: 1, options: [date] }] }]),
    ).toEqual({
      date: '2026-11-23',
    });
    expect(valuesIn([{ name: 'digest', type: 2, options: [{ name: 'status', type: 1 }] }])).toEqual({});
  });
});

/** A definition with one thing in it that Discord refuses. */
const definitionWith = (more: object) => ({ name: 'sco', description: 'd', ...more });
const sub = (name: string, more: object = {}) => ({ type: 1, name, description: 'd', ...more });
const group = (name: string, ...options: readonly object[]) => ({ type: 2, name, description: 'd', options });

describe('what Discord refuses', () => {
  it.each<[string, object]>([
    ['an option beside a subcommand', { options: [sub('a'), { type: 3, name: 'b', description: 'd' }] }],
    ['a group in a group', { options: [group('a', group('b', sub('c')))] }],
    ['a subcommand in a subcommand', { options: [sub('a', { options: [sub('b')] })] }],
    ['an empty group', { options: [group('a')] }],
    ['permissions as a number', { default_member_permissions: 32 }],
    ['a context that there is not', { contexts: [3] }],
    ['an installation that there is not', { integration_types: [0, 0] }],
  ])('%s is a fault', (_, more) => {
    expect(commandFaults(definitionWith(more))).toHaveLength(1);
  });

  it('groups beside subcommands are none', () => {
    const options = [sub('a'), group('b', sub('c'), sub('d'))];
    expect(
      commandFaults(definitionWith({ options, default_member_permissions: '32', contexts: [0] })),
    ).toEqual([]);
  });

  it('two commands of one name are a fault', () => {
    expect(listFaults([definitionWith({}), definitionWith({})])).toHaveLength(1);
  });
});
