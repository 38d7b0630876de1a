/** Numbers from 0 up to, not including, 1; the same for the same seed. Mulberry32, by Tommy Ettinger. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the items. @throws {RangeError} when there is none. */
export function pick<T>(items: readonly T[], random: () => number): T {
  const index = Math.floor(random() * items.length);
  const item = items[index];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}
