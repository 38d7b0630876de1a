import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { buttonsIn, tidyButtons } from './buttons.ts';
import { digestIn } from './digest.ts';
import { eventsIn, tidyEvents } from './events.ts';
import { migrate } from './migrations.ts';
import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { explainFolder } from './sqlite-faults.ts';
import { codeOf } from './store-error.ts';
import { tidyOccurrences } from './tidy.ts';
import type { LastingStore } from './types.ts';
import { checkWriting } from './write-check.ts';

export interface StoreSettings {
  /** The folder of the SQLite database, made where it is missing; not looked at with a `databaseUrl`. */
  readonly dataDirectory: string;
  /** A PostgreSQL database, for several replicas. It holds a password. */
  readonly databaseUrl: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const FILE = 'sco-desk.sqlite';

/**
 * Makes a folder and those above it. `mkdir`'s own `recursive` never ends where a folder is there in which nothing
 * can be made and the system says ENOENT, as under /proc.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const above = dirname(path);
    switch (codeOf(error)) {
      case 'EEXIST':
        if ((await stat(path)).isDirectory()) return;
        throw error;
      case 'ENOENT':
        if (above === path || (await isThere(above))) throw error;
        await makeFolder(above);
        await mkdir(path, { mode: 0o700 });
        return;
      default:
        throw error;
    }
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Makes a database ready, or closes it. */
async function storeOn(db: Database, now: () => number): Promise<LastingStore> {
  try {
    await migrate(db);
    await checkWriting(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    ...eventsIn(db, now),
    ...buttonsIn(db, now),
    digest: digestIn(db),
    tidy: async () => {
      await tidyEvents(db, now());
      await tidyButtons(db, now());
      await tidyOccurrences(db, now());
    },
    close: () => db.destroy(),
  };
}

/**
 * Opens the store that survives a restart, brings its tables up to date and sees that it can be written to.
 *
 * @throws {StoreError}
 */
export async function openStore({ dataDirectory, databaseUrl, now }: StoreSettings): Promise<LastingStore> {
  if (databaseUrl !== null) {
    // Its driver takes a while to load, and most desks do without.
    const { openPostgres } = await import('./postgres.ts');
    return storeOn(await openPostgres(databaseUrl), now);
  }
  try {
    await makeFolder(resolve(dataDirectory));
  } catch (error) {
    throw explainFolder(error, dataDirectory);
  }
  return storeOn(await openSqlite(join(dataDirectory, FILE)), now);
}

/** The same store in memory, for as long as the process lasts. */
export const openMemoryDatabase = async (now: () => number): Promise<LastingStore> =>
  storeOn(await openSqlite(':memory:'), now);
