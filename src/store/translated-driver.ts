import { setTimeout as pause } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import type { StoreError } from './store-error.ts';

/** What is done about the faults of one database. */
export interface Faults {
  /** What a fault of the driver means for people. */
  readonly explain: (error: unknown) => StoreError;
  /** Whether it is over in a moment, with nothing done yet. */
  readonly passing: (error: unknown) => boolean;
}

/** 2 s in all: as long as another process may hold the database. Milliseconds. */
const PAUSE = 10;
const MOST_PAUSES = 200;

class TranslatedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #run: <T>(work: () => Promise<T>) => Promise<T>;

  constructor(inner: DatabaseConnection, run: <T>(work: () => Promise<T>) => Promise<T>) {
    this.inner = inner;
    this.#run = run;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#run(() => this.inner.executeQuery<R>(query));
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery<R>(query, chunkSize);
  }
}

const innerOf = (connection: DatabaseConnection): DatabaseConnection =>
  connection instanceof TranslatedConnection ? connection.inner : connection;

/** A driver whose every fault is a `StoreError`, and that tries again what was only kept waiting. */
export class TranslatedDriver implements Driver {
  readonly #driver: Driver;
  readonly #faults: Faults;

  constructor(driver: Driver, faults: Faults) {
    this.#driver = driver;
    this.#faults = faults;
  }

  readonly #run = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let pauses = 0; ; pauses++) {
      try {
        return await work();
      } catch (error) {
        if (pauses === MOST_PAUSES || !this.#faults.passing(error)) throw this.#faults.explain(error);
      }
      await pause(PAUSE);
    }
  };

  init(): Promise<void> {
    return this.#run(() => this.#driver.init());
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new TranslatedConnection(await this.#run(() => this.#driver.acquireConnection()), this.#run);
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#run(() => this.#driver.beginTransaction(innerOf(connection), settings));
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#run(() => this.#driver.commitTransaction(innerOf(connection)));
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#run(() => this.#driver.rollbackTransaction(innerOf(connection)));
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#driver.releaseConnection(innerOf(connection));
  }

  destroy(): Promise<void> {
    return this.#run(() => this.#driver.destroy());
  }
}
