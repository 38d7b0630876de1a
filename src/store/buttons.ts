import type { Database } from './schema.ts';
import { commandKey, rowIdOf, seal, unseal } from './seal.ts';
import { StoreError } from './store-error.ts';
import type { Store } from './types.ts';

/** Half a year after a message was last shown, a long command under one of its buttons is gone. Milliseconds. */
const COMMAND_KEPT = 180 * 24 * 60 * 60_000;

/** Some hundred bytes each. */
const MOST_COMMANDS = 100_000;

/** Commands that are too long for a button. A person typed them, so the store holds them sealed. */
export const buttonsIn = (db: Database, now: () => number): Pick<Store, 'keepCommand' | 'recallCommand'> => ({
  keepCommand: async (command) => {
    const key = commandKey(command);
    const keptAt = now();
    await db
      .insertInto('buttonCommand')
      .values({ id: rowIdOf(key), sealed: seal(command), keptAt })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ keptAt }))
      .execute();
    return key;
  },

  recallCommand: async (key) => {
    const row = await db
      .selectFrom('buttonCommand')
      .select('sealed')
      .where('id', '=', rowIdOf(key))
      .where('keptAt', '>', now() - COMMAND_KEPT)
      .executeTakeFirst();
    if (row === undefined) return null;
    try {
      return unseal(row.sealed, key);
    } catch (error) {
      throw new StoreError(
        {
          problem: 'The store has a button’s command that cannot be read.',
          remedy: 'Put back a copy from a backup, or remove that row.',
        },
        error,
      );
    }
  },
});

/** Takes out what is too old and, where there are more than `most`, those that were kept longest ago. */
export async function tidyButtons(db: Database, now: number, most = MOST_COMMANDS): Promise<void> {
  await db
    .deleteFrom('buttonCommand')
    .where('keptAt', '<=', now - COMMAND_KEPT)
    .execute();
  const oldest = await db
    .selectFrom('buttonCommand')
    .select('keptAt')
    .orderBy('keptAt', 'desc')
    .offset(most)
    .limit(1)
    .executeTakeFirst();
  if (oldest !== undefined) {
    await db.deleteFrom('buttonCommand').where('keptAt', '<=', oldest.keptAt).execute();
  }
}
