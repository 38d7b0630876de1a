import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { ReplicaSettings } from './replica.ts';

/** A row that was found in `sending`. */
export interface Held {
  readonly channel: string;
  readonly key: string;
  readonly fence: number;
  /** The last step of its record. */
  readonly step: string;
}

/** The database as it is, seen past the code that is under test. */
export interface Watch {
  sending(): Promise<readonly Held[]>;
  /** How much is due at an instant of the digest's clock, or earlier, and not done with. */
  undone(instant: number): Promise<number>;
  close(): Promise<void>;
}

const SENDING = "select channel, key, fence, steps from digest_occurrence where state = 'sending'";

const UNPLANNED = 'select count(*) as n from digest_subscription where next_at <= ';
const UNSENT = 'select count(*) as n from digest_occurrence where message is not null and due <= ';

type Row = Readonly<Record<string, unknown>>;

function heldOf({ channel, key, fence, steps }: Row): Held {
  const last: { readonly step?: unknown } = JSON.parse(String(steps).trim().split('\n').at(-1) ?? '{}');
  return { channel: String(channel), key: String(key), fence: Number(fence), step: String(last.step) };
}

/** Opened for each look alone: who else has the file open changes what a restart has to recover. */
function sqliteWatch(directory: string): Watch {
  const look = async (query: string): Promise<readonly Row[]> => {
    const database = new DatabaseSync(join(directory, 'sco-desk.sqlite'), { readOnly: true, timeout: 2000 });
    try {
      return database.prepare(query).all();
    } finally {
      database.close();
    }
  };
  return watchBy(look, async () => undefined);
}

async function postgresWatch(url: string): Promise<Watch> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const look = async (query: string): Promise<readonly Row[]> => (await client.query<Row>(query)).rows;
  return watchBy(look, () => client.end());
}

function watchBy(look: (query: string) => Promise<readonly Row[]>, close: () => Promise<void>): Watch {
  const count = async (query: string, instant: number): Promise<number> =>
    Number((await look(`${query}${Math.floor(instant)}`))[0]?.['n']);
  return {
    sending: async () => (await look(SENDING)).map(heldOf),
    undone: async (instant) => (await count(UNPLANNED, instant)) + (await count(UNSENT, instant)),
    close,
  };
}

/** @param settings of a store that has been opened before. */
export const openWatch = async ({ dataDirectory, databaseUrl }: ReplicaSettings): Promise<Watch> =>
  databaseUrl === null ? sqliteWatch(dataDirectory) : postgresWatch(databaseUrl);
