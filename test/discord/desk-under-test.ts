import { PassThrough } from 'node:stream';
import { startDiscord } from '../../adapters/discord/start.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createDesk } from '../../src/desk.ts';
import type { Desk } from '../../src/desk.types.ts';
import { createLinks } from '../../src/links.ts';
import { createLog } from '../../src/log.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/types.ts';
import { type DiscordServer, startDiscordServer, TOKEN } from '../peers/discord-server.ts';

const corpus = await readCorpus('seeds');
const linkTo = createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' });

export interface Running {
  readonly server: DiscordServer;
  readonly desk: Desk;
  readonly store: Store;
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
}

/** The real desk on the real articles, through the real discord.js, on a loopback Discord. */
export async function runDesk(setting: Setting = {}): Promise<Running> {
  const server = setting.server ?? (await startDiscordServer());
  const lines: string[] = [];
  const stream = new PassThrough().on('data', (line) => lines.push(String(line)));
  const log = createLog('debug', stream);
  const own = createDesk({ corpus, linkTo, log, random: () => 0.5 });
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
    inviteUrl: surface.inviteUrl,
    ready: surface.ready,
    logged: () => lines.join(''),
    async stop() {
      await surface.stop();
      if (setting.server === undefined) await server.stop();
    },
  };
}
