import { CamelCasePlugin, type Dialect, Kysely } from 'kysely';
import type { Drawn, Occurrence, Subscription } from '../digest/records.ts';

/**
 * The tables, with the column types that SQLite and PostgreSQL share: text, and whole numbers. Instants are
 * milliseconds since 1970-01-01T00:00Z. In the databases, names are in snake_case.
 */
export interface Tables {
  seenEvent: { key: string; seenAt: number };
  /** `id` is a digest of the button's key, and `sealed` the command as only who has that key can read it. */
  buttonCommand: { id: string; sealed: string; keptAt: number };
  digestSubscription: SubscriptionRow;
  digestOccurrence: OccurrenceRow;
  /** Empty but for a moment at each start: what is written to find out whether writing works. */
  writeCheck: { id: number; filling: string };
}

/** A subscription, flat. */
export interface SubscriptionRow extends Omit<Subscription, 'on' | 'schedule' | 'next'> {
  /** 1 or 0. */
  readonly isOn: number;
  readonly zone: string;
  readonly time: string;
  /** Digits from 1 to 7, without anything between them. */
  readonly days: string;
  readonly nextDate: string | null;
  readonly nextAt: number | null;
}

/** A draw's columns, of which some have names of their own: those of the fields are words of SQL, or say too little. */
export interface DrawColumns extends Omit<Drawn, 'of' | 'start' | 'end' | 'text'> {
  readonly roundSize: number;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly excerpt: string;
}

/** An occurrence, flat. The columns of its draw are null together. */
export interface OccurrenceRow
  extends Omit<Occurrence, 'drawn' | 'steps'>,
    Readonly<{ [Column in keyof DrawColumns]: DrawColumns[Column] | null }> {
  /** A JSON object and a line feed for each step, so that one is added without reading the others. */
  readonly steps: string;
}

export type Database = Kysely<Tables>;

/** Turns the code's camelCase into the databases' snake_case, and back. */
export const plugins = [new CamelCasePlugin()];

export const databaseOn = (dialect: Dialect): Database => new Kysely<Tables>({ dialect, plugins });
