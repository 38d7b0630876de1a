import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import { StartError } from '../chat/start-error.ts';
import { startErrorOf } from './start-error.ts';

/**
 * A client with nothing privileged: Discord gives the text of mentions and direct messages without the intent
 * for message content. Messages are not kept; a direct message's channel may be unknown when it arrives.
 */
export function createClient(apiUrl: string | null, log: Logger): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    ...(apiUrl === null ? {} : { rest: { api: apiUrl } }),
  });
  client.on(Events.Error, (err) => log.error({ err }, 'discord.js'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js'));
  client.on(Events.ShardError, (err) => log.error({ err }, 'the connection to Discord failed; trying again'));
  client.on(Events.ShardReconnecting, () => log.info('connecting to Discord again'));
  client.on(Events.ShardResume, (_shard, replayed) => log.info({ replayed }, 'connected to Discord again'));
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.error({ code }, 'Discord closed the connection for good: check DISCORD_TOKEN and start again'),
  );
  client.on(Events.Invalidated, () => log.error('Discord ended the session for good: start again'));
  return client;
}

/** Discord sends READY at once; discord.js waits up to 15 seconds for the servers after it. Milliseconds. */
const READY_WITHIN = 30_000;

/**
 * Logs in and waits until Discord is ready.
 *
 * @throws {StartError} when Discord refuses the token, cannot be reached or does not get ready.
 */
export async function login(client: Client, token: string): Promise<Client<true>> {
  const { promise, resolve, reject } = Promise.withResolvers<Client<true>>();
  const late = setTimeout(
    () => reject(new Error(`not ready after ${READY_WITHIN / 1000} seconds`)),
    READY_WITHIN,
  );
  const closed = ({ code }: { code: number }): void => {
    const problem = `Discord closed the connection (${code})`;
    const remedy = 'Check DISCORD_TOKEN, and the application at https://discord.com/developers/applications.';
    reject(new StartError({ problem, remedy }));
  };
  client.once(Events.ClientReady, resolve);
  client.once(Events.ShardDisconnect, closed);
  try {
    const [ready] = await Promise.all([promise, client.login(token)]);
    return ready;
  } catch (fault) {
    await client.destroy();
    throw startErrorOf(fault);
  } finally {
    clearTimeout(late);
    client.off(Events.ShardDisconnect, closed);
  }
}
