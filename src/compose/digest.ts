import type { Logger } from 'pino';
import type { LinkTo } from '../corpus/links.ts';
import type { Corpus } from '../corpus/types.ts';
import { createDigest, unavailableDigest } from '../digest/control.ts';
import { createEngine, type Engine } from '../digest/engine.ts';
import { prepareExcerpts } from '../digest/excerpt/excerpts.ts';
import type { Parts } from '../digest/parts.ts';
import type { Sender } from '../digest/sender.types.ts';
import { usualTiming } from '../digest/timing.ts';
import type { Digest } from '../digest/types.ts';
import { faultLine, isStartFault, type StartFault } from '../fault.ts';
import type { DeskConfig } from '../settings/types.ts';
import { withFallback } from '../store/fallback.ts';
import { createMemoryStore } from '../store/memory.ts';
import { openStore } from '../store/open.ts';
import type { LastingStore, Store } from '../store/types.ts';
import { systemClock } from './clock.ts';
import { createSelection } from './excerpt-selection.ts';

/** What outlives the process, and what is made of it. */
export interface Kept {
  readonly store: Store;
  readonly digest: Digest;
  /** Why nothing is kept; null where all is well. */
  readonly fault: StartFault | null;
  /** Posts what is due from now on; null where nothing is kept, or no platform is there to post on. */
  post(senders: readonly Sender[]): Engine | null;
  close(): Promise<void>;
}

export interface Keeping {
  readonly config: DeskConfig;
  readonly corpus: Corpus;
  readonly linkTo: LinkTo;
  readonly log: Logger;
}

const TIDYING = 3_600_000;

const sinceStart = (): number => performance.now();

/** A digest command that meets a broken store is told what is wrong with it. */
const guarded = (digest: Digest, log: Logger): Digest => ({
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

/** Takes out old rows now and every hour. @returns ends it. */
function tidying(store: LastingStore, log: Logger): () => void {
  const tidy = (): void => {
    store.tidy().catch((err: unknown) => log.error({ err }, 'old rows could not be taken out of the store'));
  };
  tidy();
  const timer = setInterval(tidy, TIDYING);
  timer.unref();
  return () => clearInterval(timer);
}

function keptIn(store: LastingStore, { config, corpus, linkTo, log }: Keeping): Kept {
  const parts: Parts = {
    store: store.digest,
    clock: systemClock,
    timing: { ...usualTiming, grace: config.digestGrace },
    excerpts: createSelection(corpus),
    linkTo,
    log: log.child({ part: 'digest' }),
  };
  const control = createDigest({ ...parts, defaultZone: config.digestZone, random: Math.random });
  prepareExcerpts(corpus, systemClock.breathe).catch((err: unknown) =>
    log.error({ err }, 'the excerpts could not be prepared'),
  );
  let endTidying = (): void => undefined;
  return {
    store: withFallback(store, createMemoryStore(sinceStart), log, sinceStart),
    digest: guarded(control, log),
    fault: null,
    post(senders) {
      if (senders.length === 0) return null;
      endTidying = tidying(store, log);
      const engine = createEngine(parts, senders);
      engine.run().catch((err: unknown) => log.error({ err }, 'the digest has ended'));
      return engine;
    },
    close() {
      endTidying();
      return store.close();
    },
  };
}

/** Opens the store. One that cannot be used is no reason not to start: searching does without it. */
export async function openKept(keeping: Keeping): Promise<Kept> {
  const { dataDirectory, databaseUrl } = keeping.config;
  try {
    return keptIn(await openStore({ dataDirectory, databaseUrl, now: () => Date.now() }), keeping);
  } catch (error) {
    if (!isStartFault(error)) throw error;
    const fault = { problem: error.problem, remedy: error.remedy };
    return {
      store: createMemoryStore(sinceStart),
      digest: unavailableDigest(faultLine(fault)),
      fault,
      post: () => null,
      close: async () => undefined,
    };
  }
}
