import { EVENT_REMEMBERED } from './events.ts';
import { commandKey } from './seal.ts';
import type { Store } from './types.ts';

/** Enough for as long as a busy workspace's events are remembered, and a bound on memory. */
const MOST_EVENTS = 100_000;
const MOST_COMMANDS = 10_000;

/** Removes the oldest entries of an insertion-ordered map until it has room for one more. */
function makeRoom(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size < most) return;
    map.delete(key);
  }
}

/**
 * A store that lasts as long as the process: after a restart a repeated event is answered again, and a stored
 * command is gone, which its button says.
 *
 * @param now milliseconds since any fixed moment.
 */
export function createMemoryStore(now: () => number): Store {
  const seen = new Map<string, number>();
  const commands = new Map<string, string>();

  const forgetOld = (): void => {
    for (const [key, at] of seen) {
      if (now() - at < EVENT_REMEMBERED) return;
      seen.delete(key);
    }
  };

  return {
    firstSeen: async (key) => {
      forgetOld();
      if (seen.has(key)) return false;
      makeRoom(seen, MOST_EVENTS);
      seen.set(key, now());
      return true;
    },
    keepCommand: async (command) => {
      const key = commandKey(command);
      commands.delete(key);
      makeRoom(commands, MOST_COMMANDS);
      commands.set(key, command);
      return key;
    },
    recallCommand: async (key) => commands.get(key) ?? null,
  };
}
