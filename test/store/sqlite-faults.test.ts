import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { explainFolder, explainSqlite } from '../../src/store/sqlite-faults.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { checkWriting } from '../../src/store/write-check.ts';
import { START, subscription } from './samples.ts';

/** It goes with all that the tests make: see `test/scratch.ts`. */
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'sco-desk-store-'));

const fileIn = (folder: string): string => join(folder, 'sco-desk.sqlite');
const openIn = (dataDirectory: string) => openStore({ dataDirectory, databaseUrl: null, now: () => START });

/** What opening says, in one line. */
async function refusal(dataDirectory: string): Promise<string> {
  try {
    const store = await openIn(dataDirectory);
    await store.close();
  } catch (error) {
    if (error instanceof StoreError) return `${error.problem} ${error.remedy}`;
    throw error;
  }
  throw new Error('It opened.');
}

async function madeIn(folder: string): Promise<DatabaseSync> {
  const store = await openIn(folder);
  await store.close();
  const database = new DatabaseSync(fileIn(folder));
  onTestFinished(() => database.close());
  return database;
}

describe('a SQLite store that cannot be used', () => {
  it('says that a newer version made it, and leaves it as it is', async () => {
    const folder = newFolder();
    const database = await madeIn(folder);
    database.exec("insert into kysely_migration values ('999-from-afar', '2030-01-01T00:00:00.000Z')");
    const before = database.prepare('select * from kysely_migration').all();
    expect(await refusal(folder)).toMatch(
      /newer version of the desk.*999-from-afar.*Start that version again/,
    );
    expect(database.prepare('select * from kysely_migration').all()).toEqual(before);
  });

  it('says that another program holds it', async () => {
    const folder = newFolder();
    const database = await madeIn(folder);
    database.exec('begin exclusive');
    expect(await refusal(folder)).toMatch(/locked by another program\. Stop what else/);
    database.exec('rollback');
    await (await openIn(folder)).close();
  });

  it('waits for one that holds it for a moment', async () => {
    const folder = newFolder();
    const database = await madeIn(folder);
    const store = await openIn(folder);
    onTestFinished(() => store.close());
    database.exec('begin exclusive');
    const saving = store.digest.save(subscription());
    // By then it has been refused once, since a first try leaves no turn to anything else.
    await turn();
    database.exec('commit');
    expect(await saving).toBe(true);
  });

  it.each([
    [
      'a file in the folder’s place',
      (folder: string) => writeFileSync(folder, ''),
      /is a file, or lies in one/,
    ],
    [
      'a folder in the file’s place',
      (folder: string) => mkdirSync(fileIn(folder), { recursive: true }),
      /cannot be opened/,
    ],
    [
      'a file that is no database',
      (folder: string) => {
        mkdirSync(folder);
        writeFileSync(fileIn(folder), 'Dear diary, '.repeat(1000));
      },
      /is not a SQLite database.*Move it away/,
    ],
  ])('says what is wrong with %s', async (_, make, expected) => {
    const folder = join(newFolder(), 'data');
    make(folder);
    expect(await refusal(folder)).toMatch(expected);
  });

  it('says that DATA_DIR lies in a file', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(await refusal(join(file, 'data'))).toMatch(/DATA_DIR.*is a file, or lies in one/);
  });

  it('says so of a place where no folder can be made, and does not try for ever', async () => {
    // Linux answers ENOENT there, as if a folder above were missing.
    expect(await refusal('/proc/sco-desk/data')).toMatch(/cannot be (?:used|made)/);
  });

  it('says that the file is damaged', async () => {
    const folder = newFolder();
    await (await openIn(folder)).close();
    const bytes = readFileSync(fileIn(folder));
    bytes.fill(0xff, 100);
    writeFileSync(fileIn(folder), bytes);
    expect(await refusal(folder)).toMatch(/is damaged\. Put back a copy/);
  });
});

describe('what is written to find out whether writing works', () => {
  it.each([
    ['full', 'max_page_count = 1', /no room left to write.*Make room/],
    ['read-only', 'query_only = on', /is read-only.*write to the file and its folder/],
  ])('fails on a store that is %s and opened all the same', async (_, pragma, expected) => {
    const db = await openSqlite(fileIn(newFolder()));
    onTestFinished(() => db.destroy());
    await migrate(db);
    // A limit below the present size stands at the present size.
    await sql.raw(`pragma ${pragma}`).execute(db);
    const fault: unknown = await checkWriting(db).catch((error: unknown) => error);
    if (!(fault instanceof StoreError)) throw new Error('No fault.');
    expect(`${fault.problem} ${fault.remedy}`).toMatch(expected);
  });

  it('leaves nothing behind', async () => {
    const folder = newFolder();
    const database = await madeIn(folder);
    expect(database.prepare('select count(*) as n from write_check').get()).toEqual({ n: 0 });
  });
});

describe('a fault of the disk', () => {
  it.each([
    ['EROFS', /cannot be made or written to \(EROFS\)/],
    ['EACCES', /cannot be made or written to/],
    ['EPERM', /cannot be made or written to/],
    ['ENOSPC', /no room left/],
    ['ENAMETOOLONG', /cannot be used \(ENAMETOOLONG\)/],
  ])('%s, when the folder is made, is put in words', (code, expected) => {
    const cause = Object.assign(new Error(code), { code });
    const fault = explainFolder(cause, 'data');
    expect(fault.problem).toMatch(expected);
    expect(fault.problem).toContain('data');
    expect(fault.cause).toBe(cause);
  });

  it.each([
    // SQLITE_IOERR_FSYNC and SQLITE_CORRUPT_INDEX, with the kind above the lower eight bits.
    [10 | (4 << 8), /The disk fails/],
    [11 | (3 << 8), /is damaged/],
    [8 | (2 << 8), /is read-only/],
    [5 | (1 << 8), /is locked/],
    [1, /failed: no such table/],
  ])('result code %i of SQLite is put in words', (errcode, expected) => {
    const fault = explainSqlite(Object.assign(new Error('no such table: x'), { errcode }), 'data/x.sqlite');
    expect(fault.problem).toMatch(expected);
    expect(fault.problem).toContain('data/x.sqlite');
    expect(fault.remedy).toMatch(/^\S.{10,}\.$/);
  });
});
