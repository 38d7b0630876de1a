export interface Summary {
  readonly n: number;
  readonly median: number;
  /** By the nearest rank: one of the values themselves. Of fewer than 100 values it is the slowest. */
  readonly p99: number;
  readonly slowest: number;
}

/**
 * The value at a rank, by the nearest-rank method: the smallest that at least `share` of all do not exceed.
 *
 * @param sorted ascending, not empty.
 * @param share above 0, at most 1.
 */
const nearestRank = (sorted: readonly number[], share: number): number =>
  sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;

/** The mean of the two middle values where their number is even. */
function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** @throws {RangeError} when there is nothing to sum up, or a value that is no number. */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0) throw new RangeError('Nothing was measured');
  if (values.some((value) => !Number.isFinite(value)))
    throw new RangeError('A measured value is not a number');
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n: sorted.length,
    median: medianOf(sorted),
    p99: nearestRank(sorted, 0.99),
    slowest: nearestRank(sorted, 1),
  };
}
