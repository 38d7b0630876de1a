import { describe, expect, it } from 'vitest';
import type { OccurrenceChange } from '../../../src/digest/ports/store.ts';
import type { Occurrence } from '../../../src/digest/records.ts';
import {
  DAY,
  drawn,
  HOUR,
  inChannel,
  occurrence,
  place,
  START,
  skippedDay,
  slack,
  step,
  subscription,
} from '../samples.ts';
import { given, type NewSubject, openedStore, present } from './subject.ts';

const NINE = START + 9 * HOUR;
const channelOf = ({ channel }: Occurrence): string => channel;

export function describeOccurrences(newSubject: NewSubject): void {
  describe('claim', () => {
    it('takes an occurrence for sending, with the next fence', async () => {
      const { digest } = await openedStore(await newSubject());
      await given(digest, subscription(), occurrence());
      const claimed = await digest.claim(occurrence(), NINE + 5, 'claimed');
      expect(claimed).toEqual(
        occurrence({
          state: 'sending',
          fence: 1,
          sendingSince: NINE + 5,
          steps: [...occurrence().steps, { at: NINE + 5, step: 'claimed', fence: 1 }],
        }),
      );
      expect(await digest.occurrence(place, '2026-03-01')).toEqual(claimed);
    });

    it('is given to one of many at the same moment', async () => {
      const { digest } = await openedStore(await newSubject());
      await given(digest, subscription(), occurrence());
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => digest.claim(occurrence(), NINE, 'claimed')),
      );
      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
      expect(present(await digest.occurrence(place, '2026-03-01')).steps).toHaveLength(2);
    });

    it('takes one from a holder that was lost, who can do nothing with it any more', async () => {
      const { digest } = await openedStore(await newSubject());
      await given(digest, subscription(), occurrence());
      const lost = present(await digest.claim(occurrence(), NINE, 'claimed'));
      const taken = present(await digest.claim(lost, NINE + HOUR, 'in doubt'));
      expect(taken).toMatchObject({ state: 'sending', fence: 2, sendingSince: NINE + HOUR });
      expect(await digest.finish(lost, { state: 'sent', message: null }, step('sent', 1))).toBe(false);
      expect(await digest.claim(lost, NINE + HOUR, 'in doubt')).toBeNull();
      expect(await digest.occurrence(place, '2026-03-01')).toEqual(taken);
    });

    it('gets nothing where there is nothing', async () => {
      const { digest } = await openedStore(await newSubject());
      expect(await digest.claim(occurrence(), NINE, 'claimed')).toBeNull();
    });
  });

  describe('finish', () => {
    it.each<[string, OccurrenceChange]>([
      [
        'sent',
        {
          state: 'sent',
          message: null,
          sentAt: NINE + 1,
          remoteId: '17.1',
          link: 'https://x.org/p',
          reason: null,
        },
      ],
      ['refused', { state: 'refused', reason: 'not-a-member', notBefore: NINE + HOUR }],
      ['refused for good', { state: 'refused', reason: 'gone', message: null }],
      ['limited', { state: 'pending', notBefore: NINE + 30_000 }],
      ['unknown', { state: 'unknown', message: null }],
      ['looked after later', { notBefore: NINE + 30_000 }],
    ])('changes what is given and leaves the rest: %s', async (_, change) => {
      const { digest } = await openedStore(await newSubject());
      await given(digest, subscription(), occurrence());
      const claimed = present(await digest.claim(occurrence(), NINE, 'claimed'));
      const last = step('failed', 1, '"quoted"\nand more');
      expect(await digest.finish(claimed, change, last)).toBe(true);
      expect(await digest.occurrence(place, '2026-03-01')).toEqual({
        ...claimed,
        ...change,
        steps: [...claimed.steps, last],
      });
    });

    it('is guarded by the state too', async () => {
      const { digest } = await openedStore(await newSubject());
      await given(digest, subscription(), occurrence());
      const claimed = present(await digest.claim(occurrence(), NINE, 'claimed'));
      expect(await digest.finish({ ...claimed, state: 'pending' }, { state: 'sent' }, step('sent', 1))).toBe(
        false,
      );
      expect(await digest.finish(claimed, { state: 'sent' }, step('sent', 1))).toBe(true);
      expect(await digest.finish(claimed, { state: 'unknown' }, step('unknown', 1))).toBe(false);
    });

    it('changes one place and date alone', async () => {
      const { digest } = await openedStore(await newSubject());
      const others = [occurrence({ date: '2026-03-02' }), occurrence({ ...inChannel('C2') })];
      await given(digest, subscription(), occurrence(), ...others);
      await digest.finish(
        occurrence(),
        { state: 'skipped', message: null, reason: 'missed' },
        step('skipped', 0),
      );
      expect(await digest.occurrence(place, '2026-03-02')).toEqual(others[0]);
      expect(await digest.occurrence(inChannel('C2'), '2026-03-01')).toEqual(others[1]);
    });
  });

  describe('waiting', () => {
    it('finds what is pending or refused for now, the earliest due first', async () => {
      const { digest } = await openedStore(await newSubject());
      const each = (channel: string, other: Partial<Occurrence>) =>
        occurrence({ ...inChannel(channel), ...other });
      await given(
        digest,
        subscription(),
        each('late', { due: NINE - 1 }),
        each('early', { due: NINE - DAY, state: 'refused', reason: 'no-permission' }),
        each('told to wait', { notBefore: NINE + 1 }),
        each('refused for good', { state: 'refused', message: null }),
        each('sending', { state: 'sending', sendingSince: NINE }),
        each('sent', { state: 'sent', message: null }),
        each('unknown', { state: 'unknown', message: null }),
        each('skipped', { state: 'skipped', message: null }),
        each('elsewhere', { platform: 'discord' }),
      );
      expect((await digest.waiting(slack, NINE, 10)).map(channelOf)).toEqual(['early', 'late']);
      expect((await digest.waiting(slack, NINE, 1)).map(channelOf)).toEqual(['early']);
      expect((await digest.waiting({ platform: 'slack', workspace: 'T2' }, NINE, 10)).map(channelOf)).toEqual(
        [],
      );
      expect((await digest.waiting({ platform: 'slack', workspace: 'T1' }, NINE, 10))[0]?.drawn).toEqual(
        drawn(),
      );
    });
  });

  describe('doubtful', () => {
    it('finds what has been in sending for long enough and is not to be left alone', async () => {
      const { digest } = await openedStore(await newSubject());
      const each = (channel: string, other: Partial<Occurrence>) =>
        occurrence({ ...inChannel(channel), state: 'sending', sendingSince: NINE, ...other });
      await given(
        digest,
        subscription(),
        each('second', { sendingSince: NINE }),
        each('first', { sendingSince: NINE - 1 }),
        each('too soon', { sendingSince: NINE + 1 }),
        each('left alone', { notBefore: NINE + DAY }),
        each('pending', { state: 'pending' }),
        each('elsewhere', { platform: 'discord' }),
      );
      const now = NINE + HOUR;
      expect((await digest.doubtful(slack, NINE, now, 10)).map(channelOf)).toEqual(['first', 'second']);
      expect((await digest.doubtful(slack, NINE, now, 1)).map(channelOf)).toEqual(['first']);
      expect(await digest.doubtful({ platform: 'slack', workspace: 'T2' }, NINE, now, 10)).toEqual([]);
    });
  });

  describe('shown', () => {
    it('tells what a round has shown or is about to, the latest last', async () => {
      const { digest } = await openedStore(await newSubject());
      const each = (date: string, other: Partial<Occurrence>) =>
        occurrence({ date, drawn: drawn({ passage: `a:${date}` }), message: null, ...other });
      await given(
        digest,
        subscription(),
        each('2026-03-09', { state: 'pending', message: '{}' }),
        each('2026-03-02', { state: 'sent' }),
        each('2026-03-03', { state: 'sending', message: '{}' }),
        each('2026-03-04', { state: 'unknown' }),
        each('2026-03-05', { state: 'refused', message: '{}' }),
        each('2026-03-06', { state: 'refused' }),
        each('2026-03-07', { state: 'skipped' }),
        skippedDay({ date: '2026-03-08' }),
        each('2026-02-01', { state: 'sent', drawn: drawn({ round: 0, passage: 'a:old' }) }),
        each('2026-03-10', { state: 'sent', drawn: drawn({ round: 2, passage: 'a:next' }) }),
        occurrence({ ...inChannel('C2'), state: 'sent' }),
      );
      expect(await digest.shown(place, { round: 1 })).toEqual(
        ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-09', '2026-03-10'].map((date) => ({
          article: drawn().article,
          passage: date === '2026-03-10' ? 'a:next' : `a:${date}`,
          text: drawn().text,
          round: date === '2026-03-10' ? 2 : 1,
          date,
        })),
      );
    });
  });

  describe('occurrence and latest', () => {
    it('give one day, or the latest days of the place alone', async () => {
      const { digest } = await openedStore(await newSubject());
      const days = ['2026-02-28', '2026-03-01', '2026-03-02'].map((date) => occurrence({ date }));
      await given(digest, subscription(), ...days, occurrence({ ...inChannel('C2'), date: '2026-03-05' }));
      expect(await digest.occurrence(place, '2026-03-02')).toEqual(days[2]);
      expect(await digest.occurrence(place, '2026-03-05')).toBeNull();
      expect(await digest.latest(place, 2)).toEqual([days[2], days[1]]);
      expect(await digest.latest(inChannel('C3'), 2)).toEqual([]);
    });
  });

  describe('tidy', () => {
    it('takes out what is over for more than a year, but what the last two rounds have shown', async () => {
      let now = START;
      const store = await openedStore(await newSubject(), () => now);
      const { digest } = store;
      const of = (date: string, round: number, other: Partial<Occurrence> = {}) =>
        occurrence({ date, state: 'sent', message: null, drawn: drawn({ round }), ...other });
      const alone = { ...inChannel('never set up'), state: 'sent', message: null } as const;
      await given(
        digest,
        subscription({ round: 3 }),
        of('2026-03-01', 1),
        of('2026-03-02', 2),
        of('2026-03-03', 3),
        of('2026-03-04', 1, { state: 'pending', message: '{}' }),
        of('2026-03-05', 1, { state: 'sending', message: '{}' }),
        of('2026-03-07', 1, { due: START + 20 * DAY }),
        skippedDay({ date: '2026-03-06' }),
        occurrence(alone),
      );
      const dates = async () => (await digest.latest(place, 20)).map(({ date }) => date.slice(-2));
      await store.tidy();
      expect(await dates()).toEqual(['07', '06', '05', '04', '03', '02', '01']);
      now += 401 * DAY;
      await store.tidy();
      expect(await dates()).toEqual(['07', '05', '04', '03', '02']);
      expect(await digest.occurrence(inChannel('never set up'), '2026-03-01')).toBeNull();
    });
  });
}
