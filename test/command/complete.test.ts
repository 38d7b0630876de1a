import { describe, expect, it } from 'vitest';
import { verbs } from '../../src/command/table.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { desk, reply } = await seedsDesk();

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

  it('of help has every verb, and of a line that begins every command', () => {
    expect(valuesOf('help ')).toEqual(verbs.map((verb) => `help ${verb}`));
    expect(valuesOf('')).toEqual(verbs.map((verb) => `${verb} `));
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
