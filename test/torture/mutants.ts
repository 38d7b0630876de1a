import type { DigestStore } from '../../src/digest/ports/store.ts';
import type { Occurrence } from '../../src/digest/records.ts';
import type { Timing } from '../../src/digest/timing.ts';

/** A protocol that is not the desk's, to see that the torture tells the difference. */
export interface Mutant {
  store(store: DigestStore): DigestStore;
  timing(timing: Timing): Timing;
}

export const mutantNames = ['none', 'send then mark', 'no settling'] as const;
export type MutantName = (typeof mutantNames)[number];

const none: Mutant = { store: (store) => store, timing: (timing) => timing };

/** Nothing is written before a post is sent: only this process remembers that it is sending. */
function sendThenMark(store: DigestStore): DigestStore {
  const sending = new Map<string, Occurrence>();
  return {
    ...store,
    async claim(occurrence, now) {
      if (sending.has(occurrence.key)) return null;
      sending.set(occurrence.key, occurrence);
      return { ...occurrence, state: 'sending', fence: occurrence.fence + 1, sendingSince: now };
    },
    async finish(held, change, step) {
      const before = sending.get(held.key);
      if (before === undefined) return store.finish(held, change, step);
      const claimed = await store.claim(before, held.sendingSince ?? step.at, 'claimed');
      sending.delete(held.key);
      return claimed !== null && store.finish(claimed, change, step);
    },
  };
}

/** A post in doubt is looked for at once, while it may still be on its way. */
const noSettling = (timing: Timing): Timing => ({ ...timing, acceptance: -2 * timing.timeout });

export const mutants: Readonly<Record<MutantName, Mutant>> = {
  none,
  'send then mark': { ...none, store: sendThenMark },
  'no settling': { ...none, timing: noSettling },
};
