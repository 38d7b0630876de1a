import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';

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
