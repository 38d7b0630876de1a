import type { Reach } from '../../src/digest/ports/store.ts';
import type { Drawn, Occurrence, Place, Step, Subscription } from '../../src/digest/records.ts';

export const HOUR = 60 * 60_000;
export const DAY = 24 * HOUR;

/** 2026-03-01T00:00Z. */
export const START = Date.UTC(2026, 2, 1);

export const place: Place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
export const slack: Reach = { platform: 'slack', workspace: null };

export const inChannel = (channel: string): Place => ({ ...place, channel });

/** A channel's wish that is not stored yet, due at nine in the morning of the first day. */
export const subscription = (other: Partial<Subscription> = {}): Subscription => ({
  ...place,
  on: true,
  schedule: { zone: 'Asia/Shanghai', time: '08:30', days: [1, 2, 3, 4, 5] },
  filters: 'from:"Global Times"',
  seed: '0123456789abcdef',
  round: 1,
  setBy: 'U1',
  next: { date: '2026-03-01', at: START + 9 * HOUR },
  refusedSince: null,
  pausedAt: null,
  revision: 0,
  ...other,
});

export const drawn = (other: Partial<Drawn> = {}): Drawn => ({
  round: 1,
  position: 3,
  of: 120,
  seed: '0123456789abcdef',
  article: 'security-for-all',
  passage: 'security-for-all:12',
  start: 1204,
  end: 1290,
  text: 'Multilateralism — “多边主义” — is not a slogan.\nIt is\ta habit 🕊.',
  ...other,
});

/** A post that waits for its time. */
export const occurrence = (other: Partial<Occurrence> = {}): Occurrence => ({
  ...place,
  date: '2026-03-01',
  due: START + 9 * HOUR,
  zone: 'Asia/Shanghai',
  state: 'pending',
  drawn: drawn(),
  message: '{"blocks":[]}',
  key: 'd-0123456789abcdefABCDEF',
  fence: 0,
  notBefore: START + 9 * HOUR,
  sendingSince: null,
  sentAt: null,
  remoteId: null,
  link: null,
  reason: null,
  steps: [{ at: START, step: 'drawn', fence: 0 }],
  ...other,
});

/** A day that was left out. */
export const skippedDay = (other: Partial<Occurrence> = {}): Occurrence =>
  occurrence({ state: 'skipped', drawn: null, message: null, reason: 'missed', ...other });

export const step = (name: Step['step'], fence: number, detail?: string): Step => ({
  at: START + 10 * HOUR,
  step: name,
  fence,
  ...(detail === undefined ? {} : { detail }),
});
