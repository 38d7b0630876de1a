/** Discord's own ids and events, as its gateway sends them: https://docs.discord.com/developers/events/gateway-events */

export const APPLICATION = '1000000000000000001';
export const BOT = '1000000000000000002';
export const GUILD = '2000000000000000001';
export const CHANNEL = '3000000000000000001';
export const DM = '3000000000000000002';
export const PERSON = '4000000000000000001';
export const OWNER = '4000000000000000002';
/** A role that lets people manage the server, and the one that the desk is invited with. */
export const MANAGERS = '6000000000000000001';
export const DESK_ROLE = '6000000000000000002';

/** Bits of https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const Permission = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  readMessageHistory: 1n << 16n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** What the desk asks for when it is invited. */
const INVITED =
  Permission.viewChannel |
  Permission.sendMessages |
  Permission.readMessageHistory |
  Permission.sendMessagesInThreads;

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

const role = (id: string, name: string, permissions: bigint) => ({
  id,
  name,
  permissions: String(permissions),
  position: 0,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: false,
  flags: 0,
});

/** A member of the server, without the account that it belongs to. */
export const member = (roles: readonly string[] = []) => ({
  nick: null,
  roles,
  joined_at: '2026-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
});

/** A server that the bot is in, as the gateway gives it. */
export const guildEvent = {
  id: GUILD,
  name: 'The team',
  owner_id: OWNER,
  roles: [
    role(GUILD, '@everyone', 0n),
    role(MANAGERS, 'Managers', Permission.manageGuild),
    role(DESK_ROLE, 'SCO Desk', INVITED),
  ],
  emojis: [],
  stickers: [],
  features: [],
  channels: [channel(CHANNEL)],
  threads: [],
  members: [{ ...member([DESK_ROLE]), user: user(BOT, true) }],
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
  member: member(),
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
  const { guild_id, member: _, ...event } = messageEvent(content, { channel_id: DM });
  return { ...event, channel_type: 1, ...more };
};

/** The person as an interaction has them: with what they may do. */
export const memberWith = (permissions: bigint) => ({
  ...member(),
  user: user(PERSON, false),
  permissions: String(permissions),
});

/** An interaction as the gateway gives it; in a direct message when `channel_id` is that of one. */
export function interactionEvent(type: number, data: Json, more: Json = {}): Json {
  const id = newId();
  const alone = more['channel_id'] === DM;
  const person = user(PERSON, false);
  return {
    id,
    application_id: APPLICATION,
    type,
    data,
    token: `token-${id}`,
    version: 1,
    channel_id: CHANNEL,
    channel: channel(alone ? DM : CHANNEL),
    ...(alone ? { user: person, context: 1 } : { guild_id: GUILD, member: memberWith(0n), context: 0 }),
    locale: 'en-US',
    app_permissions: String(INVITED),
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

/** `/sco-VERB ACTION`, of somebody who may manage the server. */
export const managingEvent = (verb: string, action: string, options: Json = {}, more: Json = {}): Json =>
  interactionEvent(
    2,
    {
      id: '8',
      name: `sco-${verb}`,
      type: 1,
      options: [{ type: 1, name: action, options: optionList(options) }],
    },
    { member: memberWith(Permission.manageGuild), ...more },
  );

/** `/sco VERB ACTION`. */
export const actionEvent = (verb: string, action: string, options: Json = {}, more: Json = {}): Json => {
  const chosen = { type: 1, name: action, options: optionList(options) };
  return interactionEvent(
    2,
    { id: '7', name: 'sco', type: 1, options: [{ type: 2, name: verb, options: [chosen] }] },
    more,
  );
};

/** An option that is being typed: of a subcommand of `/sco` or, with an action, of `/sco-VERB`. */
export function autocompleteEvent(verb: string, name: string, value: string, action?: string): Json {
  const options = [{ type: 3, name, value, focused: true }];
  return interactionEvent(4, {
    id: '7',
    name: action === undefined ? 'sco' : `sco-${verb}`,
    type: 1,
    options: [{ type: 1, name: action ?? verb, options }],
  });
}

export function buttonEvent(customId: string, more: Json = {}): Json {
  // The server and the member come with the event of a message alone.
  const { guild_id, member: _, ...message } = messageEvent('', { author: user(BOT, true), flags: 64 });
  return interactionEvent(3, { custom_id: customId, component_type: 2 }, { message, ...more });
}
