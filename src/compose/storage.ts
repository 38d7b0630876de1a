import type { Logger } from 'pino';
import type { LinkTo } from '../corpus/links.ts';
import type { Corpus } from '../corpus/types.ts';
import { createDigest, unavailableDigest } from '../digest/control.ts';
import { createEngine, type Engine } from '../digest/engine.ts';
import { prepareExcerpts } from '../digest/excerpt/excerpts.ts';
import type { Parts } from '../digest/parts.ts';
import type { Clock } from '../digest/ports/clock.ts';
import type { Sender } from '../digest/ports/sender.ts';
import { usualTiming } from '../digest/timing.ts';
import type { Digest } from '../digest/types.ts';
import { faultLine, isStartFault, type StartFault } from '../fault.ts';
import type { Message } from '../message/types.ts';
import type { DeskConfig } from '../settings/types.ts';
import { withFallback } from '../store/fallback.ts';
import { createMemoryStore } from '../store/memory.ts';
import { openStore } from '../store/open.ts';
import type { LastingStore, Store } from '../store/types.ts';
import { systemClock } from './clock.ts';
import { createSelection } from './excerpt-selection.ts';
import { createWording } from './wording.ts';

/** What outlives the process, and the digest that is made of it. */
export interface Storage {
  readonly store: Store;
  readonly digest: Digest;
  /** Why nothing outlives the process; null where all is well. */
  readonly fault: StartFault | null;
  /**
   * Posts what is due from now on, and takes what has served its time out of the store.
   *
   * @returns null where the store cannot be used, or no platform is there to post on.
   */
  post(senders: readonly Sender<Message>[]): Engine | null;
  close(): Promise<void>;
}

export interface StorageSettings {
  readonly config: Pick<DeskConfig, 'dataDirectory' | 'databaseUrl' | 'digestZone' | 'digestGrace'>;
  readonly corpus: Corpus;
  readonly linkTo: LinkTo;
  readonly log: Logger;
  /** The machine's own unless told. */
  readonly clock?: Clock;
}

/** Between two rounds of taking out old rows. Milliseconds. */
const TIDYING = 3_600_000;

/** A digest command that meets a broken store is told what is wrong with it. */
const explainingFaults = (digest: Digest, log: Logger): Digest => ({
  async run(command, asked) {
    try {
      return await digest.run(command, asked);
    } catch (error) {
      if (!isStartFault(error)) throw error;
      log.error({ err: error }, 'the store could not be used');
      return unavailableDigest(faultLine(error)).run(command, asked);
    }
  },
});

/** Takes out old rows now and every hour, until the signal. */
async function tidyHourly(
  store: LastingStore,
  clock: Clock,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await store
      .tidy()
      .catch((err: unknown) => log.error({ err }, 'old rows could not be taken out of the store'));
    await clock.wait(TIDYING, signal);
  }
}

function storageOn(
  store: LastingStore,
  { config, corpus, linkTo, log, clock = systemClock }: StorageSettings,
): Storage {
  const parts: Parts<Message> = {
    store: store.digest,
    clock,
    timing: { ...usualTiming, grace: config.digestGrace },
    excerpts: createSelection(corpus),
    wording: createWording(linkTo),
    log: log.child({ part: 'digest' }),
  };
  const control = createDigest({ ...parts, defaultZone: config.digestZone, random: Math.random });
  prepareExcerpts(corpus, clock.breathe).catch((err: unknown) =>
    log.error({ err }, 'the excerpts could not be prepared'),
  );
  const closing = new AbortController();
  let tidying = Promise.resolve();
  return {
    store: withFallback(store, createMemoryStore(clock.now), log, clock.now),
    digest: explainingFaults(control, log),
    fault: null,
    post(senders) {
      tidying = tidyHourly(store, clock, log, closing.signal);
      if (senders.length === 0) return null;
      const engine = createEngine(parts, senders);
      engine.run().catch((err: unknown) => log.error({ err }, 'the digest has ended'));
      return engine;
    },
    async close() {
      closing.abort();
      await tidying;
      await store.close();
    },
  };
}

/** Opens the store. One that cannot be used is no reason not to start: searching does without it. */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  const { dataDirectory, databaseUrl } = settings.config;
  const { now } = settings.clock ?? systemClock;
  try {
    return storageOn(await openStore({ dataDirectory, databaseUrl, now }), settings);
  } catch (error) {
    if (!isStartFault(error)) throw error;
    const fault = { problem: error.problem, remedy: error.remedy };
    return {
      store: createMemoryStore(now),
      digest: unavailableDigest(faultLine(fault)),
      fault,
      post: () => null,
      close: async () => undefined,
    };
  }
}
