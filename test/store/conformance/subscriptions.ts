import { describe, expect, it } from 'vitest';
import {
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

export function describeSubscriptions(newSubject: NewSubject): void {
  describe('save and subscription', () => {
    it('give back every field as it was put in, with the next revision', async () => {
      const { digest } = await openedStore(await newSubject());
      expect(await digest.subscription(place)).toBeNull();
      expect(await digest.save(subscription())).toBe(true);
      expect(await digest.subscription(place)).toEqual(subscription({ revision: 1 }));
      const other = subscription({
        on: false,
        schedule: { zone: 'America/Argentina/Buenos_Aires', time: '00:00', days: [7] },
        filters: '',
        seed: 'fedcba9876543210',
        round: 12,
        setBy: '',
        next: null,
        refusedSince: START,
        pausedAt: START + 1,
        revision: 1,
      });
      expect(await digest.save(other)).toBe(true);
      expect(await digest.subscription(place)).toEqual({ ...other, revision: 2 });
    });

    it.each([
      ['a new one where there is one', 0],
      ['one with an older revision', 1],
      ['one with a revision that is still to come', 3],
    ])('lose against what is stored: %s', async (_, revision) => {
      const { digest } = await openedStore(await newSubject());
      await digest.save(subscription());
      await digest.save(subscription({ revision: 1, round: 2 }));
      expect(await digest.save(subscription({ revision, round: 9 }))).toBe(false);
      expect(await digest.subscription(place)).toEqual(subscription({ revision: 2, round: 2 }));
    });

    it('find nothing to replace where nothing is stored', async () => {
      const { digest } = await openedStore(await newSubject());
      expect(await digest.save(subscription({ revision: 1 }))).toBe(false);
      expect(await digest.subscription(place)).toBeNull();
    });

    it('keep places apart by platform, workspace and channel', async () => {
      const { digest } = await openedStore(await newSubject());
      const places = [
        place,
        { ...place, platform: 'discord' as const },
        { ...place, workspace: '' },
        inChannel('C2'),
      ];
      for (const [round, each] of places.entries()) await digest.save(subscription({ ...each, round }));
      for (const [round, each] of places.entries()) {
        expect((await digest.subscription(each))?.round).toBe(round);
      }
    });
  });

  describe('save with a reason to cancel', () => {
    it('records what waits as skipped, and leaves what is being sent or is over', async () => {
      const { digest } = await openedStore(await newSubject());
      const dates = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
      const stored = await given(
        digest,
        subscription(),
        occurrence({ date: '2026-03-01', fence: 7 }),
        occurrence({ date: '2026-03-02' }),
        occurrence({ date: '2026-03-03', state: 'sent', message: null }),
        occurrence({ date: '2026-03-04', state: 'refused', reason: 'archived' }),
        occurrence({ date: '2026-03-05', state: 'refused', reason: 'gone', message: null }),
        occurrence({ ...inChannel('C2'), date: '2026-03-01' }),
      );
      const claimed = present(await digest.claim(occurrence({ date: '2026-03-02' }), NINE, 'claimed'));
      expect(await digest.save({ ...stored, on: false, next: null }, { reason: 'off', at: NINE })).toBe(true);

      const states = await Promise.all(
        dates.map(async (date) => (await digest.occurrence(place, date))?.state),
      );
      expect(states).toEqual(['skipped', 'sending', 'sent', 'skipped', 'refused']);
      expect(await digest.occurrence(place, '2026-03-01')).toEqual(
        occurrence({
          state: 'skipped',
          message: null,
          reason: 'off',
          fence: 7,
          steps: [...occurrence().steps, { at: NINE, step: 'skipped', fence: 7 }],
        }),
      );
      expect(await digest.occurrence(place, '2026-03-02')).toEqual(claimed);
      expect((await digest.occurrence(inChannel('C2'), '2026-03-01'))?.state).toBe('pending');
    });

    it('cancels nothing when it loses', async () => {
      const { digest } = await openedStore(await newSubject());
      await given(digest, subscription(), occurrence());
      expect(await digest.save(subscription(), { reason: 'off', at: NINE })).toBe(false);
      expect(await digest.occurrence(place, '2026-03-01')).toEqual(occurrence());
    });

    it('takes it from who was about to send it', async () => {
      const { digest } = await openedStore(await newSubject());
      const stored = await given(digest, subscription(), occurrence());
      await digest.save(stored, { reason: 'asked', at: NINE });
      expect(await digest.claim(occurrence(), NINE, 'claimed')).toBeNull();
    });
  });

  describe('due', () => {
    it('finds what is due by now, the earliest first, at most as many as asked for', async () => {
      const { digest } = await openedStore(await newSubject());
      const at = (channel: string, time: number | null) =>
        digest.save(
          subscription({
            ...inChannel(channel),
            next: time === null ? null : { date: '2026-03-01', at: time },
          }),
        );
      await at('later', NINE + 1);
      await at('second', NINE);
      await at('off', null);
      await at('first', NINE - HOUR);
      const channels = async (most: number) =>
        (await digest.due(slack, NINE, most)).map(({ channel }) => channel);
      expect(await channels(10)).toEqual(['first', 'second']);
      expect(await channels(1)).toEqual(['first']);
    });

    it.each<[string, string | null, readonly string[]]>([
      ['slack', null, ['C1', 'C2']],
      ['slack', 'T2', ['C2']],
      ['slack', '', []],
      ['discord', null, ['C3']],
    ])('keeps to what is in reach: %s, workspace %j', async (platform, workspace, channels) => {
      const { digest } = await openedStore(await newSubject());
      await digest.save(subscription());
      await digest.save(subscription({ workspace: 'T2', channel: 'C2' }));
      await digest.save(subscription({ platform: 'discord', channel: 'C3' }));
      const found = await digest.due({ platform, workspace }, NINE, 10);
      expect(found.map(({ channel }) => channel)).toEqual(channels);
    });
  });

  describe('plan', () => {
    it('moves the subscription on and adds its occurrences, every field of them', async () => {
      const { digest } = await openedStore(await newSubject());
      const full = occurrence({
        date: '2026-03-02',
        state: 'sent',
        fence: 3,
        sendingSince: NINE,
        sentAt: NINE + 1,
        remoteId: '1740819600.000100',
        link: 'https://example.slack.com/archives/C1/p1',
        reason: 'refused',
        steps: [step('drawn', 0), step('refused', 1, 'not "in" the channel\n{"at":1}'), step('sent', 3)],
      });
      const plain = skippedDay({ date: '2026-02-28' });
      expect(await digest.plan(subscription(), [occurrence(), full, plain])).toBe(true);
      expect(await digest.subscription(place)).toEqual(subscription({ revision: 1 }));
      expect(await digest.latest(place, 10)).toEqual([full, occurrence(), plain]);
    });

    it('leaves an occurrence that is there already for its place and date', async () => {
      const { digest } = await openedStore(await newSubject());
      const stored = await given(digest, subscription(), occurrence());
      const again = occurrence({ key: 'another', message: '{}' });
      const next = occurrence({ date: '2026-03-02' });
      expect(await digest.plan(stored, [again, next])).toBe(true);
      expect(await digest.latest(place, 10)).toEqual([next, occurrence()]);
    });

    it('adds nothing when the subscription has been changed meanwhile', async () => {
      const { digest } = await openedStore(await newSubject());
      const stored = await given(digest, subscription());
      await digest.save({ ...stored, on: false, next: null });
      expect(await digest.plan(stored, [occurrence()])).toBe(false);
      expect(await digest.latest(place, 10)).toEqual([]);
      expect(await digest.subscription(place)).toMatchObject({ on: false, revision: 2 });
    });
  });
}
