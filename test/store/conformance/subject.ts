import { onTestFinished } from 'vitest';
import type { DigestStore } from '../../../src/digest/ports/store.ts';
import type { Occurrence, Subscription } from '../../../src/digest/records.ts';
import type { LastingStore } from '../../../src/store/types.ts';
import { START } from '../samples.ts';

/** A database on which the store is tried. */
export interface Subject {
  open(now: () => number): Promise<LastingStore>;
}

/** Without rows; `untouched` also without tables. */
export type NewSubject = (state?: 'untouched') => Promise<Subject>;

/** A store of its own for one test, closed behind it. The clock stands at the start unless another is given. */
export async function openedStore(subject: Subject, now: () => number = () => START): Promise<LastingStore> {
  const store = await subject.open(now);
  onTestFinished(() => store.close());
  return store;
}

/** Puts a subscription and occurrences of it in. @returns the subscription as it is then. */
export async function given(
  digest: DigestStore,
  subscription: Subscription,
  ...occurrences: readonly Occurrence[]
): Promise<Subscription> {
  if (!(await digest.plan(subscription, occurrences))) throw new Error('It was there already.');
  return { ...subscription, revision: subscription.revision + 1 };
}

export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Nothing there.');
  return value;
}
