/** What Slack sends, as its reference shows it, cut to what matters: https://docs.slack.dev/interactivity. */

export const WORKSPACE = 'T0000001';
export const CHANNEL = 'C0000001';
export const DIRECT = 'D0000001';
export const PERSON = 'U0000001';
export const BOT = 'U0000BOT';
const RESPONSE_URL = 'https://hooks.slack.com/commands/T0000001/1/x';

type Body = Record<string, unknown>;
type Event = Body & { readonly ts: string };

export const commandBody = (text: string, more: Body = {}): Body => ({
  command: '/sco',
  text,
  response_url: RESPONSE_URL,
  trigger_id: '1.1',
  user_id: PERSON,
  user_name: 'ann',
  team_id: WORKSPACE,
  team_domain: 'team',
  channel_id: CHANNEL,
  channel_name: 'general',
  api_app_id: 'A1',
  ...more,
});

const eventBody = (event: Event): Body => ({
  type: 'event_callback',
  team_id: WORKSPACE,
  api_app_id: 'A1',
  event_id: `Ev${Math.trunc(Number(event.ts))}`,
  event_time: 1,
  event,
});

export const mentionBody = (text: string, more: Body = {}): Body =>
  eventBody({
    type: 'app_mention',
    user: PERSON,
    text,
    ts: '100.1',
    event_ts: '100.1',
    channel: CHANNEL,
    ...more,
  });

export const messageBody = (text: string, more: Body = {}): Body =>
  eventBody({
    type: 'message',
    user: PERSON,
    text,
    ts: '200.1',
    event_ts: '200.1',
    channel: DIRECT,
    channel_type: 'im',
    ...more,
  });

interface Click {
  readonly action: string;
  readonly value?: string;
  readonly channel?: string;
  readonly ts?: string;
  /** The answer that holds the button: seen by one person, in a thread, or open in its conversation. */
  readonly held: 'ephemeral' | 'thread' | 'open';
}

export const clickBody = ({ action, value, channel = CHANNEL, ts = '300.1', held }: Click): Body => ({
  type: 'block_actions',
  team: { id: WORKSPACE, domain: 'team' },
  user: { id: PERSON, username: 'ann', name: 'ann', team_id: WORKSPACE },
  channel: { id: channel, name: 'general' },
  container: {
    type: 'message',
    message_ts: '90.1',
    channel_id: channel,
    is_ephemeral: held === 'ephemeral',
    ...(held === 'thread' ? { thread_ts: '80.1' } : {}),
  },
  ...(held === 'ephemeral'
    ? {}
    : { message: { type: 'message', ts: '90.1', ...(held === 'thread' ? { thread_ts: '80.1' } : {}) } }),
  response_url: RESPONSE_URL,
  trigger_id: '2.2',
  api_app_id: 'A1',
  actions: [
    {
      type: 'button',
      block_id: 'b',
      action_id: action,
      action_ts: ts,
      text: { type: 'plain_text', text: 'Label' },
      ...(value === undefined ? {} : { value }),
    },
  ],
});
