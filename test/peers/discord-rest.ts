import { commandFaults, listFaults } from './discord-commands.ts';
import { BOT, CHANNEL, channel, DM, type Json, messageEvent, PERSON, user } from './discord-events.ts';
import { isJson } from './discord-gateway.ts';
import { type Sent, wireFaults } from './discord-payload.ts';

export interface Response {
  readonly status: number;
  /** The call is carried out all the same: only its answer is lost. */
  readonly done?: boolean;
  /** Answered no sooner; what is carried out is so before. */
  readonly after?: Promise<unknown>;
  /** The connection is closed in place of an answer. */
  readonly broken?: boolean;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** "the past few minutes": https://docs.discord.com/developers/resources/message#create-message */
const NONCE_LIFE = 3 * 60_000;

/** Discord's first millisecond: https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000;

const EPHEMERAL = 1 << 6;

const refusal = (status: number, code: number, message: string, errors?: unknown): Response => ({
  status,
  body: { code, message, ...(errors === undefined ? {} : { errors }) },
});

/** Discord's answer to a form that it refuses: https://docs.discord.com/developers/reference#error-messages */
const invalid = (faults: readonly string[]): Response =>
  refusal(400, 50_035, 'Invalid Form Body', {
    components: { _errors: faults.map((message) => ({ code: 'BASE_TYPE_INVALID', message })) },
  });

const flagsOf = (message: Json): number => Number(message['flags'] ?? 0);
const idOf = (message: Json): bigint => BigInt(String(message['id']));

/**
 * What Discord keeps of a bot's doings, and its answers; everything sent is checked against Discord's limits.
 *
 * @param now milliseconds since 1970: what messages' ids and times are made of.
 */
export function createRest(address: () => string, now: () => number) {
  const commands = new Map<string, unknown>();
  /** Interactions by id and token, with the flags that they were acknowledged with. */
  const acknowledged = new Map<string, number>();
  const nonces = new Map<string, { readonly message: Json; readonly until: number }>();
  const messages: Json[] = [];
  const hidden = new Set<string>();
  let counter = 0n;
  const newId = (): string => String((BigInt(now() - EPOCH) << 22n) + counter++);

  const sent = (body: Json, channelId: string, more: Json = {}): Response => {
    const faults = wireFaults(body satisfies Sent);
    if (faults.length > 0) return invalid(faults);
    const nonce = typeof body['nonce'] === 'string' ? body['nonce'] : null;
    if (nonce !== null && nonce.length > 25) return invalid(['nonce is too long']);
    const known = nonce === null ? undefined : nonces.get(nonce);
    if (known !== undefined && known.until > now() && body['enforce_nonce'] === true) {
      return { status: 200, body: { ...known.message, nonce } };
    }
    // The server and the member come with the event of a message alone.
    const { guild_id, member, ...plain } = messageEvent(String(body['content'] ?? ''));
    const message: Json = {
      ...plain,
      author: user(BOT, true),
      channel_id: channelId,
      id: newId(),
      timestamp: new Date(now()).toISOString(),
      type: body['message_reference'] === undefined ? 0 : 19,
      components: body['components'] ?? [],
      flags: body['flags'] ?? 0,
      ...more,
    };
    messages.push(message);
    if (nonce === null) return { status: 200, body: message };
    // The history has no nonces: https://github.com/Rapptz/discord.py/issues/2451
    nonces.set(nonce, { message, until: now() + NONCE_LIFE });
    return { status: 200, body: { ...message, nonce } };
  };

  /** The latest first: https://docs.discord.com/developers/resources/message#get-channel-messages */
  const history = (channelId: string, query: URLSearchParams): Response => {
    const limit = Number(query.get('limit') ?? 50);
    if (!(limit >= 1 && limit <= 100)) return invalid(['limit']);
    const after = BigInt(query.get('after') ?? 0);
    const all = messages
      .filter((each) => each['channel_id'] === channelId && (flagsOf(each) & EPHEMERAL) === 0)
      .filter((each) => idOf(each) > after)
      .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    const shown = query.has('after') ? all.slice(0, limit) : all.slice(-limit);
    return { status: 200, body: hidden.has(channelId) ? [] : shown.reverse() };
  };

  const callback = (id: string, token: string, { type, data }: Json): Response => {
    if (acknowledged.has(id)) return refusal(400, 40_060, 'Interaction has already been acknowledged.');
    if (type === 8) {
      const choices = isJson(data) && Array.isArray(data['choices']) ? data['choices'].filter(isJson) : [];
      const long = (text: unknown): boolean => String(text).length < 1 || String(text).length > 100;
      if (choices.length > 25 || choices.some(({ name, value }) => long(name) || long(value))) {
        return invalid(['choices beyond the limits']);
      }
    }
    const flags = isJson(data) ? flagsOf(data) : 0;
    acknowledged.set(id, flags);
    acknowledged.set(token, flags);
    return { status: 204 };
  };

  /** An answer to an interaction: who is shown it was said when it was acknowledged. */
  const answered = (form: Json, token: string, original: boolean): Response => {
    const flags = acknowledged.get(token);
    if (flags === undefined) return refusal(404, 10_015, 'Unknown Webhook');
    const kept = original ? flags & EPHEMERAL : 0;
    const asker = user(PERSON, false);
    const metadata = { id: token, type: 2, user: asker, authorizing_integration_owners: {} };
    return sent(form, CHANNEL, { flags: flagsOf(form) | kept, interaction_metadata: metadata });
  };

  return {
    commands,
    messages,
    hidden,
    /** Puts a message of somebody else into a channel. */
    say: (content: string, channelId: string): void => {
      messages.push({ ...messageEvent(content, { channel_id: channelId }), id: newId() });
    },
    answer: ({ method, path, query, body }: Asked): Response => {
      const route = `${method} ${path}`;
      const form = isJson(body) ? body : {};
      if (route === 'GET /gateway/bot') {
        const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
        return { status: 200, body: { url: address(), shards: 1, session_start_limit: limit } };
      }
      if (route === 'POST /users/@me/channels') return { status: 200, body: channel(DM) };
      const [, place] = /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/.exec(path) ?? ['', null];
      if (place !== null) {
        const faults =
          method === 'PUT' && Array.isArray(body)
            ? [...listFaults(body), ...body.flatMap(commandFaults)]
            : [];
        if (faults.length > 0) return invalid(faults);
        if (method === 'PUT') commands.set(place ?? '', body);
        return { status: 200, body: commands.get(place ?? '') ?? [] };
      }
      const [, id, token] = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path) ?? [];
      if (id !== undefined && token !== undefined) return callback(id, token, form);
      const [, webhook, original] = /^\/webhooks\/\d+\/([^/]+)(\/messages\/@original)?$/.exec(path) ?? [];
      if (webhook !== undefined) return answered(form, webhook, original !== undefined);
      const [, channelId] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
      if (channelId !== undefined && method === 'POST') return sent(form, channelId);
      if (channelId !== undefined && method === 'GET') return history(channelId, query);
      return refusal(404, 0, `404: Not Found: ${route}`);
    },
  };
}
