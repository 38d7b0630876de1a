import { z } from 'zod';
import type { Drawn, Occurrence, Place, Step, Subscription } from '../digest/records.ts';
import { occurrenceStates, refusalReasons, skipReasons, stepNames } from '../digest/records.ts';
import type { OccurrenceRow, SubscriptionRow } from './schema.ts';
import { StoreError } from './store-error.ts';

const place = {
  platform: z.string(),
  workspace: z.string(),
  channel: z.string(),
} as const;

const day = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

const subscription: z.ZodType<Subscription> = z.object({
  ...place,
  on: z.boolean(),
  schedule: z.object({ zone: z.string(), time: z.string(), days: z.array(day).min(1) }),
  filters: z.string(),
  seed: z.string(),
  round: z.int(),
  setBy: z.string(),
  next: z.object({ date: z.string(), at: z.int() }).nullable(),
  refusedSince: z.int().nullable(),
  pausedAt: z.int().nullable(),
  revision: z.int(),
});

const drawn: z.ZodType<Drawn> = z.object({
  round: z.int(),
  position: z.int(),
  of: z.int(),
  seed: z.string(),
  article: z.string(),
  passage: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
});

const step = z
  .object({
    at: z.int(),
    step: z.enum(stepNames),
    fence: z.int(),
    detail: z.string().optional(),
  })
  .transform(({ detail, ...rest }): Step => (detail === undefined ? rest : { ...rest, detail }));

const occurrence: z.ZodType<Occurrence> = z.object({
  ...place,
  date: z.string(),
  due: z.int(),
  zone: z.string(),
  state: z.enum(occurrenceStates),
  drawn: drawn.nullable(),
  message: z.string().nullable(),
  key: z.string(),
  fence: z.int(),
  notBefore: z.int(),
  sendingSince: z.int().nullable(),
  sentAt: z.int().nullable(),
  remoteId: z.string().nullable(),
  link: z.string().nullable(),
  reason: z.enum([...refusalReasons, ...skipReasons]).nullable(),
  steps: z.array(step),
});

/** Checks what a row says, so that one that another hand has changed is not taken for a digest. */
function read<T>(type: z.ZodType<T>, value: unknown, what: string): T {
  const { data, error } = type.safeParse(value);
  if (error === undefined) return data;
  throw new StoreError(
    {
      problem: `The store has a ${what} that cannot be read (${error.issues[0]?.path.join('.') ?? ''}).`,
      remedy: 'Put back a copy from a backup, or remove that row.',
    },
    error,
  );
}

/** A step as a line of JSON, the line feed included. */
export const writeStep = (value: Step): string => `${JSON.stringify(value)}\n`;

function readSteps(lines: string): unknown {
  try {
    return lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export const placeColumns = ({ platform, workspace, channel }: Place): Place => ({
  platform,
  workspace,
  channel,
});

export const subscriptionRow = (value: Subscription): SubscriptionRow => ({
  ...placeColumns(value),
  is_on: value.on ? 1 : 0,
  zone: value.schedule.zone,
  time: value.schedule.time,
  days: value.schedule.days.join(''),
  filters: value.filters,
  seed: value.seed,
  round: value.round,
  set_by: value.setBy,
  next_date: value.next?.date ?? null,
  next_at: value.next?.at ?? null,
  refused_since: value.refusedSince,
  paused_at: value.pausedAt,
  revision: value.revision,
});

/** @throws {StoreError} */
export const readSubscription = (row: SubscriptionRow): Subscription =>
  read(
    subscription,
    {
      platform: row.platform,
      workspace: row.workspace,
      channel: row.channel,
      on: row.is_on === 1,
      schedule: { zone: row.zone, time: row.time, days: [...row.days].map(Number) },
      filters: row.filters,
      seed: row.seed,
      round: row.round,
      setBy: row.set_by,
      next: row.next_date === null ? null : { date: row.next_date, at: row.next_at },
      refusedSince: row.refused_since,
      pausedAt: row.paused_at,
      revision: row.revision,
    },
    'subscription',
  );

export const occurrenceRow = (value: Occurrence): OccurrenceRow => ({
  ...placeColumns(value),
  date: value.date,
  due: value.due,
  zone: value.zone,
  state: value.state,
  round: value.drawn?.round ?? null,
  position: value.drawn?.position ?? null,
  round_size: value.drawn?.of ?? null,
  seed: value.drawn?.seed ?? null,
  article: value.drawn?.article ?? null,
  passage: value.drawn?.passage ?? null,
  start_offset: value.drawn?.start ?? null,
  end_offset: value.drawn?.end ?? null,
  excerpt: value.drawn?.text ?? null,
  message: value.message,
  key: value.key,
  fence: value.fence,
  not_before: value.notBefore,
  sending_since: value.sendingSince,
  sent_at: value.sentAt,
  remote_id: value.remoteId,
  link: value.link,
  reason: value.reason,
  steps: value.steps.map(writeStep).join(''),
});

/** @throws {StoreError} */
export const readOccurrence = (row: OccurrenceRow): Occurrence =>
  read(
    occurrence,
    {
      platform: row.platform,
      workspace: row.workspace,
      channel: row.channel,
      date: row.date,
      due: row.due,
      zone: row.zone,
      state: row.state,
      drawn:
        row.round === null
          ? null
          : {
              round: row.round,
              position: row.position,
              of: row.round_size,
              seed: row.seed,
              article: row.article,
              passage: row.passage,
              start: row.start_offset,
              end: row.end_offset,
              text: row.excerpt,
            },
      message: row.message,
      key: row.key,
      fence: row.fence,
      notBefore: row.not_before,
      sendingSince: row.sending_since,
      sentAt: row.sent_at,
      remoteId: row.remote_id,
      link: row.link,
      reason: row.reason,
      steps: readSteps(row.steps),
    },
    'delivery',
  );
