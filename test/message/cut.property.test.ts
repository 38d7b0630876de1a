import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit as fitInto } from '../../src/message/fit.ts';
import type { Message, Quotation } from '../../src/message/types.ts';
import { quotation } from '../gallery/hostile-messages.ts';
import { counter } from '../reached.ts';
import { longMessage, message } from './arbitrary.ts';
import { fitted, pairs, platform } from './fitting.ts';
import { isVerbatim, piecesOf, quotationsOf } from './reading.ts';

const textsOf = ({ blocks }: Message): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'note') return block.runs.map(({ text }) => text);
    if (block.type === 'list') return block.items.flat().map(({ text }) => text);
    return block.type === 'quotation'
      ? block.parts.filter(isVerbatim).map(({ text }) => text)
      : piecesOf(block);
  });

/** Where the texts of a quotation were cut, each with the text that it was cut from: at its beginning, at its end. */
function cutsOf(original: Quotation, shown: Quotation) {
  return shown.parts.filter(isVerbatim).flatMap(({ start, end }) => {
    const from = original.parts
      .filter(isVerbatim)
      .find((part) => part.start <= start && part.end >= end && part.text !== '');
    if (from === undefined) return [];
    return [{ text: from.text, start: start - from.start, end: end - from.start }];
  });
}

describe('a cut, for any message and any platform', () => {
  it('halves no word where a space is near, and no character', () => {
    const reached = counter();
    fc.assert(
      fc.property(fitted, ({ message, shown }) => {
        for (const [original, cut] of pairs(message, shown)) {
          for (const { text, start, end } of cutsOf(original, cut)) {
            // Of characters of several parts the next law tells.
            if (/[^\x20-\x7e]/.test(text)) continue;
            if (end < text.length) {
              const within = !/\s/.test(text.slice(end - 1, end + 1));
              reached('a word that is halved at its end', within);
              reached('a text that ends between words', !within);
              const length = end - start;
              if (within) expect(text.slice(start, end).lastIndexOf(' ')).toBeLessThanOrEqual(length / 2);
            }
            if (start > 0) {
              const within = text.charAt(start - 1) !== ' ';
              reached('a text that begins between words', !within);
              if (within) expect(text.slice(start, Math.min(end, start + 39))).not.toContain(' ');
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
    reached.atLeast({ 'a text that ends between words': 15, 'a text that begins between words': 5 });
  });

  it('never halves a surrogate pair, nor a letter and its marks', () => {
    const reached = counter();
    const whole = fc
      .oneof(message, longMessage)
      .filter((each) => textsOf(each).every((text) => text.isWellFormed()));
    fc.assert(
      fc.property(whole, platform, (any, { measure, room: most }) => {
        const shown = fitInto(any, measure, most);
        expect(textsOf(shown).filter((text) => !text.isWellFormed())).toEqual([]);
        for (const [original, cut] of pairs(any, shown)) {
          for (const { text, start, end } of cutsOf(original, cut)) {
            // A character that goes on and on is halved after all.
            if (/[\p{M}\u200d]{8}|(?:\p{Extended_Pictographic}\u200d){8}/u.test(text)) continue;
            for (const at of [start, end].filter((each) => each > 0 && each < text.length)) {
              expect(text.slice(at)).not.toMatch(/^[\p{M}\u200d]/u);
              expect(text.charAt(at - 1)).not.toBe('\u200d');
              reached('a text with marks, cut', /[\p{M}\u200d]/u.test(text));
            }
          }
        }
      }),
      { numRuns: 300 },
    );
    reached.atLeast({ 'a text with marks, cut': 3 });
  });

  it('keeps the first marked words of a quotation, and begins no sooner or later than a character does', () => {
    const reached = counter();
    const lengths = fc.nat(6000);
    const filler = fc.constantFrom('A word here. ', 'unbroken', '🙂', 'e\u0301');
    fc.assert(
      fc.property(lengths, lengths, filler, platform, (before, after, piece, { measure, room: most }) => {
        const words = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
        const block = quotation(1, [words(before), 'multilateralism', words(after)], { citation: [] });
        const [shown] = quotationsOf(
          fitInto({ blocks: [block], omitted: [] }, measure, { ...most, block: {} }),
        );
        expect(shown?.parts).toContainEqual(
          expect.objectContaining({ text: 'multilateralism', marked: true }),
        );
        const [first = '', ...others] = shown?.parts.filter(isVerbatim).map(({ text }) => text) ?? [];
        for (const text of [first, ...others]) expect(text).toMatch(/^(?!\p{M})[^\p{Cs}]*$/u);
        reached(
          `a beginning within ${piece}`,
          first !== 'multilateralism' && first.length < words(before).length,
        );
      }),
      { numRuns: 200 },
    );
    reached.atLeast({ 'a beginning within 🙂': 5, 'a beginning within e\u0301': 5 });
  });
});
