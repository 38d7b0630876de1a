import { readArguments, wholeNumber } from '../../program.ts';

export interface Options {
  /** In all. */
  readonly days: number;
  /** Of a run, which has a seed of its own. */
  readonly each: number;
  /** Of the first run. */
  readonly seed: number;
  readonly trace: boolean;
}

export const help = `npm run simulate -- [options]

Lives through days of the digest in seconds, with faults, crashes, halts and two replicas, and checks at every step what
it promises. A run that breaks a promise prints its last steps and its seed.

  --days N    in all; 10000 unless told
  --each N    days of a run, each with the next seed; 200 unless told
  --seed N    of the first run; 1 unless told
  --trace     prints every step

Ends with 1 where a promise was broken.`;

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = readArguments(args, {
    days: { type: 'string', default: '10000' },
    each: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return 'help';
  return {
    days: wholeNumber('days', values.days, 1),
    each: wholeNumber('each', values.each, 1),
    seed: wholeNumber('seed', values.seed),
    trace: values.trace,
  };
}
