import type { Said, Visible, Wire } from './platform.ts';

export const BOT_ID = 'B0TORTURE';
export const BOT_USER = 'U0THEDESK';

const ok = (more: Readonly<Record<string, unknown>>): Said => ({ status: 200, body: { ok: true, ...more } });
const refusal = (error: string): Said => ({ status: 200, body: { ok: false, error } });

const metadataOf = (
  sent: Readonly<Record<string, unknown>>,
): { readonly event_payload?: { key?: unknown } } => JSON.parse(String(sent['metadata'] ?? '{}'));

const messageOf = ({ id, sent }: Visible): Readonly<Record<string, unknown>> => ({
  type: 'message',
  bot_id: BOT_ID,
  user: BOT_USER,
  ts: id,
  text: sent['text'],
  metadata: metadataOf(sent),
});

/** As much of Slack's Web API as posting and reading back take: https://docs.slack.dev/reference/methods. */
export const slackWire: Wire = {
  // Slack knows no post by its metadata.
  remembersKeys: 0,
  read({ url = '' }, body) {
    const sent = Object.fromEntries(new URLSearchParams(body));
    const channel = sent['channel'] ?? '';
    if (url.endsWith('/chat.postMessage')) return { type: 'post', channel, sent };
    if (url.endsWith('/conversations.history')) {
      return {
        type: 'history',
        channel,
        after: Number(sent['oldest'] ?? 0) * 1000,
        most: Number(sent['limit']),
      };
    }
    return { type: 'other', said: refusal('unknown_method') };
  },
  id: (at, n) => `${Math.floor(at / 1000)}.${String(n % 1_000_000).padStart(6, '0')}`,
  key: (sent) => String(metadataOf(sent).event_payload?.key),
  posted: (channel, message) => ok({ channel, ts: message.id, message: messageOf(message) }),
  history: (messages) =>
    ok({
      messages: messages.toReversed().map(messageOf),
      has_more: false,
      response_metadata: { next_cursor: '' },
    }),
  // In whole seconds, which the digest counts by its own clock.
  limited: () => ({
    status: 429,
    headers: { 'retry-after': '300' },
    body: { ok: false, error: 'ratelimited' },
  }),
  refusing: () => refusal('is_archived'),
  unreadable: () => refusal('missing_scope'),
};
