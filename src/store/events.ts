import type { Database } from './schema.ts';
import type { Store } from './types.ts';

/** Platforms repeat an event for up to five minutes; this is safely more. Milliseconds. */
export const EVENT_REMEMBERED = 20 * 60_000;

/** The events that were seen: their keys are ids and time stamps of the platform's, never what somebody wrote. */
export const eventsIn = (db: Database, now: () => number): Pick<Store, 'firstSeen'> => ({
  firstSeen: async (key) => {
    const at = now();
    // One statement, so that of two at the same moment one alone is the first.
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('seenEvent')
      .values({ key, seenAt: at })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ seenAt: at })
          .where('seenEvent.seenAt', '<=', at - EVENT_REMEMBERED),
      )
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
});

export async function tidyEvents(db: Database, now: number): Promise<void> {
  await db
    .deleteFrom('seenEvent')
    .where('seenAt', '<=', now - EVENT_REMEMBERED)
    .execute();
}
