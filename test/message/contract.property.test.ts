import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/message/types.ts';
import { counter } from '../reached.ts';
import { message } from './arbitrary.ts';
import {
  announced,
  everyCitation,
  isCut,
  type Law,
  noOtherLinks,
  sameWords,
  visibleOnly,
  withinLimitsAndInert,
} from './laws.ts';
import { frozen, withoutActions } from './reading.ts';
import { renderers } from './renderers.ts';

const laws: Readonly<Record<string, Law>> = {
  withinLimitsAndInert,
  noOtherLinks,
  visibleOnly,
  everyCitation,
  announced,
};

/** How many of the messages at the least have a block of each type. */
const everyType: Readonly<Record<Block['type'], number>> = {
  heading: 6,
  paragraph: 6,
  note: 6,
  list: 6,
  code: 6,
  quotation: 6,
  actions: 6,
};

describe.each(renderers)('$name, for any message', (renderer) => {
  it('keeps every law of the contract', async () => {
    const reached = counter();
    await fc.assert(
      fc.asyncProperty(message, async (any) => {
        const shown = await renderer.show(frozen(any));
        for (const type of new Set(any.blocks.map((block) => block.type))) reached(type);
        reached('a message that is cut', isCut(any, shown));
        const faults = Object.entries(laws).flatMap(([name, law]) =>
          law(any, shown, renderer).map((fault) => `${name}: ${fault}`),
        );
        expect(faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
    reached.atLeast({ ...everyType, 'a message that is cut': renderer.bounded ? 10 : 0 });
  });

  it('shows the words of a message that it need not cut, all, in order, and no others', async () => {
    const reached = counter();
    await fc.assert(
      fc.asyncProperty(message.map(withoutActions), async (any) => {
        const shown = await renderer.show(any);
        const isWhole = !isCut(any, shown);
        reached('a message with words that is whole', isWhole && any.blocks.length > 1);
        expect(isWhole ? sameWords(any, shown, renderer) : []).toEqual([]);
      }),
      { numRuns: 40 },
    );
    reached.atLeast({ 'a message with words that is whole': 8 });
  });

  it('gives the same for the same message, and leaves it as it was', async () => {
    await fc.assert(
      fc.asyncProperty(message, async (any) => {
        const { payload } = await renderer.show(frozen(structuredClone(any)));
        expect((await renderer.show(any)).payload).toEqual(payload);
      }),
      { numRuns: 25 },
    );
  });
});
