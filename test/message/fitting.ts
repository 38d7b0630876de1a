import fc from 'fast-check';
import { fit as fitInto, type Room, type Size } from '../../src/message/fit.ts';
import type { Block, Message, Quotation } from '../../src/message/types.ts';
import { message as anyMessage, longMessage } from './arbitrary.ts';
import { frozen, piecesOf, quotationsOf } from './reading.ts';

/** A platform whose escapes make every character `factor` long, and every block `overhead` longer. */
export const measuring =
  (factor: number, overhead: number) =>
  (block: Block): Size => ({
    characters: piecesOf(block).join('').length * factor + overhead,
    elements: 1 + ('actions' in block ? block.actions.length : 0),
  });

export const plainly = measuring(1, 0);
export const room = (characters: number, elements = 1000): Room => ({ characters, elements, block: {} });

/** A platform's way of measuring, and its room. */
export const platform = fc.record({
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

/** Any message, a platform, and what of it has room there. */
export const fitted = fc
  .tuple(fc.oneof(anyMessage, { weight: 2, arbitrary: longMessage }), platform)
  .map(([message, { measure, room: most }]) => ({
    message,
    measure,
    most,
    shown: fitInto(frozen(message), measure, most),
  }));

/** What each quotation of the result was made of. */
export const pairs = (whole: Message, fitted: Message): readonly (readonly [Quotation, Quotation])[] =>
  quotationsOf(fitted).flatMap((shown) => {
    const original = quotationsOf(whole).find(({ id }) => id === shown.id);
    return original === undefined ? [] : [[original, shown] as const];
  });
