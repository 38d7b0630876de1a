import { describe, expect, it, onTestFinished } from 'vitest';
import { HOUR, inChannel, occurrence, place, START, slack, subscription } from '../samples.ts';
import { given, type NewSubject, openedStore } from './subject.ts';

const NINE = START + 9 * HOUR;
const CHANNELS = Array.from({ length: 20 }, (_, n) => `C${n}`);

/** Two stores on one database, and one that is opened again. */
export function describeReplicas(newSubject: NewSubject): void {
  describe('two on one database', () => {
    it('make its tables at the same moment', async () => {
      const subject = await newSubject('untouched');
      const stores = await Promise.all(Array.from({ length: 4 }, () => openedStore(subject)));
      for (const [n, { digest }] of stores.entries()) {
        expect(await digest.save(subscription(inChannel(`C${n}`)))).toBe(true);
      }
    });

    it('claim at the same moment: each occurrence goes to one', async () => {
      const subject = await newSubject();
      const [one, two] = await Promise.all([openedStore(subject), openedStore(subject)]);
      const all = CHANNELS.map((channel) => occurrence(inChannel(channel)));
      await given(one.digest, subscription(), ...all);
      const claims = await Promise.all(
        all.flatMap((each) => [
          one.digest.claim(each, NINE, 'claimed'),
          two.digest.claim(each, NINE, 'claimed'),
        ]),
      );
      const winners = claims.flatMap((claim) => (claim === null ? [] : [claim.channel]));
      expect(winners.sort()).toEqual([...CHANNELS].sort());
      expect(await two.digest.doubtful(slack, NINE, NINE, 100)).toHaveLength(CHANNELS.length);
    });

    it('plan at the same moment: each day is planned by one', async () => {
      const subject = await newSubject();
      const [one, two] = await Promise.all([openedStore(subject), openedStore(subject)]);
      const stores = [one, two];
      for (const channel of CHANNELS) await one.digest.save(subscription(inChannel(channel)));
      const plans = await Promise.all(
        CHANNELS.flatMap((channel) =>
          stores.map(({ digest }, n) =>
            digest.plan(subscription({ ...inChannel(channel), revision: 1 }), [
              occurrence({ ...inChannel(channel), key: `replica-${n}` }),
            ]),
          ),
        ),
      );
      expect(plans.filter(Boolean)).toHaveLength(CHANNELS.length);
      const planned = await one.digest.waiting(slack, NINE, 100);
      expect(planned).toHaveLength(CHANNELS.length);
      for (const each of planned) {
        const winner = plans.indexOf(true, CHANNELS.indexOf(each.channel) * 2) % 2;
        expect(each.key).toBe(`replica-${winner}`);
        expect((await two.digest.subscription(each))?.revision).toBe(2);
      }
    });

    it('see an event once', async () => {
      const subject = await newSubject();
      const stores = await Promise.all([openedStore(subject), openedStore(subject)]);
      const answers = await Promise.all(
        CHANNELS.flatMap((key) => stores.map((store) => store.firstSeen(key))),
      );
      expect(answers.filter(Boolean)).toHaveLength(CHANNELS.length);
    });
  });

  describe('opened again', () => {
    it('has what was put in', async () => {
      const subject = await newSubject();
      const first = await subject.open(() => START);
      await given(first.digest, subscription(), occurrence());
      const claimed = await first.digest.claim(occurrence(), NINE, 'claimed');
      const key = await first.keepCommand('search multilateralism');
      await first.firstSeen('a');
      await first.close();

      const second = await subject.open(() => START);
      onTestFinished(() => second.close());
      expect(await second.digest.subscription(place)).toEqual(subscription({ revision: 1 }));
      expect(await second.digest.occurrence(place, '2026-03-01')).toEqual(claimed);
      expect(await second.recallCommand(key)).toBe('search multilateralism');
      expect(await second.firstSeen('a')).toBe(false);
    });
  });
}
