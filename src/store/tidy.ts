import type { Database } from './schema.ts';

/** As long as people can ask why an excerpt was posted, and what a year's digest is looked over by. */
const OCCURRENCE_KEPT = 400 * 24 * 60 * 60_000;

/**
 * Takes out occurrences of more than 400 days ago that nothing is to be done about any more. Those of a place's
 * running round and of the one before stay, however long ago: what was shown must be known, so as not to come again.
 */
export async function tidyOccurrences(db: Database, now: number): Promise<void> {
  await db
    .deleteFrom('digestOccurrence')
    .where('due', '<', now - OCCURRENCE_KEPT)
    .where('message', 'is', null)
    .where('state', '!=', 'sending')
    .where((where) =>
      where.or([
        where('round', 'is', null),
        where.not(
          where.exists(
            where
              .selectFrom('digestSubscription as subscription')
              .select('subscription.round')
              .whereRef('subscription.platform', '=', 'digestOccurrence.platform')
              .whereRef('subscription.workspace', '=', 'digestOccurrence.workspace')
              .whereRef('subscription.channel', '=', 'digestOccurrence.channel')
              .whereRef('digestOccurrence.round', '>=', (round) => round('subscription.round', '-', 1)),
          ),
        ),
      ]),
    )
    .execute();
}
