import type { Logger } from 'pino';
import type { Store } from './types.ts';

/** A store that is away fails every request: once a minute is enough to know. Milliseconds. */
const SAID_AGAIN = 60_000;

/**
 * The store, and for as long as it fails the memory in its place, so that searching goes on. Events are marked in
 * the memory all along, so that one of them is not taken for new when the store is back.
 *
 * @param now milliseconds since any fixed moment.
 */
export function withFallback(store: Store, memory: Store, log: Logger, now: () => number): Store {
  let saidAt: number | null = null;

  const orElse = async <T>(answer: Promise<T>, instead: () => Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (saidAt === null || now() - saidAt >= SAID_AGAIN) {
        saidAt = now();
        log.error({ err: error }, 'the store failed; what it would have kept is kept in memory');
      }
      return instead();
    }
  };

  return {
    firstSeen: async (key) =>
      (await memory.firstSeen(key)) && (await orElse(store.firstSeen(key), async () => true)),
    keepCommand: (command) => orElse(store.keepCommand(command), () => memory.keepCommand(command)),
    recallCommand: async (key) =>
      (await orElse(store.recallCommand(key), async () => null)) ?? (await memory.recallCommand(key)),
  };
}
