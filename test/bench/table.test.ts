import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beside, overAim, row } from './row.ts';
import { summarize } from './statistics.ts';
import { figure, table } from './table.ts';

const desk = row('Slack: mention → chat.postMessage', 'ms', summarize([3, 3, 3]));
const echo = row('  Bolt echo, mention', 'ms', summarize([1.5, 2, 2.5]));

describe('a figure', () => {
  it.each([
    [0.1234, '0.123'],
    [1.234, '1.23'],
    [12.34, '12.3'],
    [123.4, '123'],
    [12_345, '12345'],
  ])('%d is written %s', (value, written) => {
    expect(figure(value)).toBe(written);
  });
});

describe('the table', () => {
  it('has a row’s figures, its ratio and the unit', () => {
    const group = { title: 'From an event', rows: [beside(desk, echo, 1.1), echo], notes: ['A note.'] };
    const [title, , head, first, second, note] = table([group]).split('\n');
    expect(title).toBe('From an event (ms)');
    expect(head?.trim().split(/\s+/)).toEqual(['n', 'median', 'p99', 'slowest', 'ratio']);
    expect(first?.split(/\s{2,}/)).toEqual([desk.name, '3', '3.00', '3.00', '3.00', '1.50×!']);
    expect(second).toMatch(/^ {2}Bolt echo, mention +3 +2\.00 +2\.50 +2\.50$/);
    expect(note).toBe('* A note.');
  });

  it('marks a ratio only above its aim', () => {
    const shown = (aim: number | null): string =>
      table([{ title: '', rows: [beside(desk, echo, aim)], notes: [] }]);
    expect(shown(1.1)).toContain('1.50×!');
    expect(shown(1.5)).not.toContain('!');
    expect(shown(null)).not.toContain('!');
  });

  it('stays within 80 columns and loses no word', () => {
    const word = fc.stringMatching(/^[a-z,:]{1,12}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
    const value = fc.double({ min: 0.0001, max: 999_999, noNaN: true });
    fc.assert(
      fc.property(text, fc.array(fc.tuple(text, value), { minLength: 1 }), text, (title, named, note) => {
        const rows = named.map(([name, each]) => row(name, 'ms', summarize([each])));
        const shown = table([{ title, rows: rows.map((each) => beside(each, desk)), notes: [note] }]);
        for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
        const flat = shown.replaceAll(/\s+/g, ' ');
        for (const each of rows) expect(flat).toContain(`${each.name} 1 ${figure(each.median)}`);
        expect(flat).toContain(title);
      }),
    );
  });
});

describe('rows above their aim', () => {
  it.each([
    [1.4, ['Slack: mention → chat.postMessage']],
    [1.5, []],
    [null, []],
  ])('aim %s', (aim, names) => {
    const groups = [{ title: '', rows: [beside(desk, echo, aim), echo], notes: [] }];
    expect(overAim(groups).map(({ name }) => name)).toEqual(names);
  });
});
