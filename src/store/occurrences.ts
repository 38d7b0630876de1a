import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { DigestStore, Reach } from '../digest/ports/store.ts';
import type { Occurrence, Place, Step } from '../digest/records.ts';
import { drawColumns, placeColumns, readOccurrence, writeStep } from './rows.ts';
import type { Database, Tables } from './schema.ts';

type Where = ExpressionBuilder<Tables, 'digestOccurrence'>;

const at = (where: Where, place: Place) => where.and(placeColumns(place));

const within = (where: Where, { platform, workspace }: Reach) =>
  where.and(workspace === null ? { platform } : { platform, workspace });

/** The row of that place and date, unless another has claimed or changed it since it was read. */
const asItWas = (where: Where, occurrence: Occurrence) => {
  const { date, state, fence } = occurrence;
  return where.and({ ...placeColumns(occurrence), date, state, fence });
};

/** Adds to what is there in the same statement, so that no step is lost. */
const withStep = (step: Step): RawBuilder<string> => sql`steps || cast(${writeStep(step)} as text)`;

/** What the store keeps of the posts, those to come and those that were. */
export const occurrencesIn = (db: Database): Omit<DigestStore, 'subscription' | 'save' | 'due' | 'plan'> => ({
  shown: async (place, { round }) => {
    const rows = await db
      .selectFrom('digestOccurrence')
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
      .selectFrom('digestOccurrence')
      .selectAll()
      .where((where) => within(where, reach))
      .where('state', 'in', ['pending', 'refused'])
      .where('message', 'is not', null)
      .where('notBefore', '<=', now)
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
      .updateTable('digestOccurrence')
      .set({ state: 'sending', fence, sendingSince: now, steps: withStep({ at: now, step, fence }) })
      .where((where) => asItWas(where, occurrence))
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? null : readOccurrence(row);
  },

  doubtful: async (reach, before, now, most) => {
    const rows = await db
      .selectFrom('digestOccurrence')
      .selectAll()
      .where((where) => within(where, reach))
      // Literal, so that the index of those that are being sent is found.
      .where('state', '=', sql.lit('sending'))
      .where('sendingSince', '<=', before)
      .where('notBefore', '<=', now)
      .orderBy('sendingSince')
      .orderBy('workspace')
      .orderBy('channel')
      .limit(most)
      .execute();
    return rows.map(readOccurrence);
  },

  finish: async (occurrence, { drawn, ...same }, step) => {
    const redrawn = drawn === undefined ? {} : drawColumns(drawn);
    const { numUpdatedRows } = await db
      .updateTable('digestOccurrence')
      .set({ ...same, ...redrawn, steps: withStep(step) })
      .where((where) => asItWas(where, occurrence))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },

  occurrence: async (place, date) => {
    const row = await db
      .selectFrom('digestOccurrence')
      .selectAll()
      .where((where) => at(where, place))
      .where('date', '=', date)
      .executeTakeFirst();
    return row === undefined ? null : readOccurrence(row);
  },

  latest: async (place, most) => {
    const rows = await db
      .selectFrom('digestOccurrence')
      .selectAll()
      .where((where) => at(where, place))
      .orderBy('date', 'desc')
      .limit(most)
      .execute();
    return rows.map(readOccurrence);
  },
});
