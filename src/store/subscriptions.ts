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
            .insertInto('digest_subscription')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await db
            .updateTable('digest_subscription')
            .set(rest)
            .where('platform', '=', platform)
            .where('workspace', '=', workspace)
            .where('channel', '=', channel)
            .where('revision', '=', subscription.revision)
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
    .updateTable('digest_occurrence')
    .set({
      state: 'skipped',
      reason: cancel.reason,
      message: null,
      steps: sql<string>`steps || cast(${before} as text) || cast(fence as text) || cast(${'}\n'} as text)`,
    })
    .where('platform', '=', place.platform)
    .where('workspace', '=', place.workspace)
    .where('channel', '=', place.channel)
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
      .selectFrom('digest_subscription')
      .selectAll()
      .where('platform', '=', place.platform)
      .where('workspace', '=', place.workspace)
      .where('channel', '=', place.channel)
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
      .selectFrom('digest_subscription')
      .selectAll()
      .where('platform', '=', platform)
      .where('next_at', '<=', now)
      .$if(workspace !== null, (query) => query.where('workspace', '=', workspace ?? ''))
      .orderBy('next_at')
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
          .insertInto('digest_occurrence')
          .values(occurrenceRow(occurrence))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    }),
});
