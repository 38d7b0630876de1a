import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from '../command-line.ts';
import type { Pace } from './fast-clock.ts';
import type { MutantName } from './mutants.ts';
import type { Tempo } from './world.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ReplicaSettings {
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  readonly slackUrl: string;
  readonly discordUrl: string;
  readonly pace: Pace;
  readonly tempo: Tempo;
  /** Where compiled code is kept, so that the next process starts sooner. */
  readonly compiled: string;
  readonly mutant: MutantName;
}

/** A process that posts digests, from its start to its end. */
export interface Replica {
  /** Resolves when it could begin to work. */
  loaded(): Promise<void>;
  /** Lets it open the store and work, once it has loaded. Resolves when it said that it is ready. */
  work(): Promise<void>;
  /** Resolves at its next claim, or when it is gone. */
  nextClaim(): Promise<void>;
  /** The fence of its latest claim of each post, by the post's key. */
  readonly claims: ReadonlyMap<string, number>;
  /** What it has complained of so far. */
  readonly complaints: readonly string[];
  /** SIGKILL at once. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM. Resolves with its exit code, null where it had to be killed. */
  end(): Promise<number | null>;
  /** Leaves nothing running, whatever state it is in. */
  abandon(): void;
}

export function startReplica(settings: ReplicaSettings): Replica {
  const child = spawn(process.execPath, [WORKER, JSON.stringify(settings)], {
    cwd: ROOT,
    env: cleanEnvironment({ NODE_COMPILE_CACHE: settings.compiled }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const claims = new Map<string, number>();
  const complaints: string[] = [];
  const waiting = new Map<string, () => void>();
  const claimed: (() => void)[] = [];
  const said = new Set<string>();
  let expected = false;

  const hear = (line: string): void => {
    const [word = '', key = '', fence = ''] = line.split(' ');
    if (word === 'claimed') {
      claims.set(key, Number(fence));
      for (const resolve of claimed.splice(0)) resolve();
    } else {
      said.add(word);
      waiting.get(word)?.();
    }
  };
  byLine(child.stdout, hear);
  byLine(child.stderr, (line) => complaints.push(line));
  const gone = once(child, 'close');
  const died = gone.then((): never => {
    throw new Error(`A replica ended by itself:\n${complaints.join('\n')}`);
  });
  // Its end is news only to those who wait for something else.
  died.catch(() => 'told to them');
  // Whatever happens to the torture, nothing is left running.
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow);
  void gone.then(() => process.off('exit', killNow));

  const heard = (word: string): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (said.has(word)) resolve();
    else waiting.set(word, resolve);
    return Promise.race([promise, died]);
  };
  const stillThere = (): void => {
    if (!expected && child.exitCode !== null) throw new Error(`A replica ended:\n${complaints.join('\n')}`);
    expected = true;
  };

  return {
    claims,
    complaints,
    loaded: () => heard('loaded'),
    async nextClaim() {
      const { promise, resolve } = Promise.withResolvers<void>();
      claimed.push(resolve);
      await Promise.race([promise, gone]);
    },
    async work() {
      await heard('loaded');
      child.stdin?.write('work\n');
      await heard('ready');
    },
    async kill() {
      stillThere();
      child.kill('SIGKILL');
      await gone;
    },
    async end() {
      stillThere();
      child.kill('SIGTERM');
      const late = setTimeout(killNow, 10_000);
      await gone;
      clearTimeout(late);
      return child.exitCode;
    },
    abandon: killNow,
  };
}

function byLine(stream: ChildProcess['stdout'], hear: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
}
