import type { Logger } from 'pino';

/** The handlers that are at work. */
export interface UnderWay {
  /** Runs a handler, whose fault is logged and goes no further: discord.js would end the process. */
  run(handler: () => Promise<unknown>): void;
  /** Resolves when all that is under way has finished. */
  settled(): Promise<void>;
}

export function createUnderWay(log: Logger): UnderWay {
  const all = new Set<Promise<void>>();
  const guarded = async (handler: () => Promise<unknown>): Promise<void> => {
    try {
      await handler();
    } catch (fault) {
      log.error({ err: fault }, 'a handler failed');
    }
  };
  return {
    run(handler) {
      const work = guarded(handler).finally(() => all.delete(work));
      all.add(work);
    },
    async settled() {
      await Promise.all(all);
    },
  };
}
