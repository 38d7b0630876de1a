import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../src/command/grammar.ts';
import { nearestVerb } from '../../src/command/nearest-verb.ts';
import { commandSpecs, verbs } from '../../src/command/table.ts';
import { writeLine } from '../../src/command/write.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { desk, reply } = await seedsDesk();

describe('every command', () => {
  it.each(commandSpecs.flatMap(({ verb, examples }) => examples.map(({ line }) => [verb, line] as const)))(
    '%s: the example "%s" works when pasted, and is that command',
    async (verb, example) => {
      const { answer, command } = await reply(example);
      expect(['problem', 'nothing']).not.toContain(answer.kind);
      expect(command.split(' ')[0]).toBe(verb);
    },
  );

  it.each(commandSpecs.map(({ verb }) => verb))('%s is explained by help', async (verb) => {
    expect((await reply(`help ${verb}`)).answer).toMatchObject({ kind: 'help', topic: { verb } });
  });
});

describe('a line that a form’s values come to', () => {
  const [search] = commandSpecs;
  if (search === undefined) throw new Error('no commands');
  it.each([
    [{ words: 'trade', from: 'Global Times' }, 'search trade from:"Global Times"'],
    [{ words: '"a b" c', in: 'way-forward', page: '2' }, 'search "a b" c in:way-forward page:2'],
    [{ words: 'x', from: ' ', nonsense: 'y' }, 'search x'],
    [{ words: 'x', from: 'say "this": now' }, 'search x from:"say this: now"'],
    [{ words: 'x', __proto__: 'y', constructor: 'z' }, 'search x'],
  ])('%j is %s', (values, line) => {
    expect(writeLine(search, values as Readonly<Record<string, string>>)).toBe(line);
  });
});

describe('words without a command', () => {
  it.each([
    'who chairs the SCO',
    'When will Belarus join',
    'is Iran a member',
    'tell me about Iran',
    'Iran?',
    'list the members',
    'doesn’t Russia agree',
    'ما هي المنظمة؟',
    '这是什么？',
  ])('%j are a question', (words) => {
    expect(isQuestion(words)).toBe(true);
  });
  it.each([
    'multilateralism',
    'Belt and Road',
    'open regionalism',
    'who',
    'WHO',
    'the summit',
    'Xi: what now',
  ])('%j are a search', (words) => {
    expect(isQuestion(words)).toBe(false);
  });
});

describe('a misspelt verb', () => {
  it.each([
    ['serach', 'search'],
    ['seach', 'search'],
    ['esarch', 'search'],
    ['hepl', 'help'],
    ['hlep', 'help'],
    ['opne', 'open'],
    ['cit', 'cite'],
    ['sorces', 'sources'],
    ['source', 'sources'],
    ['randm', 'random'],
    ['aks', 'ask'],
  ])('%s is %s', (typed, verb) => {
    expect(nearestVerb(typed, verbs)).toBe(verb);
  });
  it.each(['task', 'research', 'desk', 'yelp', 'security', 'x', '', 'constructor'])('%s is none', (typed) => {
    expect(nearestVerb(typed, verbs)).toBeNull();
  });
});

describe('completion', () => {
  const valuesOf = (line: string): readonly string[] => desk.completeLine(line).map(({ value }) => value);
  it.each([
    ['sea', 'search '],
    ['search multil', 'search multilateralism'],
    ['search trade from:Gl', 'search trade from:"Global Times"'],
    ['search trade in:way', 'search trade in:way-forward'],
    ['search trade by:', 'search trade by:"He Yin"'],
    ['open way-forward:', 'open way-forward:2'],
    ['cite way-forward:2 bi', 'cite way-forward:2 bibtex'],
    ['help se', 'help search'],
  ])('of %j has %j', (typed, value) => {
    expect(valuesOf(typed)).toContain(value);
  });

  it.each([
    '',
    ' ',
    'search ',
    'x'.repeat(500),
    '\ud800',
    '.*',
    '__proto__',
    'search from:"',
    'open ',
    'cite x y z',
    'help (',
  ])('of %j is at most 25 lines and no exception', (typed) => {
    expect(valuesOf(typed).length).toBeLessThanOrEqual(25);
  });

  it('asks for three letters of a word', () => {
    expect(valuesOf('search mu')).toEqual([]);
  });

  it('gives lines that work', async () => {
    for (const line of [
      ...valuesOf('open way-forward:'),
      ...valuesOf('search trade from:'),
      ...valuesOf('search coop'),
    ]) {
      expect([line, (await reply(line)).answer.kind]).not.toEqual([line, 'problem']);
    }
  });
});
