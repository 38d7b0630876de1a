import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Occurrence } from '../../../src/digest/records.ts';
import { occurrence, place, START, step, subscription } from '../samples.ts';
import { given, type NewSubject, openedStore, present } from './subject.ts';

type Action = 'look' | 'claim' | 'give back' | 'finish';

interface Move {
  readonly who: 0 | 1;
  readonly action: Action;
}

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    who: fc.constantFrom(0 as const, 1 as const),
    action: fc.constantFrom<Action[]>('look', 'claim', 'claim', 'give back', 'finish'),
  }),
  { minLength: 1, maxLength: 25 },
);

/** Two that claim and finish one occurrence in any order, each by what it saw last. */
export function describeClaims(newSubject: NewSubject): void {
  describe('claims of two', () => {
    it('never give two the same fence, and only the last holder can finish', async () => {
      const { digest } = await openedStore(await newSubject());
      let day = 0;
      await fc.assert(
        fc.asyncProperty(moves, async (run) => {
          const date = `day ${++day}`;
          await given(digest, subscription({ channel: date }), occurrence({ channel: date, date }));
          const where = { ...place, channel: date };
          const look = async (): Promise<Occurrence> => present(await digest.occurrence(where, date));
          const seen: [Occurrence, Occurrence] = [await look(), await look()];
          const fences: number[] = [];
          for (const { who, action } of run) {
            const mine = seen[who];
            const before = await look();
            const isCurrent = mine.fence === before.fence && mine.state === before.state;
            if (action === 'look') {
              seen[who] = before;
            } else if (action === 'claim') {
              const claimed = await digest.claim(mine, START, 'claimed');
              expect(claimed !== null).toBe(isCurrent);
              if (claimed !== null) {
                fences.push(claimed.fence);
                seen[who] = claimed;
              }
            } else {
              const state = action === 'finish' ? 'sent' : 'pending';
              expect(await digest.finish(mine, { state }, step('sent', mine.fence))).toBe(isCurrent);
            }
            const after = await look();
            expect(after.steps.length - before.steps.length).toBe(isCurrent && action !== 'look' ? 1 : 0);
            if (!isCurrent) expect(after).toEqual(before);
          }
          expect(fences).toEqual(fences.map((_, n) => n + 1));
        }),
        { numRuns: 30 },
      );
    });
  });
}
