import type { Database } from './schema.ts';

const ROW = 1;

/** More than there can be left over in the pages that a full database still has. Characters. */
const FILLING = 64 * 1024;

/** Writes and removes something, since a store that is full or read-only opens all the same. @throws {StoreError} */
export async function checkWriting(db: Database): Promise<void> {
  const row = { id: ROW, filling: '-'.repeat(FILLING) };
  await db
    .insertInto('writeCheck')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ filling: row.filling }))
    .execute();
  await db.deleteFrom('writeCheck').where('id', '=', ROW).execute();
}
