import { codeOf, StoreError } from './store-error.ts';

interface Meaning {
  readonly problem: (server: string) => string;
  readonly remedy: string;
}

const unreachable: Meaning = {
  problem: (server) => `PostgreSQL (${server}) cannot be reached.`,
  remedy: 'Check that it runs and that DATABASE_URL has its host and port.',
};

const refused: Meaning = {
  problem: (server) => `PostgreSQL (${server}) does not let the desk in.`,
  remedy: 'Check the user and the password in DATABASE_URL.',
};

const busy: Meaning = {
  problem: (server) => `PostgreSQL (${server}) did not answer in time.`,
  remedy: 'See what keeps the server busy, or what holds the desk’s tables locked.',
};

/** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) or the system's code. */
const meanings: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  ENOENT: unreachable,
  EPIPE: unreachable,
  '57P01': unreachable,
  '57P02': unreachable,
  '57P03': unreachable,
  '28P01': refused,
  '28000': refused,
  '3D000': {
    problem: (server) => `PostgreSQL (${server}) has no database of the name in DATABASE_URL.`,
    remedy: 'Make it (createdb), or correct the name.',
  },
  '42501': {
    problem: (server) => `PostgreSQL (${server}) does not let the desk’s user make or change its tables.`,
    remedy: 'Let it: GRANT CREATE, USAGE ON SCHEMA public TO the user in DATABASE_URL.',
  },
  '25006': {
    problem: (server) => `PostgreSQL (${server}) is read-only.`,
    remedy: 'Point DATABASE_URL at the primary server, not at a standby.',
  },
  '53100': {
    problem: (server) => `PostgreSQL (${server}) has no room left.`,
    remedy: 'Make room on its disk.',
  },
  '53300': {
    problem: (server) => `PostgreSQL (${server}) has no connection left.`,
    remedy: 'Raise its max_connections (the desk takes four a replica), or stop what else is connected.',
  },
  '57014': busy,
  '55P03': busy,
};

/** `URL` repeats the whole address in its error, password and all, so that error goes no further. */
const repeatsAddress = (error: unknown): boolean => codeOf(error) === 'ERR_INVALID_URL';

/** What a fault of PostgreSQL or of the way to it means for whoever runs the desk. */
export function explainPostgres(error: unknown, server: string): StoreError {
  if (error instanceof StoreError) return error;
  if (repeatsAddress(error)) {
    return new StoreError({
      problem: 'DATABASE_URL is not an address.',
      remedy: 'Give it as postgres://user:password@host:5432/database.',
    });
  }
  const meaning = meanings[codeOf(error) ?? ''];
  return meaning === undefined
    ? new StoreError(
        {
          problem: `PostgreSQL (${server}) failed: ${error instanceof Error ? error.message : String(error)}`,
          remedy: 'Check the server and DATABASE_URL.',
        },
        error,
      )
    : new StoreError({ problem: meaning.problem(server), remedy: meaning.remedy }, error);
}
