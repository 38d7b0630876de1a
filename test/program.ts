import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What whoever typed the command can mend. The message is one line that says what to do. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

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
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = ASKED_WRONGLY;
  }
}

/** Without Node's hint on how to pass what looks like an option. */
const problemOf = (cause: unknown): string =>
  cause instanceof Error
    ? cause.message.replace(/\.? To specify .*$/s, '').replace(/\s+/g, ' ')
    : String(cause);

/** @throws {UsageError} */
export function readArguments<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals, options });
  } catch (cause) {
    throw new UsageError(`${problemOf(cause)}; --help lists the options.`, { cause });
  }
}

/** @throws {UsageError} */
export function oneOf<T extends string>(name: string, typed: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === typed);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} “${typed}” is not known; give ${allowed.join(' or ')}.`);
}

/** @throws {UsageError} */
export function wholeNumber(name: string, typed: string, least: 0 | 1 = 0): number {
  if (/^\d{1,9}$/.test(typed) && Number(typed) >= least) return Number(typed);
  const above = least === 0 ? '' : ' above 0';
  throw new UsageError(`--${name} “${typed}” is not a whole number${above} of at most nine digits.`);
}
