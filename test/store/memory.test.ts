import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory.ts';

const MINUTE = 60_000;

describe('firstSeen', () => {
  it('is true once, and false for a repetition at least a quarter of an hour later', async () => {
    let now = 0;
    const store = createMemoryStore(() => now);
    expect(await store.firstSeen('a')).toBe(true);
    now = 15 * MINUTE;
    expect(await store.firstSeen('a')).toBe(false);
    expect(await store.firstSeen('b')).toBe(true);
  });

  it('forgets in the end, so that memory stays bounded', async () => {
    let now = 0;
    const store = createMemoryStore(() => now);
    await store.firstSeen('a');
    now = 60 * MINUTE;
    expect(await store.firstSeen('a')).toBe(true);
  });

  it('gives two calls at the same moment one yes', async () => {
    const store = createMemoryStore(() => 0);
    const answers = await Promise.all([store.firstSeen('a'), store.firstSeen('a')]);
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});

describe('keepCommand and recallCommand', () => {
  it('give back any command under a short key', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 20 }),
        async (commands) => {
          const store = createMemoryStore(() => 0);
          for (const command of commands) {
            const key = await store.keepCommand(command);
            expect(key).toMatch(/^[\w-]{1,32}$/);
            expect(await store.recallCommand(key)).toBe(command);
          }
        },
      ),
    );
  });

  it('give the same command the same key, so that a message is rendered alike each time', async () => {
    const store = createMemoryStore(() => 0);
    expect(await store.keepCommand('search a')).toBe(await store.keepCommand('search a'));
  });

  it('know nothing of a key that was never given', async () => {
    expect(await createMemoryStore(() => 0).recallCommand('x')).toBeNull();
  });

  it('let the oldest go first when there are very many', async () => {
    const store = createMemoryStore(() => 0);
    const first = await store.keepCommand('search 0');
    for (let n = 1; n <= 10_000; n++) await store.keepCommand(`search ${n}`);
    expect(await store.recallCommand(first)).toBeNull();
    expect(await store.recallCommand(await store.keepCommand('search 1'))).toBe('search 1');
  });
});
