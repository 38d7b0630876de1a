import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = new URL('../node_modules/.bin', import.meta.url).pathname;
const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

/**
 * Only what a person's shell has: no setting of the machine that runs the tests reaches the program, nor anything that
 * another program kept.
 */
export const cleanEnvironment = (settings: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: `${BIN}:${process.env['PATH'] ?? ''}`,
  HOME: process.env['HOME'] ?? '/',
  TMPDIR: tmpdir(),
  DATA_DIR: join(tmpdir(), `sco-desk-data-${randomUUID()}`),
  ...settings,
});

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program to its end. @param args behind `src/main.ts`. @param directory where it is started. */
export function run(
  args: readonly string[],
  input = '',
  settings: Readonly<Record<string, string>> = {},
  directory = '.',
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('node', [MAIN, ...args], { env: cleanEnvironment(settings), cwd: directory });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

export interface Running {
  /** The first lines that it printed, up to the awaited one. */
  readonly out: string;
  /** Sends a signal and gives the exit code and all that was printed. */
  stop(signal?: NodeJS.Signals): Promise<Ran>;
}

/** Starts the program and waits for a line. Rejects when it ends before. */
export function startAndAwait(
  args: readonly string[],
  awaited: RegExp,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> {
  return new Promise((resolve, reject) => {
    const child = spawn('node', ['src/main.ts', ...args], { env: cleanEnvironment(settings) });
    let out = '';
    let err = '';
    const closed = new Promise<Ran>((done) => {
      child.once('close', (code) => done({ code, out, err }));
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (awaited.test(out)) {
        resolve({
          out,
          stop: (signal = 'SIGTERM') => {
            child.kill(signal);
            return closed;
          },
        });
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    void closed.then((ran) => reject(new Error(`It ended with ${ran.code}: ${ran.err}${ran.out}`)));
  });
}
