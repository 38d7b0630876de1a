import type { Said, Visible, Wire } from './platform.ts';

export const BOT = '900000000000000002';

/** Milliseconds since 1970. https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000n;

const PATH = /\/channels\/(\d+)\/messages(?:\?(.*))?$/;

const instantOf = (snowflake: string): number => Number((BigInt(snowflake) >> 22n) + EPOCH);

const refusal = (status: number, code: number, message: string): Said => ({
  status,
  body: { code, message },
});

/** Without its nonce: Discord tells that with the answer and the event alone. */
const messageOf = (channel: string, { id, at, sent }: Visible): Readonly<Record<string, unknown>> => ({
  id,
  channel_id: channel,
  type: 0,
  author: { id: BOT, username: 'desk', bot: true },
  content: '',
  timestamp: new Date(at).toISOString(),
  flags: sent['flags'],
  components: sent['components'],
});

/** As much of Discord's API as posting and reading back take: https://docs.discord.com/developers/resources/message. */
export const discordWire: Wire = {
  // Less than the digest waits before it sends again, which is harder than Discord's few minutes.
  remembersKeys: 200,
  read({ url = '', method }, body) {
    const [, channel, query] = PATH.exec(url) ?? [];
    if (channel === undefined) return { type: 'other', said: refusal(404, 0, '404: Not Found') };
    if (method === 'POST') return { type: 'post', channel, sent: JSON.parse(body) };
    const asked = new URLSearchParams(query);
    const after = asked.get('after');
    return {
      type: 'history',
      channel,
      after: after === null ? 0 : instantOf(after),
      most: Number(asked.get('limit') ?? 50),
    };
  },
  id: (at, n) => String(((BigInt(at) - EPOCH) << 22n) | BigInt(n % 4_194_304)),
  key: (sent) => String(sent['nonce']),
  posted: (channel, message) => ({
    status: 200,
    body: { ...messageOf(channel, message), nonce: message.sent['nonce'] },
  }),
  history: (messages, channel) => ({
    status: 200,
    body: messages.map((each) => messageOf(channel, each)).toReversed(),
  }),
  limited: () => ({
    status: 429,
    headers: { 'retry-after': '0.05', 'x-ratelimit-scope': 'shared' },
    body: { message: 'You are being rate limited.', retry_after: 0.05, global: false },
  }),
  refusing: () => refusal(403, 50_013, 'Missing Permissions'),
  unreadable: () => refusal(403, 50_001, 'Missing Access'),
};
