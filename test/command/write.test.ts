import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/command/table.ts';
import { writeLine } from '../../src/command/write.ts';

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
