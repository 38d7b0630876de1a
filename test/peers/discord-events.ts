/** Discord's own ids and events, as its gateway sends them: https://docs.discord.com/developers/events/gateway-events */

export const APPLICATION = '1000000000000000001';
export const BOT = '1000000000000000002';
export const GUILD = '2000000000000000001';
export const CHANNEL = '3000000000000000001';
export const DM = '3000000000000000002';
export const PERSON = '4000000000000000001';

export type Json = Readonly<Record<string, unknown>>;

export const user = (id: string, bot: boolean) => ({
  id,
  username: bot ? 'desk' : 'ann',
  discriminator: '0',
  global_name: bot ? 'SCO Desk' : 'Ann *of* Almaty',
  avatar: null,
  bot,
});

export const channel = (id: string) => ({
  id,
  type: id === DM ? 1 : 0,
  name: 'general',
  position: 0,
  permission_overwrites: [],
  ...(id === DM ? { recipients: [user(PERSON, false)] } : { guild_id: GUILD }),
});

/** A server that the bot is in, as the gateway gives it. */
export const guildEvent = {
  id: GUILD,
  name: 'The team',
  owner_id: PERSON,
  roles: [
    {
      id: GUILD,
      name: '@everyone',
      permissions: '0',
      position: 0,
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
    },
  ],
  emojis: [],
  stickers: [],
  features: [],
  channels: [channel(CHANNEL)],
  threads: [],
  members: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  member_count: 2,
  joined_at: '2026-01-01T00:00:00.000Z',
  large: false,
  unavailable: false,
  preferred_locale: 'en-US',
};

let last = 5_000_000_000_000_000_000n;
/** An id that was not there before. */
const newId = (): string => String(++last);

/** A message as the gateway gives it. */
export const messageEvent = (content: string, more: Json = {}): Json => ({
  id: newId(),
  type: 0,
  channel_id: CHANNEL,
  guild_id: GUILD,
  author: user(PERSON, false),
  member: { roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 },
  content,
  timestamp: '2026-01-02T00:00:00.000Z',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: content.includes(`${BOT}>`) ? [user(BOT, true)] : [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  flags: 0,
  components: [],
  ...more,
});

export const directMessageEvent = (content: string, more: Json = {}): Json => {
  const { guild_id, member, ...event } = messageEvent(content, { channel_id: DM });
  return { ...event, channel_type: 1, ...more };
};

/** An interaction as the gateway gives it; in a direct message when `channel_id` is that of one. */
export function interactionEvent(type: number, data: Json, more: Json = {}): Json {
  const id = newId();
  const alone = more['channel_id'] === DM;
  const person = user(PERSON, false);
  const member = {
    user: person,
    nick: null,
    roles: [],
    permissions: '0',
    joined_at: '2026-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
  return {
    id,
    application_id: APPLICATION,
    type,
    data,
    token: `token-${id}`,
    version: 1,
    channel_id: CHANNEL,
    channel: channel(alone ? DM : CHANNEL),
    ...(alone ? { user: person, context: 1 } : { guild_id: GUILD, member, context: 0 }),
    locale: 'en-US',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: { '0': GUILD },
    attachment_size_limit: 1000,
    ...more,
  };
}

const optionList = (options: Json) =>
  Object.entries(options).map(([name, value]) => ({ name, value, type: typeof value === 'number' ? 4 : 3 }));

export const commandEvent = (verb: string, options: Json = {}, more: Json = {}): Json =>
  interactionEvent(
    2,
    { id: '7', name: 'sco', type: 1, options: [{ type: 1, name: verb, options: optionList(options) }] },
    more,
  );

export const autocompleteEvent = (verb: string, name: string, value: string): Json =>
  interactionEvent(4, {
    id: '7',
    name: 'sco',
    type: 1,
    options: [{ type: 1, name: verb, options: [{ type: 3, name, value, focused: true }] }],
  });

export const buttonEvent = (customId: string, more: Json = {}): Json =>
  interactionEvent(
    3,
    { custom_id: customId, component_type: 2 },
    { message: messageEvent('', { author: user(BOT, true), flags: 64 }), ...more },
  );
