import { describe, expect, it } from 'vitest';
import { fit as fitInto } from '../../src/message/fit.ts';
import type { Block, Message, Quotation } from '../../src/message/types.ts';
import { quotation } from '../gallery/hostile-messages.ts';
import { measuring, plainly, room } from './fitting.ts';
import { isVerbatim, piecesOf, quotationsOf, runsText } from './reading.ts';

const of = (...blocks: readonly Block[]): Message => ({ blocks, omitted: [] });
const said = ({ blocks }: Message): string => blocks.flatMap(piecesOf).join('\n');

const passage = (n: number, length = 200): Quotation => quotation(n, ['word '.repeat(length / 5)]);

describe('fit', () => {
  it('cuts between words, and says how many characters are left out', () => {
    const text = 'every word is whole '.repeat(20);
    const fitted = said(fitInto(of({ type: 'paragraph', runs: [{ text }] }), plainly, room(200)));
    const [, shown = '', count] = /^(.*) \[… (\d+) characters left out …\]$/.exec(fitted) ?? [];
    expect(shown).toMatch(/^(?:every word is whole ?)+(?:every|every word|every word is)?$/);
    expect(shown.length + Number(count)).toBe(text.length);
  });

  it('leaves alone what fits to the last character', () => {
    const message = of({ type: 'paragraph', runs: [{ text: 'x'.repeat(200) }] });
    expect(fitInto(message, plainly, room(200))).toBe(message);
    expect(fitInto(message, plainly, room(199))).not.toBe(message);
  });

  it('announces once, however often it had to try', () => {
    const message = of({ type: 'heading', text: 'word '.repeat(1000) });
    const fitted = said(fitInto(message, measuring(3, 50), room(900)));
    expect(fitted.match(/left out/g)).toHaveLength(1);
    const shown = fitted.indexOf('[…') - 1;
    expect(fitted).toContain(`[… ${(5000 - shown).toLocaleString('en')} characters left out …]`);
  });

  it('cuts before a letter rather than between it and its marks', () => {
    const [shown] = quotationsOf(fitInto(of(quotation(1, ['e\u0301'.repeat(400)])), plainly, room(200)));
    for (const { text } of shown?.parts.filter(isVerbatim) ?? []) expect(text).toMatch(/^(?:e\u0301)+$/);
  });

  it('keeps the first items of a list, and counts the others', () => {
    const items = Array.from({ length: 50 }, (_, n) => [{ text: `Item number ${n}` }]);
    const fitted = fitInto(of({ type: 'list', items }), plainly, room(200));
    const [list] = fitted.blocks;
    const shown = list?.type === 'list' ? list.items.map(runsText) : [];
    expect(shown.slice(0, 2)).toEqual(['Item number 0', 'Item number 1']);
    expect(shown.at(-1)).toBe(`[… ${50 - shown.length + 1} more entries left out …]`);
    expect(fitted.omitted).toEqual([{ what: 'list', count: 50 - shown.length + 1, unit: 'items' }]);
  });

  it('begins the first item of a list that has no room for it', () => {
    const items = [[{ text: 'word '.repeat(200) }], [{ text: 'second' }]];
    const [list] = fitInto(of({ type: 'list', items }), plainly, room(300)).blocks;
    const shown = list?.type === 'list' ? list.items.map(runsText) : [];
    expect(shown).toEqual([
      expect.stringMatching(/^(?:word ?)+ \[… \d+ characters left out …\]$/),
      '[… 1 more entry left out …]',
    ]);
  });

  it('names the passages that it leaves out, and keeps the closing buttons', () => {
    const actions: Block = { type: 'actions', actions: [{ type: 'run', label: 'More', command: 'help' }] };
    const fitted = fitInto(of(...[1, 2, 3, 4].map((n) => passage(n)), actions), plainly, room(620));
    expect(quotationsOf(fitted).map(({ id }) => id)).toEqual(['made-up:1', 'made-up:2']);
    expect(said(fitted)).toContain('Left out for want of room: 2 passages (made-up:3, made-up:4).');
    expect(fitted.blocks.at(-1)).toBe(actions);
  });

  it('begins the passage at which the room ends, and counts the rest of it', () => {
    const fitted = fitInto(of(passage(1), passage(2, 3000), passage(3)), plainly, room(1000));
    expect(quotationsOf(fitted).map(({ id }) => id)).toEqual(['made-up:1', 'made-up:2']);
    expect(said(fitted)).toMatch(/\[… 2,\d{3} characters left out …\]/);
    expect(said(fitted)).toContain('Left out for want of room: 1 passage (made-up:3).');
  });

  it('lets closing buttons go that have no room themselves', () => {
    const row = Array.from({ length: 60 }, (_, n) => ({
      type: 'run' as const,
      label: `${n}`,
      command: 'help',
    }));
    const fitted = fitInto(of(passage(1), { type: 'actions', actions: row }), plainly, room(1000, 40));
    expect(quotationsOf(fitted).map(({ id }) => id)).toEqual(['made-up:1']);
    expect(said(fitted)).toContain('Left out for want of room: 1 row of buttons.');
  });

  it('keeps what was left out before', () => {
    const before = { what: 'list', count: 3, unit: 'items' } as const;
    const fitted = fitInto({ ...of(passage(1, 5000)), omitted: [before] }, plainly, room(500));
    expect(fitted.omitted[0]).toBe(before);
    expect(fitted.omitted).toHaveLength(2);
  });
});
