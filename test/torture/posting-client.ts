import { Client, ClientUser } from 'discord.js';

/** Of the client alone: what is measured here is Discord's limit on the other side of the wire. */
const NO_LIMIT = 1_000_000;

const hasUser = (client: Client): client is Client<true> => client.user !== null;

/**
 * A Discord client that never connects to the gateway: posting takes its REST and its user alone.
 *
 * @param url in the place of https://discord.com.
 */
export function postingClient(url: string, id: string): Client<true> {
  const client = new Client({ intents: [], rest: { api: `${url}/api`, globalRequestsPerSecond: NO_LIMIT } });
  client.user = Reflect.construct(ClientUser, [client, { id, username: 'desk', bot: true }]);
  if (!hasUser(client)) throw new Error('The client has no user.');
  return client;
}
