import { describe } from 'vitest';
import { describeClaims } from './conformance/claims.ts';
import { describeEvents } from './conformance/events.ts';
import { describeOccurrences } from './conformance/occurrences.ts';
import { describeReplicas } from './conformance/replicas.ts';
import type { NewSubject } from './conformance/subject.ts';
import { describeSubscriptions } from './conformance/subscriptions.ts';

/**
 * What every store keeps to.
 *
 * @param newSubject gives a database for each test.
 * @param lasts whether several can open that database, together and one after another.
 */
export function describeStore(name: string, newSubject: NewSubject, { lasts }: { lasts: boolean }): void {
  describe(name, () => {
    describeEvents(newSubject);
    describeSubscriptions(newSubject);
    describeOccurrences(newSubject);
    describeClaims(newSubject);
    if (lasts) describeReplicas(newSubject);
  });
}
