import { type Client, Events } from 'discord.js';
import { DiscordStartError, startError } from './start-error.ts';

/** Discord sends READY at once; discord.js waits up to 15 seconds for the servers after it. */
const PATIENCE = 30_000;

/**
 * Logs in and waits until Discord is ready.
 *
 * @throws DiscordStartError when Discord refuses the token, cannot be reached or does not get ready.
 */
export async function login(client: Client, token: string): Promise<Client<true>> {
  const { promise, resolve, reject } = Promise.withResolvers<Client<true>>();
  const late = setTimeout(() => reject(new Error(`not ready after ${PATIENCE / 1000} seconds`)), PATIENCE);
  const closed = ({ code }: { code: number }): void => {
    reject(
      new DiscordStartError(
        `Discord closed the connection (${code})`,
        'Check DISCORD_TOKEN, and the application at https://discord.com/developers/applications.',
      ),
    );
  };
  client.once(Events.ClientReady, resolve);
  client.once(Events.ShardDisconnect, closed);
  try {
    const [ready] = await Promise.all([promise, client.login(token)]);
    return ready;
  } catch (fault) {
    await client.destroy();
    throw startError(fault);
  } finally {
    clearTimeout(late);
    client.off(Events.ShardDisconnect, closed);
  }
}
