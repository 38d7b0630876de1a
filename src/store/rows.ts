import { z } from 'zod';
import {
  type Drawn,
  type Occurrence,
  occurrenceStates,
  type Place,
  refusalReasons,
  type Step,
  type Subscription,
  skipReasons,
  stepNames,
} from '../digest/records.ts';
import type { DrawColumns, OccurrenceRow, SubscriptionRow } from './schema.ts';
import { StoreError } from './store-error.ts';

const place = { platform: z.string(), workspace: z.string(), channel: z.string() } as const;

const day = z.literal([1, 2, 3, 4, 5, 6, 7]);

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

const step: z.ZodType<Step> = z.object({
  at: z.int(),
  step: z.enum(stepNames),
  fence: z.int(),
  detail: z.string().exactOptional(),
});

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

export const subscriptionRow = ({ on, schedule, next, ...same }: Subscription): SubscriptionRow => ({
  ...same,
  isOn: on ? 1 : 0,
  zone: schedule.zone,
  time: schedule.time,
  days: schedule.days.join(''),
  nextDate: next?.date ?? null,
  nextAt: next?.at ?? null,
});

/** @throws {StoreError} */
export function readSubscription(row: SubscriptionRow): Subscription {
  const { isOn, zone, time, days, nextDate, nextAt } = row;
  const schedule = { zone, time, days: [...days].map(Number) };
  const next = nextDate === null ? null : { date: nextDate, at: nextAt };
  return read(subscription, { ...row, on: isOn === 1, schedule, next }, 'subscription');
}

const noDraw: { readonly [Column in keyof DrawColumns]: null } = {
  round: null,
  position: null,
  roundSize: null,
  seed: null,
  article: null,
  passage: null,
  startOffset: null,
  endOffset: null,
  excerpt: null,
};

export function drawColumns(draw: Drawn | null): DrawColumns | typeof noDraw {
  if (draw === null) return noDraw;
  const { of: roundSize, start: startOffset, end: endOffset, text: excerpt, ...same } = draw;
  return { ...same, roundSize, startOffset, endOffset, excerpt };
}

export const occurrenceRow = ({ drawn: draw, steps, ...same }: Occurrence): OccurrenceRow => ({
  ...same,
  ...drawColumns(draw),
  steps: steps.map(writeStep).join(''),
});

/** @throws {StoreError} */
export function readOccurrence(row: OccurrenceRow): Occurrence {
  const { round, roundSize, startOffset, endOffset, excerpt, steps } = row;
  const draw = { ...row, of: roundSize, start: startOffset, end: endOffset, text: excerpt };
  return read(
    occurrence,
    { ...row, drawn: round === null ? null : draw, steps: readSteps(steps) },
    'delivery',
  );
}
