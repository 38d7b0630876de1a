import { codeOf, StoreError } from './store-error.ts';

/** SQLite's primary result codes, from https://sqlite.org/rescode.html. */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** The lower eight bits of what SQLite gives: the rest says which kind of it. */
const resultOf = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;

/** Another connection is writing, so that nothing was done. */
export const isBusy = (error: unknown): boolean => {
  const result = resultOf(error);
  return result === BUSY || result === LOCKED;
};

const RESTORE = 'Put back a copy from a backup, or move it away and start with an empty store.';

/** What a fault of SQLite means for whoever runs the desk. */
export function explainSqlite(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const fault = (problem: string, remedy: string): StoreError => new StoreError({ problem, remedy }, error);
  switch (resultOf(error)) {
    case BUSY:
    case LOCKED:
      return fault(
        `The store at ${file} is locked by another program.`,
        'Stop what else has it open; for several replicas, set DATABASE_URL to a PostgreSQL database.',
      );
    case READONLY:
      return fault(
        `The store at ${file} is read-only.`,
        'Let the desk’s user write to the file and its folder, or set DATA_DIR to a folder that it may write to.',
      );
    case FULL:
      return fault(`There is no room left to write to the store at ${file}.`, 'Make room on its disk.');
    case CANTOPEN:
      return fault(
        `The store at ${file} cannot be opened.`,
        'Set DATA_DIR to a folder in which the desk’s user may make files; a folder must not bear the file’s name.',
      );
    case NOTADB:
      return fault(`${file} is not a SQLite database.`, 'Move it away, or set DATA_DIR to another folder.');
    case CORRUPT:
      return fault(`The store at ${file} is damaged.`, RESTORE);
    case IOERR:
      return fault(`The disk fails under the store at ${file}.`, 'Check the disk and the room left on it.');
    default:
      return fault(
        `The store at ${file} failed: ${error instanceof Error ? error.message : String(error)}`,
        'Start the desk again; if it stays so, report it with the log.',
      );
  }
}

/** What it means that the folder of the store cannot be made. */
export function explainFolder(error: unknown, folder: string): StoreError {
  const fault = (problem: string, remedy: string): StoreError => new StoreError({ problem, remedy }, error);
  const code = codeOf(error);
  switch (code) {
    case 'ENOTDIR':
    case 'EEXIST':
      return fault(`DATA_DIR “${folder}” is a file, or lies in one.`, 'Set DATA_DIR to a folder.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fault(
        `DATA_DIR “${folder}” cannot be made or written to (${code}).`,
        'Set DATA_DIR to a folder that the desk’s user may write to.',
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return fault(`There is no room left for DATA_DIR “${folder}”.`, 'Make room on its disk.');
    default:
      return fault(
        `DATA_DIR “${folder}” cannot be used (${code ?? String(error)}).`,
        'Set DATA_DIR to a folder that the desk’s user may write to.',
      );
  }
}
