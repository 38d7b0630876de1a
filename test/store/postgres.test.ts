import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { type PostgresServer, startPostgres } from '../peers/postgres.ts';
import { describeStore } from './conformance.ts';
import { earlierRows, expectToGoOn } from './earlier-database.ts';
import { inChannel, START, subscription } from './samples.ts';

const openAt = (databaseUrl: string) => openStore({ dataDirectory: '', databaseUrl, now: () => START });

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres({ durable: false });
  await (await openAt(server.url)).close();
});

afterAll(async () => {
  await server.stop();
});

/** The database of the server, emptied: to make one anew for every test takes half a minute in all. */
async function emptied(): Promise<string> {
  await server.run(
    'delete from seen_event; delete from button_command; delete from digest_subscription; delete from digest_occurrence',
  );
  return server.url;
}

describeStore(
  'PostgreSQL',
  async (state) => {
    const databaseUrl = state === 'untouched' ? await server.newDatabase() : await emptied();
    return { open: (now) => openStore({ dataDirectory: '', databaseUrl, now }) };
  },
  { lasts: true },
);

describe('tables', () => {
  it('with the rows of an earlier version are read, and its digest goes on', async () => {
    const databaseUrl = await emptied();
    await server.run(earlierRows);
    await expectToGoOn((now) => openStore({ dataDirectory: '', databaseUrl, now }));
  });
});

describe('a session', () => {
  it('has each commit synced to the disk, whatever the server’s default, and ends what takes too long', async () => {
    const url = await server.newDatabase();
    await server.run(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
    const db = await openPostgres(url);
    onTestFinished(() => db.destroy());
    const { rows } = await sql`select current_setting('synchronous_commit') as commit,
      current_setting('statement_timeout') as timeout`.execute(db);
    expect(rows).toEqual([{ commit: 'on', timeout: '10s' }]);
  });

  it('that the server ends while it is idle ends nothing else', async () => {
    const url = await server.newDatabase();
    const store = await openAt(url);
    onTestFinished(() => store.close());
    await store.digest.save(subscription());
    await server.run(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      url,
    );
    // The first query may still be given to the connection that is gone.
    await vi.waitFor(async () => {
      expect(await store.digest.save(subscription(inChannel('C2')))).toBe(true);
    });
  });
});

async function refusal(url: string): Promise<StoreError> {
  const opened = await openAt(url).catch((error: unknown) => error);
  if (opened instanceof StoreError) return opened;
  throw new Error('It did not refuse.', { cause: opened });
}

/** The address with a part of it changed. */
const changed = (url: string, change: (address: URL) => void): string => {
  const address = new URL(url);
  change(address);
  return address.href;
};

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** A way to a server that can be cut. */
async function wayTo(url: string): Promise<{ readonly url: string; cut(): void }> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const between = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      // What is cut says so, on both sides.
      socket.on('error', () => socket.destroy());
    }
    near.pipe(far).pipe(near);
  });
  const listening = await listen(between);
  return {
    url: changed(url, (address) => {
      address.port = String(listening);
    }),
    cut: () => {
      between.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

describe('a PostgreSQL store that cannot be used', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    [
      'no server',
      async () => `postgres://desk:sesame@127.0.0.1:${await closedPort()}/desk`,
      /^PostgreSQL \(127\.0\.0\.1:\d+\) cannot be reached\. Check that it runs/,
    ],
    [
      'a wrong password',
      async () =>
        changed(server.url, (address) => {
          address.password = 'sesame';
        }),
      /does not let the desk in\. Check the user and the password/,
    ],
    [
      'no such database',
      async () =>
        changed(server.url, (address) => {
          address.pathname = '/nowhere';
        }),
      /has no database of the name in DATABASE_URL/,
    ],
    [
      'no right to make tables',
      async () => {
        const url = await server.newDatabase();
        await server.run(`create role onlooker login password 'sesame'`, url);
        return changed(url, (address) => {
          address.username = 'onlooker';
          address.password = 'sesame';
        });
      },
      /does not let the desk’s user make or change its tables\. Let it: GRANT/,
    ],
    [
      'a database that is only to be read',
      async () => {
        const url = await server.newDatabase();
        await (await openAt(url)).close();
        await server.run(
          `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`,
        );
        return url;
      },
      /is read-only\. Point DATABASE_URL at the primary/,
    ],
    [
      'tables of a newer version',
      async () => {
        const url = await server.newDatabase();
        await (await openAt(url)).close();
        await server.run(
          `insert into kysely_migration values ('999-from-afar', '2030-01-01T00:00:00Z')`,
          url,
        );
        return url;
      },
      /newer version of the desk.*999-from-afar/,
    ],
    [
      'an address that is none',
      async () => 'postgres://desk:sesame@db.example.org:port/desk',
      /DATABASE_URL is not an address\. Give it as/,
    ],
  ])('says so, and never the password: %s', async (_, address, expected) => {
    const fault = await refusal(await address());
    expect(`${fault.problem} ${fault.remedy}`).toMatch(expected);
    expect(inspect(fault, { depth: 10, showHidden: true })).not.toMatch(/sesame|test-password/);
  });

  it('rejects with a fault that says so once the server is gone', async () => {
    const way = await wayTo(server.url);
    const store = await openAt(way.url);
    onTestFinished(() => store.close());
    expect(await store.digest.save(subscription(inChannel('C9')))).toBe(true);
    way.cut();
    await expect(store.digest.save(subscription())).rejects.toBeInstanceOf(StoreError);
    await expect(store.digest.due({ platform: 'slack', workspace: null }, START, 1)).rejects.toThrow(
      /cannot be reached/,
    );
  });
});
