import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { createLinks } from '../corpus/links.ts';
import type { Corpus } from '../corpus/types.ts';
import { createDesk } from '../desk/desk.ts';
import type { Surface } from '../desk/surface.ts';
import { faultLine, type StartFault } from '../fault.ts';
import { readConfig, readListening } from '../settings/config.ts';
import type { Environment } from '../settings/environment.ts';
import type { Config } from '../settings/types.ts';
import { loadCorpus } from './corpus.ts';
import { createLog } from './log.ts';
import { probePort } from './port.ts';
import { openStorage } from './storage.ts';
import { adapters, attempt, type Starters, startSurfaces } from './surfaces.ts';

/** Where the start says what it has to say. */
export type Say = (line: string) => void;

/** A desk that runs, or why it does not. */
export type Started =
  | { readonly stop: () => Promise<void>; readonly faults: readonly [] }
  | { readonly stop: null; readonly faults: readonly StartFault[] };

const refused = (faults: readonly StartFault[]): Started => ({ stop: null, faults });

/** What a desk needs before it starts anything. */
interface Prepared {
  readonly config: Config;
  readonly corpus: Corpus;
  /** Of files that could not be read; the others do without them. */
  readonly unread: readonly StartFault[];
  readonly port: number;
}

/** Settings, articles and port, looked at together, so that every fault is told at once. */
async function prepare(environment: Environment): Promise<Prepared | readonly StartFault[]> {
  const { config, faults } = readConfig(environment);
  const { host, port, corpusDirectory } = readListening(environment);
  // A host can be at fault also where the port is no number.
  const free = host === null ? null : await attempt(() => probePort(host, port ?? 0));
  const { corpus, faults: unread } = await loadCorpus(corpusDirectory);
  if (config !== null && corpus !== null && typeof free === 'number') {
    return { config, corpus, unread, port: free };
  }
  return [
    ...faults,
    ...(free === null || typeof free === 'number' ? [] : [free]),
    ...(corpus === null ? unread : []),
  ];
}

const TOKENS =
  'for Slack put SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env, for Discord DISCORD_TOKEN (README, “Slack” and “Discord”)';

function announce(
  { config, corpus, unread }: Prepared,
  url: string,
  chat: readonly Surface[],
  say: Say,
): void {
  const pages = config.playground ? `Playground and reader: ${url}` : `Reader: ${url}/a/`;
  const articles = `${corpus.articles.size} ${corpus.articles.size === 1 ? 'article' : 'articles'}`;
  for (const fault of unread) say(faultLine(fault));
  if (chat.length === 0) {
    say(`SCO Desk, ${articles}. ${pages}; ${TOKENS}.`);
    return;
  }
  say(`SCO Desk, ${articles}. ${pages}`);
  for (const { ready } of chat) say(ready);
  if (config.publicUrl === null && config.sourceUrlTemplate === null) {
    say(
      `Teammates cannot follow links to ${url}: set PUBLIC_URL or SOURCE_URL_TEMPLATE in .env. Until then “Open” shows every source in the chat itself.`,
    );
  }
}

async function startOn(prepared: Prepared, log: Logger, say: Say, starters: Starters): Promise<Started> {
  const { config, corpus, port } = prepared;
  const linkTo = createLinks({ ...config, localUrl: `http://localhost:${port}` });
  const storage = await openStorage({ config, corpus, linkTo, log });
  const { store, digest, fault } = storage;
  const desk = createDesk({ corpus, linkTo, digest, log, random: Math.random });
  const surfaces = await startSurfaces(prepared, { desk, store, log }, starters);
  if (!('chat' in surfaces)) {
    await storage.close();
    return refused(surfaces);
  }
  const { chat, web } = surfaces;
  announce(prepared, web.url, chat, say);
  if (fault !== null) say(`The digest is off. ${faultLine(fault)}`);
  const engine = storage.post(chat.flatMap(({ sender }) => (sender === null ? [] : [sender])));
  return {
    faults: [],
    stop: async () => {
      // Posts in flight need their platform and their store to the end.
      await engine?.stop();
      await surfaces.stop();
      await storage.close();
    },
  };
}

/**
 * Starts the desk on every surface that is configured.
 *
 * @param starters the adapters unless told.
 */
export async function start(
  environment: Environment,
  args: readonly string[],
  say: Say,
  starters: Starters = adapters,
): Promise<Started> {
  let corpus: string | undefined;
  try {
    ({ corpus } = parseArgs({ args: [...args], options: { corpus: { type: 'string' } } }).values);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return refused([{ problem, remedy: 'Usage: npm start -- [--corpus DIR]' }]);
  }
  const prepared = await prepare(corpus === undefined ? environment : { ...environment, CORPUS_DIR: corpus });
  if (!('config' in prepared)) return refused(prepared);
  return startOn(prepared, createLog(prepared.config.logLevel), say, starters);
}
