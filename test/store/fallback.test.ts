import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { withFallback } from '../../src/store/fallback.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { StoreError } from '../../src/store/store-error.ts';
import type { Store } from '../../src/store/types.ts';

/** A store that can be broken, the memory behind it, and what is logged about them. */
function broken() {
  const lasting = createMemoryStore(() => 0);
  const state = { fails: false, now: 0 };
  const logged: string[] = [];
  const orFail = async <T>(answer: () => Promise<T>): Promise<T> => {
    if (state.fails) throw new StoreError({ problem: 'It is away.', remedy: 'Wait.' });
    return answer();
  };
  const store: Store = {
    firstSeen: (key) => orFail(() => lasting.firstSeen(key)),
    keepCommand: (command) => orFail(() => lasting.keepCommand(command)),
    recallCommand: (key) => orFail(() => lasting.recallCommand(key)),
  };
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  const memory = createMemoryStore(() => 0);
  return { lasting, state, logged, store: withFallback(store, memory, log, () => state.now) };
}

describe('withFallback', () => {
  it('is the store as long as that answers', async () => {
    const { lasting, store, logged } = broken();
    await lasting.firstSeen('seen by another replica');
    expect(await store.firstSeen('seen by another replica')).toBe(false);
    expect(await store.firstSeen('new')).toBe(true);
    const key = await store.keepCommand('search a');
    expect(await lasting.recallCommand(key)).toBe('search a');
    expect(await store.recallCommand(await lasting.keepCommand('search b'))).toBe('search b');
    expect(logged).toEqual([]);
  });

  it('answers from memory while it fails', async () => {
    const { state, store } = broken();
    state.fails = true;
    expect(await store.firstSeen('a')).toBe(true);
    expect(await store.firstSeen('a')).toBe(false);
    const key = await store.keepCommand('search a');
    expect(await store.recallCommand(key)).toBe('search a');
    expect(await store.recallCommand('x')).toBeNull();
  });

  it('takes nothing for new that came before it failed, nor what came then once it is back', async () => {
    const { state, store } = broken();
    expect(await store.firstSeen('before')).toBe(true);
    state.fails = true;
    expect(await store.firstSeen('before')).toBe(false);
    expect(await store.firstSeen('meanwhile')).toBe(true);
    const key = await store.keepCommand('search meanwhile');
    state.fails = false;
    expect(await store.firstSeen('meanwhile')).toBe(false);
    expect(await store.recallCommand(key)).toBe('search meanwhile');
  });

  it('logs a fault once a minute, and what it is', async () => {
    const { state, store, logged } = broken();
    state.fails = true;
    for (const key of ['a', 'b', 'c']) await store.firstSeen(key);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('It is away.');
    state.now = 59_999;
    await store.keepCommand('d');
    expect(logged).toHaveLength(1);
    state.now = 60_000;
    await store.keepCommand('e');
    expect(logged).toHaveLength(2);
  });
});
