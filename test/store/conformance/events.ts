import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, START } from '../samples.ts';
import { type NewSubject, openedStore } from './subject.ts';

const MINUTE = 60_000;

export function describeEvents(newSubject: NewSubject): void {
  describe('firstSeen', () => {
    it('is true once, and false for a repetition at least a quarter of an hour later', async () => {
      let now = START;
      const store = await openedStore(await newSubject(), () => now);
      expect(await store.firstSeen('a')).toBe(true);
      now += 15 * MINUTE;
      expect(await store.firstSeen('a')).toBe(false);
      expect(await store.firstSeen('b')).toBe(true);
    });

    it('forgets after twenty minutes, tidied or not', async () => {
      let now = START;
      const store = await openedStore(await newSubject(), () => now);
      await store.firstSeen('a');
      await store.firstSeen('b');
      now += 20 * MINUTE;
      expect(await store.firstSeen('a')).toBe(true);
      expect(await store.firstSeen('a')).toBe(false);
      await store.tidy();
      expect(await store.firstSeen('a')).toBe(false);
      expect(await store.firstSeen('b')).toBe(true);
    });

    it('gives several calls at the same moment one yes', async () => {
      const store = await openedStore(await newSubject());
      const answers = await Promise.all(Array.from({ length: 8 }, () => store.firstSeen('a')));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('keepCommand and recallCommand', () => {
    it('give back any command under a short key, the same for the same command', async () => {
      const store = await openedStore(await newSubject());
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (command) => {
          const key = await store.keepCommand(command);
          expect(key).toMatch(/^[\w-]{22}$/);
          expect(await store.recallCommand(key)).toBe(command);
          expect(await store.keepCommand(command)).toBe(key);
        }),
        { numRuns: 50 },
      );
    });

    it('know nothing of a key that was never given', async () => {
      const store = await openedStore(await newSubject());
      await store.keepCommand('search a');
      expect(await store.recallCommand('x')).toBeNull();
    });

    it('keep a command for half a year from when it was last kept', async () => {
      let now = START;
      const store = await openedStore(await newSubject(), () => now);
      const [first, second] = [await store.keepCommand('search 1'), await store.keepCommand('search 2')];
      now += 100 * DAY;
      await store.keepCommand('search 2');
      now += 79 * DAY;
      await store.tidy();
      expect(await store.recallCommand(first)).toBe('search 1');
      now += DAY;
      expect(await store.recallCommand(first)).toBeNull();
      await store.tidy();
      expect(await store.recallCommand(first)).toBeNull();
      expect(await store.recallCommand(second)).toBe('search 2');
    });
  });
}
