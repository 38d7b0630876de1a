import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment } from '../command-line.ts';

/** For a machine that has other things to do: by itself it takes a minute. */
const PATIENCE = 600_000;

const program = fileURLToPath(new URL('./run.ts', import.meta.url));

describe('npm run torture', () => {
  it(
    'doubles nothing and loses nothing in 20 kills on each store, and hits rows in flight',
    async () => {
      const options = ['--kills', '20', '--seed', '20011506'];
      const ran = promisify(execFile)(process.execPath, [program, ...options], { env: cleanEnvironment() });
      // Where it failed, what it printed says why.
      const { stdout } = await ran.catch((fault: { readonly stdout: string }) => fault);
      for (const store of ['sqlite', 'postgres']) {
        // Occurrences, kills, in flight, doubled, lost, seconds.
        expect(stdout).toMatch(new RegExp(`^ *${store} +[1-9]\\d* +20 +[1-9]\\d* +0 +0 +\\d+$`, 'm'));
        expect(stdout).toMatch(new RegExp(`^${store}: [1-9]\\d* posts; .* 0 errors logged$`, 'm'));
      }
      expect(stdout).toMatch(/Nothing doubled, nothing lost\.\n$/);
    },
    PATIENCE,
  );
});
