import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit as fitInto, type Room, type Size } from '../../src/message/fit.ts';
import type { Block, Gap, Message, Quotation, Verbatim } from '../../src/message/types.ts';
import { quotation } from '../gallery/hostile-messages.ts';
import { message as anyMessage } from './arbitrary.ts';
import { frozen, piecesOf, runsText } from './reading.ts';

const of = (...blocks: readonly Block[]): Message => ({ blocks, omitted: [] });

/** A platform whose escapes make every character `factor` long, and every block `overhead` longer. */
const measuring =
  (factor: number, overhead: number) =>
  (block: Block): Size => ({
    characters: piecesOf(block).join('').length * factor + overhead,
    elements: 1 + ('actions' in block ? block.actions.length : 0),
  });

const plainly = measuring(1, 0);
const room = (characters: number, elements = 1000): Room => ({ characters, elements, block: {} });

const sizeOf = ({ blocks }: Message, measure: (block: Block) => Size): Size => ({
  characters: blocks.reduce((sum, block) => sum + measure(block).characters, 0),
  elements: blocks.reduce((sum, block) => sum + measure(block).elements, 0),
});

const platform = fc.record({
  measure: fc
    .tuple(fc.constantFrom(1, 1.5, 2, 3), fc.nat(30))
    .map(([factor, overhead]) => measuring(factor, overhead)),
  room: fc.record({
    characters: fc.integer({ min: 700, max: 6000 }),
    elements: fc.integer({ min: 3, max: 50 }),
    block: fc.record(
      { quotation: fc.integer({ min: 100, max: 2000 }), paragraph: fc.integer({ min: 60, max: 2000 }) },
      { requiredKeys: [] },
    ),
  }),
});

const isVerbatim = (part: Verbatim | Gap): part is Verbatim => part.type === 'verbatim';
const quotations = ({ blocks }: Message): readonly Quotation[] =>
  blocks.filter((block): block is Quotation => block.type === 'quotation');

/** What each quotation of the result was made of. */
const pairs = (whole: Message, fitted: Message): readonly (readonly [Quotation, Quotation])[] =>
  quotations(fitted).flatMap((shown) => {
    const original = quotations(whole).find(({ id }) => id === shown.id);
    return original === undefined ? [] : [[original, shown] as const];
  });

const textsOf = ({ blocks }: Message): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'note') return block.runs.map(({ text }) => text);
    if (block.type === 'list') return block.items.flat().map(({ text }) => text);
    return block.type === 'quotation'
      ? block.parts.filter(isVerbatim).map(({ text }) => text)
      : piecesOf(block);
  });

const said = ({ blocks }: Message): string => blocks.flatMap(piecesOf).join('\n');

describe('fit, for any message and any platform', () => {
  it('is never over the room', () => {
    fc.assert(
      fc.property(anyMessage, platform, (message, { measure, room: most }) => {
        const fitted = fitInto(frozen(message), measure, most);
        const { characters, elements } = sizeOf(fitted, measure);
        expect(characters).toBeLessThanOrEqual(most.characters);
        expect(elements).toBeLessThanOrEqual(most.elements);
        for (const block of fitted.blocks) {
          const own =
            block.type === 'quotation' || block.type === 'paragraph' ? most.block[block.type] : null;
          if (own) expect(measure(block).characters).toBeLessThanOrEqual(own);
        }
      }),
    );
  });

  it('gives back the message itself when it fits', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(fitInto(message, plainly, room(1e6))).toBe(message);
      }),
    );
  });

  it('shows of every quotation exact slices alone', () => {
    fc.assert(
      fc.property(anyMessage, platform, (message, { measure, room: most }) => {
        for (const [original, shown] of pairs(message, fitInto(message, measure, most))) {
          const parts = original.parts.filter(isVerbatim);
          const text = parts.map((part) => part.text).join('');
          const from = parts[0]?.start ?? 0;
          for (const part of shown.parts.filter(isVerbatim)) {
            expect(part.text).toBe(text.slice(part.start - from, part.end - from));
          }
        }
      }),
    );
  });

  it('counts every character of a quotation once, shown or left out', () => {
    fc.assert(
      fc.property(anyMessage, platform, (message, { measure, room: most }) => {
        for (const [original, shown] of pairs(message, fitInto(message, measure, most))) {
          let at = original.parts.find(isVerbatim)?.start ?? 0;
          for (const part of shown.parts) {
            if (part.type === 'verbatim') expect(part.start).toBe(at);
            else expect(part.said).toContain(part.omitted.toLocaleString('en'));
            at += part.type === 'gap' ? part.omitted : part.text.length;
          }
          expect(at).toBe(original.parts.findLast(isVerbatim)?.end);
        }
      }),
    );
  });

  it('counts in `omitted` what is gone: blocks, items and characters', () => {
    fc.assert(
      fc.property(anyMessage, platform, (message, { measure, room: most }) => {
        const fitted = fitInto(message, measure, most);
        const gone = fitted.omitted.filter(({ unit }) => unit === 'blocks').length;
        const announcement = gone > 0 ? 1 : 0;
        expect(fitted.blocks.length - announcement + gone).toBe(message.blocks.length);
        for (const { count, unit, what } of fitted.omitted) {
          expect(count).toBeGreaterThan(0);
          // A quotation may be cut at both ends, which the law before looks at.
          if (unit !== 'blocks' && what !== 'quotation')
            expect(said(fitted)).toContain(`[… ${count.toLocaleString('en')} `);
        }
      }),
    );
  });

  it('never halves a surrogate pair', () => {
    const whole = anyMessage.filter((message) => textsOf(message).every((text) => text.isWellFormed()));
    fc.assert(
      fc.property(whole, platform, (message, { measure, room: most }) => {
        const halved = textsOf(fitInto(message, measure, most)).filter((text) => !text.isWellFormed());
        expect(halved).toEqual([]);
      }),
    );
  });

  it('shows the first marked words of a quotation that it cuts', () => {
    const lengths = fc.nat(6000);
    const filler = fc.constantFrom('A word here. ', 'unbroken', '🙂', 'e\u0301');
    fc.assert(
      fc.property(lengths, lengths, filler, platform, (before, after, piece, { measure, room: most }) => {
        const words = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
        const message = of(quotation(1, [words(before), 'multilateralism', words(after)], { citation: [] }));
        const [shown] = quotations(fitInto(message, measure, { ...most, block: {} }));
        expect(shown?.parts).toContainEqual(
          expect.objectContaining({ text: 'multilateralism', marked: true }),
        );
      }),
    );
  });
});

const passage = (n: number, length = 200): Quotation => quotation(n, ['word '.repeat(length / 5)]);

describe('fit', () => {
  it('cuts between words, and says how many characters are left out', () => {
    const text = 'every word is whole '.repeat(20);
    const fitted = said(fitInto(of({ type: 'paragraph', runs: [{ text }] }), plainly, room(200)));
    const [, shown = '', count] = /^(.*) \[… (\d+) characters left out …\]$/.exec(fitted) ?? [];
    expect(shown).toMatch(/^(?:every word is whole ?)+(?:every|every word|every word is)?$/);
    expect(shown.length + Number(count)).toBe(text.length);
  });

  it('announces once, however often it had to try', () => {
    const message = of({ type: 'heading', text: 'word '.repeat(1000) });
    const fitted = said(fitInto(message, measuring(3, 50), room(900)));
    expect(fitted.match(/left out/g)).toHaveLength(1);
    const shown = fitted.indexOf('[…') - 1;
    expect(fitted).toContain(`[… ${(5000 - shown).toLocaleString('en')} characters left out …]`);
  });

  it('cuts before a letter rather than between it and its marks', () => {
    const [shown] = quotations(fitInto(of(quotation(1, ['e\u0301'.repeat(400)])), plainly, room(200)));
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
    expect(quotations(fitted).map(({ id }) => id)).toEqual(['made-up:1', 'made-up:2']);
    expect(said(fitted)).toContain('Left out for want of room: 2 passages (made-up:3, made-up:4).');
    expect(fitted.blocks.at(-1)).toBe(actions);
  });

  it('begins the passage at which the room ends, and counts the rest of it', () => {
    const fitted = fitInto(of(passage(1), passage(2, 3000), passage(3)), plainly, room(1000));
    expect(quotations(fitted).map(({ id }) => id)).toEqual(['made-up:1', 'made-up:2']);
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
    expect(quotations(fitted).map(({ id }) => id)).toEqual(['made-up:1']);
    expect(said(fitted)).toContain('Left out for want of room: 1 row of buttons.');
  });

  it('keeps what was left out before', () => {
    const before = { what: 'list', count: 3, unit: 'items' } as const;
    const fitted = fitInto({ ...of(passage(1, 5000)), omitted: [before] }, plainly, room(500));
    expect(fitted.omitted[0]).toBe(before);
    expect(fitted.omitted).toHaveLength(2);
  });
});
