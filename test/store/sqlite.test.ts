import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery, DummyDriver, Kysely, SqliteQueryCompiler, sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buttonsIn, tidyButtons } from '../../src/store/buttons.ts';
import { digestIn } from '../../src/store/digest.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openMemoryDatabase, openStore } from '../../src/store/open.ts';
import { plugins, type Tables } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { describeStore } from './conformance.ts';
import { expectToGoOn, makeEarlierDatabase } from './earlier-database.ts';
import { START, subscription } from './samples.ts';

/** It goes with all that the tests make: see `test/scratch.ts`. */
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'sco-desk-store-'));

const now = () => START;
const openIn = (dataDirectory: string) => openStore({ dataDirectory, databaseUrl: null, now });

describeStore('SQLite in memory', async () => ({ open: openMemoryDatabase }), { lasts: false });

describeStore(
  'SQLite in a file',
  async () => {
    const dataDirectory = newFolder();
    return { open: (clock) => openStore({ dataDirectory, databaseUrl: null, now: clock }) };
  },
  { lasts: true },
);

describe('a SQLite file', () => {
  it('of an earlier version opens, and its digest goes on', async () => {
    const folder = newFolder();
    makeEarlierDatabase(join(folder, 'sco-desk.sqlite'));
    await expectToGoOn((clock) => openStore({ dataDirectory: folder, databaseUrl: null, now: clock }));
  });

  it('is written through a write-ahead log, each commit synced to the disk', async () => {
    const db = await openSqlite(join(newFolder(), 'x.sqlite'));
    onTestFinished(() => db.destroy());
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    // 2 is FULL: https://sqlite.org/pragma.html#pragma_synchronous
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
  });

  it('lies in a folder that is made for it, for its owner alone', async () => {
    const folder = join(newFolder(), 'deep', 'data');
    const store = await openIn(folder);
    onTestFinished(() => store.close());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder)).toContain('sco-desk.sqlite');
  });

  it('holds no word of a kept command', async () => {
    const folder = newFolder();
    const store = await openIn(folder);
    const words = Array.from({ length: 50 }, (_, n) => `whisper${n} secretmatter${n}`);
    for (const each of words) await store.keepCommand(`search ${each}`);
    const key = await store.keepCommand('search whisper secretmatter');
    const bytes = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('');
    expect(bytes()).toContain('button_command');
    expect(bytes()).not.toMatch(/whisper|secretmatter/);
    expect(bytes()).not.toContain(key);
    await store.close();
    expect(bytes()).toContain('button_command');
    expect(bytes()).not.toMatch(/whisper|secretmatter/);
    expect(bytes()).not.toContain(key);
  });

  it('gets its tables once from several who make them step by step at the same time', async () => {
    const file = join(newFolder(), 'x.sqlite');
    const all = await Promise.all([openSqlite(file), openSqlite(file), openSqlite(file)]);
    onTestFinished(async () => {
      for (const db of all) await db.destroy();
    });
    await Promise.all(all.map(migrate));
    for (const [n, db] of all.entries()) {
      expect(await digestIn(db).save(subscription({ channel: `C${n}` }))).toBe(true);
    }
  });

  it('serves two who write in turn without keeping the process waiting', async () => {
    const folder = newFolder();
    const [one, two] = [await openIn(folder), await openIn(folder)];
    onTestFinished(async () => {
      await one.close();
      await two.close();
    });
    const saved = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 === 0 ? one : two).digest.save(subscription({ channel: `C${n}` })),
      ),
    );
    expect(saved.every(Boolean)).toBe(true);
  });

  it('finds what is due, waiting or doubtful by an index, however many rows there are', async () => {
    const queries: string[] = [];
    const db = await openSqlite(':memory:');
    onTestFinished(() => db.destroy());
    await migrate(db);
    const explained = new Kysely<Tables>({
      dialect: {
        createAdapter: () => db.getExecutor().adapter,
        createDriver: () => new DummyDriver(),
        createIntrospector: () => db.introspection,
        createQueryCompiler: () => new SqliteQueryCompiler(),
      },
      log: ({ query }) => void queries.push(query.sql),
      plugins,
    });
    const digest = digestIn(explained);
    const reach = { platform: 'slack', workspace: null } as const;
    await digest.due(reach, START, 10);
    await digest.waiting(reach, START, 10);
    await digest.doubtful(reach, START, START, 10);
    const plans = await Promise.all(
      queries.map(async (query) => {
        const { rows } = await db.executeQuery<{ detail: string }>(
          CompiledQuery.raw(
            `explain query plan ${query}`,
            [...query.matchAll(/\?/g)].map(() => null),
          ),
        );
        return rows.map(({ detail }) => detail.replace(/ \(.*/, ''));
      }),
    );
    expect(plans).toEqual([
      ['SEARCH digest_subscription USING INDEX digest_subscription_due'],
      ['SEARCH digest_occurrence USING INDEX digest_occurrence_waiting'],
      ['SEARCH digest_occurrence USING INDEX digest_occurrence_doubtful'],
    ]);
  });

  it('keeps a bounded number of commands, those that were kept last', async () => {
    const db = await openSqlite(':memory:');
    onTestFinished(() => db.destroy());
    await migrate(db);
    let now = START;
    const { keepCommand, recallCommand } = buttonsIn(db, () => now++);
    const keys: string[] = [];
    for (let n = 0; n < 10; n++) keys.push(await keepCommand(`search ${n}`));
    await tidyButtons(db, now, 4);
    const left = await Promise.all(keys.map(recallCommand));
    expect(left).toEqual([...Array(6).fill(null), 'search 6', 'search 7', 'search 8', 'search 9']);
  });
});
