import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
  sql,
} from 'kysely';
import { memoise } from '../memoise.ts';
import { type Database, databaseOn } from './schema.ts';
import { explainSqlite, isBusy } from './sqlite-faults.ts';
import { StoreError } from './store-error.ts';
import { TranslatedDriver } from './translated-driver.ts';

/** More than the statements there are. */
const MOST_STATEMENTS = 200;

const isInput = (value: unknown): value is SQLInputValue =>
  value === null || ['string', 'number', 'bigint'].includes(typeof value) || value instanceof Uint8Array;

const inputs = (parameters: readonly unknown[]): SQLInputValue[] =>
  parameters.map((value) => {
    if (!isInput(value)) throw new TypeError(`SQLite takes no ${typeof value}.`);
    return value;
  });

const statementFor = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...inputs(parameters)),
  run: (parameters) => statement.run(...inputs(parameters)),
  iterate: (parameters) => statement.iterate(...inputs(parameters)),
});

/** The database as Kysely wants it. A statement is prepared once. */
function databaseFor(database: DatabaseSync): SqliteDatabase {
  // Every transaction here writes. One that only reads at first could not begin to write any more once another
  // process has written, so it takes its turn at the beginning.
  const prepare = memoise(MOST_STATEMENTS, (text) =>
    statementFor(database.prepare(text === 'begin' ? 'begin immediate' : text)),
  );
  return { close: () => database.close(), prepare };
}

/** SQLite can change tables in a transaction, which Kysely does not use: with it two starts take turns to migrate. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class StoreSqliteDialect extends SqliteDialect {
  readonly #file: string;

  constructor(database: DatabaseSync, file: string) {
    super({ database: databaseFor(database) });
    this.#file = file;
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }

  override createDriver(): Driver {
    return new TranslatedDriver(super.createDriver(), {
      explain: (error) => explainSqlite(error, this.#file),
      passing: isBusy,
    });
  }
}

/** What SQLite answers to a pragma: one row with one column. */
async function pragma(db: Database, text: string): Promise<unknown> {
  const { rows } = await sql.raw<Readonly<Record<string, unknown>>>(`pragma ${text}`).execute(db);
  return Object.values(rows[0] ?? {})[0];
}

/**
 * Opens a database file, or `:memory:` for one that goes with the process, for writes that last.
 *
 * @throws {StoreError}
 */
export async function openSqlite(file: string): Promise<Database> {
  let database: DatabaseSync;
  try {
    // Without a timeout of its own: while SQLite waits, nothing else in this process can go on, not even the
    // transaction that it waits for. `TranslatedDriver` waits in its place.
    database = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true });
  } catch (error) {
    throw explainSqlite(error, file);
  }
  const db = databaseOn(new StoreSqliteDialect(database, file));
  try {
    const mode = await pragma(db, 'journal_mode = wal');
    if (mode !== (file === ':memory:' ? 'memory' : 'wal')) {
      throw new StoreError({
        problem: `The store at ${file} cannot keep a write-ahead log (its journal is “${String(mode)}”).`,
        remedy: 'Put DATA_DIR on a local disk: network drives cannot hold it safely.',
      });
    }
    await pragma(db, 'synchronous = full');
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
