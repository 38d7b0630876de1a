import { describe, expect, it } from 'vitest';
import { torture } from './torture.ts';
import { wrongIn } from './verdict.ts';

/** For a machine that has other things to do: by itself one run takes some ten seconds. */
const PATIENCE = 600_000;

const seed = 20_011_506;

describe('the digest, killed while it posts', () => {
  it.each(['sqlite', 'postgres'] as const)(
    'doubles nothing and loses nothing in 20 kills on %s',
    async (store) => {
      const result = await torture({ store, kills: 20, seed, mutant: 'none' });
      expect([...wrongIn(result), ...result.complaints, ...result.logged]).toEqual([]);
      expect(result.held).toBeGreaterThanOrEqual(result.hits);
    },
    PATIENCE,
  );
});
