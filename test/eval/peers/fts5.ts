import { DatabaseSync } from 'node:sqlite';
import type { Entry } from '../collection.ts';
import type { Contender } from '../contender.ts';
import { DEPTH } from '../metrics.ts';

/** SQLite's own full-text index, with its Porter stemmer and its bm25(). Words are quoted and any of them will do. */
export function fts5Of(entries: readonly Entry[]): Contender {
  const database = new DatabaseSync(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, title, text, tokenize = 'porter unicode61')`,
  );
  const insert = database.prepare('INSERT INTO entry (id, title, text) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const { id, title, text } of entries) insert.run(id, title, text);
  database.exec('COMMIT');
  const select = database.prepare(
    `SELECT id FROM entry WHERE entry MATCH ? ORDER BY bm25(entry) LIMIT ${DEPTH}`,
  );
  const rank = (line: string): readonly string[] => {
    const words = line.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    return select.all(words.map((word) => `"${word}"`).join(' OR ')).map(({ id }) => String(id));
  };
  return { rank, work: rank };
}
