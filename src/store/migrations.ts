import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';
import { StoreError } from './store-error.ts';

/** In PostgreSQL `integer` ends at 2,147,483,647, which is in January 1970 for an instant in milliseconds. */
const INSTANT = 'bigint';

/** What a migration works on: the tables of its own time, which are not those of today. */
type Then = Kysely<unknown>;

async function events(db: Then): Promise<void> {
  await db.schema
    .createTable('seen_event')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('seen_at', INSTANT, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('seen_event_by_age').on('seen_event').column('seen_at').execute();
  await db.schema
    .createTable('button_command')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('kept_at', INSTANT, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('button_command_by_age').on('button_command').column('kept_at').execute();
  await db.schema
    .createTable('write_check')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('filling', 'text', (column) => column.notNull())
    .execute();
}

async function subscriptions(db: Then): Promise<void> {
  await db.schema
    .createTable('digest_subscription')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('filters', 'text', (column) => column.notNull())
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('next_date', 'text')
    .addColumn('next_at', INSTANT)
    .addColumn('refused_since', INSTANT)
    .addColumn('paused_at', INSTANT)
    .addColumn('revision', INSTANT, (column) => column.notNull())
    .addPrimaryKeyConstraint('digest_subscription_key', ['platform', 'workspace', 'channel'])
    .execute();
  await db.schema
    .createIndex('digest_subscription_due')
    .on('digest_subscription')
    .columns(['platform', 'next_at', 'workspace', 'channel'])
    .execute();
}

async function occurrences(db: Then): Promise<void> {
  await db.schema
    .createTable('digest_occurrence')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('due', INSTANT, (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('round', 'integer')
    .addColumn('position', 'integer')
    .addColumn('round_size', 'integer')
    .addColumn('seed', 'text')
    .addColumn('article', 'text')
    .addColumn('passage', 'text')
    .addColumn('start_offset', 'integer')
    .addColumn('end_offset', 'integer')
    .addColumn('excerpt', 'text')
    .addColumn('message', 'text')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('fence', INSTANT, (column) => column.notNull())
    .addColumn('not_before', INSTANT, (column) => column.notNull())
    .addColumn('sending_since', INSTANT)
    .addColumn('sent_at', INSTANT)
    .addColumn('remote_id', 'text')
    .addColumn('link', 'text')
    .addColumn('reason', 'text')
    .addColumn('steps', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('digest_occurrence_key', ['platform', 'workspace', 'channel', 'date'])
    .execute();
  // Only what is still to be posted or looked after: few rows, however many there have been.
  await db.schema
    .createIndex('digest_occurrence_waiting')
    .on('digest_occurrence')
    .columns(['platform', 'due', 'workspace', 'channel'])
    .where(sql.ref('message'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('digest_occurrence_doubtful')
    .on('digest_occurrence')
    .columns(['platform', 'sending_since', 'workspace', 'channel'])
    .where(sql.ref('state'), '=', sql.lit('sending'))
    .execute();
  await db.schema.createIndex('digest_occurrence_by_age').on('digest_occurrence').column('due').execute();
}

/** In the order of their names. One that was ever released stays as it is: what changes is a new one. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-events-and-buttons': { up: events },
  '002-digest-subscriptions': { up: subscriptions },
  '003-digest-occurrences': { up: occurrences },
};

const newer = (name: string): StoreError =>
  new StoreError({
    problem: `The store is from a newer version of the desk (it has “${name}”, which this one does not know).`,
    remedy: 'Start that version again, or point DATA_DIR or DATABASE_URL at another store.',
  });

async function appliedTo(db: Database): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Brings the tables up to date. Two that start at once take turns, and the second finds it done.
 *
 * @throws {StoreError} also when the tables are from a newer version, which are left as they are.
 */
export async function migrate(db: Database): Promise<void> {
  const applied = await appliedTo(db);
  const unknown = applied.find((name) => !Object.hasOwn(migrations, name));
  if (unknown !== undefined) throw newer(unknown);
  if (applied.length === Object.keys(migrations).length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
