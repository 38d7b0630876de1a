import { type Driver, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { explainPostgres } from './postgres-faults.ts';
import { type Database, databaseOn } from './schema.ts';
import { TranslatedDriver } from './translated-driver.ts';

/** Enough for a few deliveries at a time, and few enough for several replicas on a small server. */
const MOST_CONNECTIONS = 4;

const CONNECTING = 5000;
/** The server gives up a statement first; the client's own limit is for a server that is no longer there. */
const STATEMENT = 10_000;
const QUERY = 15_000;

/** Of type `bigint`, in PostgreSQL's own numbers. No number here comes near 2^53. */
const INT8 = 20;

class StorePostgresDialect extends PostgresDialect {
  readonly #server: string;

  constructor(pool: Pool, server: string) {
    super({ pool });
    this.#server = server;
  }

  override createDriver(): Driver {
    return new TranslatedDriver(super.createDriver(), {
      explain: (error) => explainPostgres(error, this.#server),
      passing: () => false,
    });
  }
}

/** The server as it may be named on a terminal: never with the user and the password. */
const serverOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '') || 'the local one';

/**
 * A pool of connections to a PostgreSQL database, for writes that last.
 *
 * @throws {StoreError} for an address that cannot be read; the first query tells whether the server answers.
 */
export async function openPostgres(url: string): Promise<Database> {
  const server = serverOf(url);
  let pool: Pool;
  try {
    pool = new Pool({
      connectionString: url,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: CONNECTING,
      query_timeout: QUERY,
      keepAlive: true,
      // A connection whose other end is gone without a word is not kept for long.
      maxLifetimeSeconds: 600,
      fallback_application_name: 'sco-desk',
      types: {
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          oid === INT8 ? Number : types.getTypeParser(oid, format),
      },
      // Not options of the connection, which a pooler such as PgBouncer refuses.
      onConnect: (client) =>
        client.query(`set statement_timeout = ${STATEMENT}; set synchronous_commit = on`),
    });
  } catch (error) {
    throw explainPostgres(error, server);
  }
  // A connection that breaks fails the query that it carries, and the pool makes another when one is wanted. That it
  // broke is said apart, of one in use by the connection and of an idle one by the pool, and would end the process.
  const expected = (): void => {};
  pool.on('connect', (client) => client.on('error', expected));
  pool.on('error', expected);
  return databaseOn(new StorePostgresDialect(pool, server));
}
