import { describe, expect, it } from 'vitest';
import { readArguments } from '../../adapters/terminal/arguments.ts';

describe('readArguments', () => {
  it.each([
    [['search', 'multilateralism'], 'search multilateralism'],
    [['search multilateralism'], 'search multilateralism'],
    [['who chairs the SCO next?'], 'who chairs the SCO next?'],
    [['ask', 'who chairs the SCO next?'], 'ask who chairs the SCO next?'],
    [['ask', 'who', 'chairs', 'the', 'SCO?'], 'ask who chairs the SCO?'],
    [['search', 'security', 'from:Global Times'], 'search security from:"Global Times"'],
    [['random', 'from:Global Times'], 'random from:"Global Times"'],
    [['search', 'Belt and Road', 'trade'], 'search "Belt and Road" trade'],
    [['search', '"Belt and Road"'], 'search "Belt and Road"'],
    [['search', 'security', '-terrorism'], 'search security -terrorism'],
    [['--help'], 'help'],
    [[''], ''],
  ])('reads %j as the line a person typed', (args, line) => {
    expect(readArguments(args)).toEqual({ mode: 'line', line, json: false, corpus: null });
  });

  it('takes --json and --corpus wherever they stand', () => {
    expect(readArguments(['search', 'x', '--json', '--corpus', 'a b'])).toEqual({
      mode: 'line',
      line: 'search x',
      json: true,
      corpus: 'a b',
    });
    expect(readArguments(['--corpus=dir', '--json'])).toEqual({ mode: 'lines', corpus: 'dir' });
    expect(readArguments([])).toEqual({ mode: 'prompt', corpus: null });
  });

  it.each([[['--nope', 'x']], [['--corpus']]])('refuses %j and says how it is used', (args) => {
    expect(readArguments(args)).toMatchObject({
      mode: 'problem',
      remedy: expect.stringContaining('Usage: sco'),
    });
  });
});
