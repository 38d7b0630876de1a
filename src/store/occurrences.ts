import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { DigestStore, OccurrenceChange, Reach } from '../digest/ports/store.ts';
import type { Occurrence, Place, Step } from '../digest/records.ts';
import { readOccurrence, writeStep } from './rows.ts';
import type { Database, OccurrenceRow, Tables } from './schema.ts';

type Where = ExpressionBuilder<Tables, 'digest_occurrence'>;

const at = (where: Where, { platform, workspace, channel }: Place) =>
  where.and({ platform, workspace, channel });

const within = (where: Where, { platform, workspace }: Reach) =>
  where.and(workspace === null ? { platform } : { platform, workspace });

/** The row of that place and date, unless another has claimed or changed it since it was read. */
const asItWas = (where: Where, { date, state, fence, ...place }: Occurrence) =>
  where.and([at(where, place), where.and({ date, state, fence })]);

/** Adds to what is there in the same statement, so that no step is lost. */
const withStep = (step: Step): RawBuilder<string> => sql`steps || cast(${writeStep(step)} as text)`;

/** What a change leaves out stays out. */
function changedColumns(change: OccurrenceChange): Partial<OccurrenceRow> {
  return {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.message === undefined ? {} : { message: change.message }),
    ...(change.notBefore === undefined ? {} : { not_before: change.notBefore }),
    ...(change.sentAt === undefined ? {} : { sent_at: change.sentAt }),
    ...(change.remoteId === undefined ? {} : { remote_id: change.remoteId }),
    ...(change.link === undefined ? {} : { link: change.link }),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
  };
}

/** What the store keeps of the posts, those to come and those that were. */
export const occurrencesIn = (db: Database): Omit<DigestStore, 'subscription' | 'save' | 'due' | 'plan'> => ({
  shown: async (place, { round }) => {
    const rows = await db
      .selectFrom('digest_occurrence')
      .select(['article', 'passage', 'excerpt', 'round', 'date'])
      .where((where) => at(where, place))
      .where('round', '>=', round)
      .where((where) =>
        where.or([
          where('state', 'in', ['pending', 'sending', 'sent', 'unknown']),
          // Refused, and to be tried again.
          where.and([where('state', '=', 'refused'), where('message', 'is not', null)]),
        ]),
      )
      .orderBy('date')
      .execute();
    return rows.flatMap(({ article, passage, excerpt: text, round: of, date }) =>
      article === null || passage === null || text === null || of === null
        ? []
        : [{ article, passage, text, round: of, date }],
    );
  },

  waiting: async (reach, now, most) => {
    const rows = await db
      .selectFrom('digest_occurrence')
      .selectAll()
      .where((where) => within(where, reach))
      .where('state', 'in', ['pending', 'refused'])
      .where('message', 'is not', null)
      .where('not_before', '<=', now)
      .orderBy('due')
      .orderBy('workspace')
      .orderBy('channel')
      .limit(most)
      .execute();
    return rows.map(readOccurrence);
  },

  claim: async (occurrence, now, step) => {
    const fence = occurrence.fence + 1;
    const row = await db
      .updateTable('digest_occurrence')
      .set({ state: 'sending', fence, sending_since: now, steps: withStep({ at: now, step, fence }) })
      .where((where) => asItWas(where, occurrence))
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? null : readOccurrence(row);
  },

  doubtful: async (reach, before, now, most) => {
    const rows = await db
      .selectFrom('digest_occurrence')
      .selectAll()
      .where((where) => within(where, reach))
      // Literal, so that the index of those that are being sent is found.
      .where('state', '=', sql.lit('sending'))
      .where('sending_since', '<=', before)
      .where('not_before', '<=', now)
      .orderBy('sending_since')
      .orderBy('workspace')
      .orderBy('channel')
      .limit(most)
      .execute();
    return rows.map(readOccurrence);
  },

  finish: async (occurrence, change, step) => {
    const { numUpdatedRows } = await db
      .updateTable('digest_occurrence')
      .set({ ...changedColumns(change), steps: withStep(step) })
      .where((where) => asItWas(where, occurrence))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },

  occurrence: async (place, date) => {
    const row = await db
      .selectFrom('digest_occurrence')
      .selectAll()
      .where((where) => at(where, place))
      .where('date', '=', date)
      .executeTakeFirst();
    return row === undefined ? null : readOccurrence(row);
  },

  latest: async (place, most) => {
    const rows = await db
      .selectFrom('digest_occurrence')
      .selectAll()
      .where((where) => at(where, place))
      .orderBy('date', 'desc')
      .limit(most)
      .execute();
    return rows.map(readOccurrence);
  },
});
