import { sql } from 'kysely';
import type { DigestStore } from '../digest/ports/store.ts';
import type { Place, SkipReason, Subscription } from '../digest/records.ts';
import { occurrenceRow, placeColumns, readSubscription, subscriptionRow } from './rows.ts';
import type { Database } from './schema.ts';

/** Undoes a transaction; it is no fault. */
class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** Runs `work` in a transaction. @returns false when it met a conflict, which undid all of it. */
async function unlessConflict(db: Database, work: (db: Database) => Promise<void>): Promise<boolean> {
  try {
    await db.transaction().execute(work);
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}

/** Comparing the revision comes first in its transaction, so that who loses has written nothing. */
async function replace(db: Database, subscription: Subscription): Promise<void> {
  const row = { ...subscriptionRow(subscription), revision: subscription.revision + 1 };
  const { platform, workspace, channel, ...rest } = row;
  const changed =
    subscription.revision === 0
      ? (
          await db
            .insertInto('digestSubscription')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await db
            .updateTable('digestSubscription')
            .set(rest)
            .where(({ and }) => and({ platform, workspace, channel, revision: subscription.revision }))
            .executeTakeFirst()
        ).numUpdatedRows;
  if (changed !== 1n) throw new ConflictError();
}

/** Those that are being sent stay as they are: whether they arrive is no longer the desk's to decide. */
async function cancelWaiting(
  db: Database,
  place: Place,
  cancel: { reason: SkipReason; at: number },
): Promise<void> {
  // The step as `writeStep` writes it, with each row's own fence.
  const before = `{"at":${cancel.at},"step":"skipped","fence":`;
  await db
    .updateTable('digestOccurrence')
    .set({
      state: 'skipped',
      reason: cancel.reason,
      message: null,
      steps: sql<string>`steps || cast(${before} as text) || cast(fence as text) || cast(${'}\n'} as text)`,
    })
    .where(({ and }) => and(placeColumns(place)))
    .where('state', 'in', ['pending', 'refused'])
    .where('message', 'is not', null)
    .execute();
}

/** What the store keeps of the channels' wishes. */
export const subscriptionsIn = (
  db: Database,
): Pick<DigestStore, 'subscription' | 'save' | 'due' | 'plan'> => ({
  subscription: async (place) => {
    const row = await db
      .selectFrom('digestSubscription')
      .selectAll()
      .where(({ and }) => and(placeColumns(place)))
      .executeTakeFirst();
    return row === undefined ? null : readSubscription(row);
  },

  save: (subscription, cancel) =>
    unlessConflict(db, async (transaction) => {
      await replace(transaction, subscription);
      if (cancel !== undefined) await cancelWaiting(transaction, placeColumns(subscription), cancel);
    }),

  due: async ({ platform, workspace }, now, most) => {
    const rows = await db
      .selectFrom('digestSubscription')
      .selectAll()
      .where('platform', '=', platform)
      .where('nextAt', '<=', now)
      .$if(workspace !== null, (query) => query.where('workspace', '=', workspace ?? ''))
      .orderBy('nextAt')
      .orderBy('workspace')
      .orderBy('channel')
      .limit(most)
      .execute();
    return rows.map(readSubscription);
  },

  plan: (subscription, occurrences) =>
    unlessConflict(db, async (transaction) => {
      await replace(transaction, subscription);
      for (const occurrence of occurrences) {
        await transaction
          .insertInto('digestOccurrence')
          .values(occurrenceRow(occurrence))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    }),
});
