import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { StartFault } from '../fault.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** There is a `.env`, and it cannot be read. */
class UnreadableEnvironmentError extends Error implements StartFault {
  override readonly name = 'UnreadableEnvironmentError';
  readonly problem: string;
  readonly remedy = 'Make it a plain file that the desk’s user may read, or remove it.';

  constructor(code: string, cause: unknown) {
    super(`.env cannot be read (${code}).`, { cause });
    this.problem = this.message;
  }
}

/**
 * What `.env` in the working directory sets, under what the environment itself sets.
 *
 * @throws {UnreadableEnvironmentError}
 */
export function readEnvironment(): Environment {
  try {
    // Some editors put a byte order mark on top, which is no part of the first name.
    const file = readFileSync('.env', 'utf8').replace(/^\ufeff/, '');
    return { ...parseEnv(file), ...process.env };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return process.env;
    throw new UnreadableEnvironmentError(String(error.code), error);
  }
}
