/** What can happen to a call, each with its share of all. */
const fates = [
  ['limited', 0.03],
  ['broken', 0.03],
  ['broken after accepting', 0.04],
  ['dropped', 0.02],
  ['dropped after accepting', 0.03],
  ['slow', 0.03],
] as const;

export type Fate = (typeof fates)[number][0] | 'fine';

/** @param drawn from 0 up to, not including, 1. */
export function fateOf(drawn: number): Fate {
  let left = drawn;
  const met = fates.find(([, share]) => {
    left -= share;
    return left < 0;
  });
  return met?.[0] ?? 'fine';
}
