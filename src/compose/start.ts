import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import type { SlackSurface } from '../../adapters/slack/start.ts';
import { createLinks } from '../corpus/links.ts';
import type { Corpus } from '../corpus/types.ts';
import { createDesk } from '../desk/desk.ts';
import type { Surface, SurfaceContext } from '../desk/surface.ts';
import { faultLine, isStartFault, type StartFault } from '../fault.ts';
import { readConfig, readListening } from '../settings/config.ts';
import type { Environment } from '../settings/environment.ts';
import type { Config } from '../settings/types.ts';
import { loadCorpus } from './corpus.ts';
import { openKept } from './digest.ts';
import { createDrawing } from './drawing.ts';
import { createLog } from './log.ts';
import { probePort } from './port.ts';

/** Where the start says what it has to say. */
export type Say = (line: string) => void;

/** A desk that runs, or why it does not. */
export type Started =
  | { readonly stop: () => Promise<void>; readonly faults: readonly [] }
  | { readonly stop: null; readonly faults: readonly StartFault[] };

const refused = (faults: readonly StartFault[]): Started => ({ stop: null, faults });

/** The value, or the fault for people that kept it from being there; any other error goes on up. */
async function attempt<T>(work: () => Promise<T>): Promise<T | StartFault> {
  try {
    return await work();
  } catch (error) {
    if (isStartFault(error)) return { problem: error.problem, remedy: error.remedy };
    throw error;
  }
}

const isFault = (value: object): value is StartFault => 'problem' in value && 'remedy' in value;

interface Ground {
  readonly config: Config;
  readonly corpus: Corpus;
  readonly unread: readonly StartFault[];
  readonly port: number;
}

/** Settings, articles and port, looked at together, so that every fault is told at once. */
async function prepare(environment: Environment): Promise<Ground | readonly StartFault[]> {
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

/** Starts the chat surfaces that are configured, side by side; each that fails gives its fault. */
async function startChat(config: Config, context: SurfaceContext) {
  const { slack, discord } = config;
  const [onSlack, onDiscord] = await Promise.all([
    slack === null
      ? null
      : attempt(async () => (await import('../../adapters/slack/start.ts')).startSlack(context, slack)),
    discord === null
      ? null
      : attempt(async () => (await import('../../adapters/discord/start.ts')).startDiscord(context, discord)),
  ]);
  return { onSlack, onDiscord };
}

const TOKENS =
  'for Slack put SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env, for Discord DISCORD_TOKEN (README, “Slack” and “Discord”)';

function announce({ config, corpus, unread }: Ground, url: string, chat: readonly Surface[], say: Say): void {
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

async function startSurfaces(ground: Ground, log: Logger, say: Say): Promise<Started> {
  const { config, corpus, port } = ground;
  const linkTo = createLinks({ ...config, localUrl: `http://localhost:${port}` });
  const kept = await openKept({ config, corpus, linkTo, log });
  const { store, digest } = kept;
  const desk = createDesk({ corpus, linkTo, digest, log, random: Math.random });
  const context: SurfaceContext = { desk, store, log };
  const { onSlack, onDiscord } = await startChat(config, context);
  const isSurface = <S extends Surface>(surface: S | StartFault | null): surface is S =>
    surface !== null && !isFault(surface);
  const slack: SlackSurface | null = isSurface(onSlack) ? onSlack : null;
  const chat: readonly Surface[] = [onSlack, onDiscord].filter(isSurface);
  const stopChat = async (): Promise<void> => {
    await Promise.allSettled(chat.map((surface) => surface.stop()));
  };
  const { startWeb } = await import('../../adapters/web/start.ts');
  const web = await attempt(() =>
    startWeb(context, {
      host: config.host,
      port,
      playground: config.playground,
      draw: createDrawing(store),
      mounts: new Map(slack?.handler == null ? [] : [['/slack/events', slack.handler]]),
    }),
  );
  const faults = [onSlack, onDiscord, web].filter((each) => each !== null && isFault(each));
  if (isFault(web) || faults.length > 0) {
    await stopChat();
    if (!isFault(web)) await web.stop();
    await kept.close();
    return refused(faults);
  }
  announce(ground, web.url, chat, say);
  if (kept.fault !== null) say(`The digest is off. ${faultLine(kept.fault)}`);
  const engine = kept.post(chat.flatMap(({ sender }) => (sender === null ? [] : [sender])));
  return {
    faults: [],
    stop: async () => {
      // Posts in flight need their platform and their store to the end.
      await engine?.stop();
      await Promise.allSettled([web.stop(), stopChat()]);
      await kept.close();
    },
  };
}

/** Starts the desk on every surface that is configured. */
export async function start(environment: Environment, args: readonly string[], say: Say): Promise<Started> {
  let corpus: string | undefined;
  try {
    ({ corpus } = parseArgs({ args: [...args], options: { corpus: { type: 'string' } } }).values);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return refused([{ problem, remedy: 'Usage: npm start -- [--corpus DIR]' }]);
  }
  const ground = await prepare(corpus === undefined ? environment : { ...environment, CORPUS_DIR: corpus });
  if (!('config' in ground)) return refused(ground);
  return startSurfaces(ground, createLog(ground.config.logLevel), say);
}
