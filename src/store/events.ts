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
      .insertInto('seen_event')
      .values({ key, seen_at: at })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ seen_at: at })
          .where('seen_event.seen_at', '<=', at - EVENT_REMEMBERED),
      )
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
});

export async function tidyEvents(db: Database, now: number): Promise<void> {
  await db
    .deleteFrom('seen_event')
    .where('seen_at', '<=', now - EVENT_REMEMBERED)
    .execute();
}
