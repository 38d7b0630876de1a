import { PassThrough } from 'node:stream';
import { startDiscord } from '../../adapters/discord/start.ts';
import { createSelection } from '../../src/compose/excerpt-selection.ts';
import { createLog } from '../../src/compose/log.ts';
import { createWording } from '../../src/compose/wording.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk } from '../../src/desk/types.ts';
import { createDigest } from '../../src/digest/control.ts';
import { createEngine, type Engine } from '../../src/digest/engine.ts';
import type { Sender } from '../../src/digest/ports/sender.ts';
import { usualTiming } from '../../src/digest/timing.ts';
import type { Digest } from '../../src/digest/types.ts';
import type { Message } from '../../src/message/types.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { LastingStore, Store } from '../../src/store/types.ts';
import type { TestClock } from '../digest/clock.ts';
import { noDigest } from '../digest/no-digest.ts';
import { type DiscordServer, startDiscordServer, TOKEN } from '../peers/discord-server.ts';

const corpus = await readCorpus('seeds');
const excerpts = createSelection(corpus);
const linkTo = createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' });

export interface Running {
  readonly server: DiscordServer;
  readonly desk: Desk;
  readonly store: Store;
  readonly sender: Sender<Message>;
  readonly inviteUrl: string;
  readonly ready: string;
  /** What was logged so far, as JSON lines. */
  logged(): string;
  stop(): Promise<void>;
}

interface Setting {
  readonly guildId?: string | null;
  readonly token?: string;
  readonly server?: DiscordServer;
  /** Puts something in the place of the desk's own parts. */
  readonly change?: (desk: Desk) => Partial<Desk>;
  readonly store?: Store;
  readonly digest?: Digest;
}

/** What the desk under test logs. */
function createLines() {
  const lines: string[] = [];
  const stream = new PassThrough().on('data', (line) => lines.push(String(line)));
  return { log: createLog('debug', stream), logged: () => lines.join('') };
}

/** The real desk on the real articles, through the real discord.js, on a loopback Discord. */
export async function runDesk(setting: Setting = {}): Promise<Running> {
  const server = setting.server ?? (await startDiscordServer());
  const { log, logged } = createLines();
  const own = createDesk({ corpus, linkTo, digest: setting.digest ?? noDigest, log, random: () => 0.5 });
  const desk = { ...own, ...setting.change?.(own) };
  const store = setting.store ?? createMemoryStore(() => performance.now());
  const surface = await startDiscord(
    { desk, store, log },
    { token: setting.token ?? TOKEN, guildId: setting.guildId ?? null, apiUrl: server.apiUrl },
  );
  return {
    server,
    desk,
    store,
    sender: surface.sender,
    inviteUrl: surface.inviteUrl,
    ready: surface.ready,
    logged,
    async stop() {
      await surface.stop();
      if (setting.server === undefined) await server.stop();
    },
  };
}

export interface RunningDigest extends Running {
  readonly engine: Engine;
}

/** The same with a digest that lives by the clock, in a database that outlives the desk. */
export async function runDigest(
  clock: TestClock,
  { server, database }: { readonly server: DiscordServer; readonly database: LastingStore },
): Promise<RunningDigest> {
  const parts = {
    store: database.digest,
    clock,
    timing: { ...usualTiming, grace: 6 * 3_600_000 },
    excerpts,
    wording: createWording(linkTo),
    log: createLines().log,
  };
  const digest = createDigest({ ...parts, defaultZone: 'Etc/UTC', random: () => 0.5 });
  const running = await runDesk({ server, store: database, digest });
  return { ...running, engine: createEngine(parts, [running.sender]) };
}
