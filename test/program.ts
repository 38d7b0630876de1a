import { CollectionError } from './collection.ts';
import { UsageError } from './options.ts';

/** What was asked for cannot be done as it was asked. */
const ASKED_WRONGLY = 2;

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** Resolves when the text is written. */
export function print(text: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, (error) =>
    error === null || error === undefined ? resolve() : reject(error),
  );
  return promise;
}

/** Runs a command of the terminal: what its user can mend is one line on standard error, and exit code 2. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  // The reader of a pipe that closed has seen enough; the write itself says so as well.
  process.stdout.on('error', () => {});
  try {
    await main();
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return;
    if (!(error instanceof UsageError || error instanceof CollectionError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = ASKED_WRONGLY;
  }
}
