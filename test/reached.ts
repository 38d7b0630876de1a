import { expect } from 'vitest';

/**
 * Counts how often a property's generator reached what the property is about, so that one that never does fails.
 *
 * @example
 * const reached = counter();
 * fc.assert(fc.property(text, (each) => { reached('a gap', hasGap(each)); … }));
 * reached.atLeast({ 'a gap': 30 });
 */
export function counter() {
  const counts = new Map<string, number>();
  const reached = (what: string, happened = true): void => {
    if (happened) counts.set(what, (counts.get(what) ?? 0) + 1);
  };
  /** @param least by what was counted, how often it must have happened. */
  reached.atLeast = (least: Readonly<Record<string, number>>): void => {
    for (const [what, times] of Object.entries(least)) {
      expect(counts.get(what) ?? 0, `times that ${what} was reached`).toBeGreaterThanOrEqual(times);
    }
  };
  return reached;
}
