import type { Kysely } from 'kysely';

/**
 * The tables, with the column types that SQLite and PostgreSQL share: text, and whole numbers. Instants are
 * milliseconds since 1970-01-01T00:00Z.
 */
export interface Tables {
  seen_event: { key: string; seen_at: number };
  /** `id` is a digest of the button's key, and `sealed` the command as only who has that key can read it. */
  button_command: { id: string; sealed: string; kept_at: number };
  digest_subscription: SubscriptionRow;
  digest_occurrence: OccurrenceRow;
  /** Empty but for a moment at each start: what is written to find out whether writing works. */
  write_check: { id: number; filling: string };
}

interface PlaceColumns {
  platform: string;
  workspace: string;
  channel: string;
}

export interface SubscriptionRow extends PlaceColumns {
  /** 1 or 0. */
  is_on: number;
  zone: string;
  time: string;
  /** Digits from 1 to 7, without anything between them. */
  days: string;
  filters: string;
  seed: string;
  round: number;
  set_by: string;
  next_date: string | null;
  next_at: number | null;
  refused_since: number | null;
  paused_at: number | null;
  revision: number;
}

export interface OccurrenceRow extends PlaceColumns {
  date: string;
  due: number;
  zone: string;
  state: string;
  /** The columns of the draw are null together. */
  round: number | null;
  position: number | null;
  round_size: number | null;
  seed: string | null;
  article: string | null;
  passage: string | null;
  start_offset: number | null;
  end_offset: number | null;
  excerpt: string | null;
  message: string | null;
  key: string;
  fence: number;
  not_before: number;
  sending_since: number | null;
  sent_at: number | null;
  remote_id: string | null;
  link: string | null;
  reason: string | null;
  /** A JSON object and a line feed for each step, so that one is added without reading the others. */
  steps: string;
}

export type Database = Kysely<Tables>;
