import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

describe.each(renderers)('$name, for any message', (renderer) => {
  it('keeps every law of the contract', async () => {
    await fc.assert(
      fc.asyncProperty(message, async (any) => {
        const shown = await renderer.show(frozen(any));
        const faults = Object.entries(laws).flatMap(([name, law]) =>
          law(any, shown, renderer).map((fault) => `${name}: ${fault}`),
        );
        expect(faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('shows the words of a message that it need not cut, all, in order, and no others', async () => {
    await fc.assert(
      fc.asyncProperty(message.map(withoutActions), async (any) => {
        const shown = await renderer.show(any);
        expect(isCut(any, shown) ? [] : sameWords(any, shown, renderer)).toEqual([]);
      }),
      { numRuns: 40 },
    );
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
