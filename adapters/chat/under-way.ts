import type { Logger } from 'pino';

/** The requests that are being answered. */
export interface UnderWay {
  /** Does the work, whose fault is logged and goes no further: an SDK would let it end the process. */
  run(work: () => Promise<unknown>): Promise<void>;
  /** Resolves when all that is under way has finished, also what began meanwhile. */
  settled(): Promise<void>;
}

export function createUnderWay(log: Logger): UnderWay {
  const running = new Set<Promise<void>>();
  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (err) {
      log.error({ err }, 'A request could not be answered');
    }
  };
  return {
    async run(work) {
      const run = guarded(work);
      running.add(run);
      await run;
      running.delete(run);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
