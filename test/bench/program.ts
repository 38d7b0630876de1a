import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { variableNames } from '../../src/settings/variables.ts';

/** The programs that are measured, as paths from the top of the repository. */
const scripts = {
  desk: ['../../src/main.ts', 'start'],
  digest: ['./peers/digest-desk.ts'],
  adapters: ['./peers/adapters-echo.ts'],
  bolt: ['./peers/bolt-echo.ts'],
  discordjs: ['./peers/discordjs-echo.ts'],
  hono: ['./peers/hono-echo.ts'],
} as const;

export type ProgramName = keyof typeof scripts;

export interface Memory {
  readonly rss: number;
  /** After a garbage collection. Bytes, both. */
  readonly heapUsed: number;
}

export interface Program {
  /** `performance.now()` just before the process was asked for. */
  readonly startedAt: number;
  /** The first match of the pattern in what the program prints. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Rejects when the program ends before it is stopped, with what it said. */
  readonly ended: Promise<never>;
  /** Of a program that was run with a probe. */
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

const PATIENCE = 10_000;

const pathOf = (from: string): string => fileURLToPath(new URL(from, import.meta.url));
const root = pathOf('../..');

/** Settings of somebody's own `.env` must not reach the programs: what is empty counts as not set. */
const blank = Object.fromEntries(variableNames.map((name) => [name, '']));

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await exit;
  clearTimeout(late);
}

/** @param settings the program's environment, beside what every process needs. */
export function runProgram(
  name: ProgramName,
  settings: Readonly<Record<string, string>>,
  { probe = false }: { readonly probe?: boolean } = {},
): Program {
  const [script, ...args] = scripts[name];
  const flags = probe ? ['--expose-gc', '--import', pathOf('./peers/memory-probe.ts')] : [];
  const data = mkdtempSync(join(tmpdir(), 'sco-desk-bench-'));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flags, pathOf(script), ...args], {
    cwd: root,
    env: { ...process.env, ...blank, DATA_DIR: data, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', ...(probe ? (['ipc'] as const) : [])],
  });
  let output = '';
  const lookers = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const look of lookers) look();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);

  // A bench that fails leaves nothing running behind it.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);

  let stopping = false;
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`${name} ended with ${String(code)}${stopping ? '' : ' by itself'}:\n${output}`);
  });
  // Its end is news only to those who wait for something else.
  ended.catch(() => 'told to them');

  return {
    startedAt,
    ended,
    printed(pattern) {
      const { promise, resolve } = Promise.withResolvers<RegExpExecArray>();
      const look = (): void => {
        const found = pattern.exec(output);
        if (found === null) return;
        lookers.delete(look);
        resolve(found);
      };
      lookers.add(look);
      look();
      return Promise.race([promise, ended]);
    },
    async memory() {
      const told = once(child, 'message');
      child.send('memory');
      const [memory] = await Promise.race([told, ended]);
      return memory;
    },
    async stop() {
      stopping = true;
      await stop(child);
      process.off('exit', kill);
      rmSync(data, { recursive: true });
    },
  };
}
