import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../src/digest/types.ts';
import {
  actionEvent,
  BOT,
  buttonEvent,
  CHANNEL,
  DM,
  directMessageEvent,
  GUILD,
  guildEvent,
  type Json,
  MANAGERS,
  managingEvent,
  member,
  memberWith,
  messageEvent,
  OWNER,
  Permission,
  user,
} from '../peers/discord-events.ts';
import { type Running, runDesk } from './desk-under-test.ts';

const THREAD = '3000000000000000009';
const OTHER_GUILD = '2000000000000000009';
const { administrator, manageGuild, viewChannel, sendMessages, sendMessagesInThreads } = Permission;

type Event = readonly ['INTERACTION_CREATE' | 'MESSAGE_CREATE', Json];

let running: Running;
let heard: (asker: Asker | undefined) => void = () => undefined;
beforeAll(async () => {
  running = await runDesk({
    change: (own) => ({
      reply: (request) => {
        heard(request.asker);
        return own.reply(request);
      },
    }),
  });
});
afterEach(() => {
  const [channel] = guildEvent.channels;
  running.server.dispatch('CHANNEL_UPDATE', { ...channel });
});
afterAll(() => running.stop());

/** What the desk is given to find out about whoever caused an event. */
async function askerOn(event: Event, before: readonly (readonly [string, Json])[] = []): Promise<Asker> {
  const { promise, resolve } = Promise.withResolvers<Asker | undefined>();
  heard = resolve;
  for (const each of before) running.server.dispatch(...each);
  running.server.dispatch(...event);
  const asker = await promise;
  if (asker === undefined) throw new Error('nothing to find out with');
  return asker;
}

const command = (more: Json = {}): Event => ['INTERACTION_CREATE', actionEvent('digest', 'status', {}, more)];
const mention = (more: Json = {}): Event => ['MESSAGE_CREATE', messageEvent(`<@${BOT}> digest status`, more)];
const may = (...permissions: readonly bigint[]): Json => ({
  app_permissions: String(permissions.reduce((all, each) => all | each, 0n)),
});
const thread = { id: THREAD, guild_id: GUILD, parent_id: CHANNEL, type: 11, name: 'a thread' };
const threadCreated = [
  'THREAD_CREATE',
  { ...thread, thread_metadata: { archived: false, locked: false } },
] as const;
const [channel] = guildEvent.channels;
/** The channel with something taken from the desk there. */
const denied = (permission: bigint) =>
  [
    'CHANNEL_UPDATE',
    { ...channel, permission_overwrites: [{ id: BOT, type: 1, allow: '0', deny: String(permission) }] },
  ] as const;

describe('manages', () => {
  it.each<[string, Event, boolean]>([
    ['a member', command(), false],
    ['a member with other rights', command({ member: memberWith(1n << 4n) }), false],
    ['a member with Manage Server', command({ member: memberWith(manageGuild) }), true],
    ['an administrator', command({ member: memberWith(administrator) }), true],
    [
      'a manager who used the command for managers',
      ['INTERACTION_CREATE', managingEvent('digest', 'skip')],
      true,
    ],
    [
      'a member who got to it nevertheless',
      ['INTERACTION_CREATE', managingEvent('digest', 'skip', {}, { member: memberWith(0n) })],
      false,
    ],
    ['a member who presses a button', ['INTERACTION_CREATE', buttonEvent('r0:digest off')], false],
    [
      'a manager who presses a button',
      ['INTERACTION_CREATE', buttonEvent('r0:digest off', { member: memberWith(manageGuild) })],
      true,
    ],
    ['a person alone with the desk', command({ channel_id: DM }), true],
    ['a person in other people’s direct messages', command({ channel_id: DM, context: 2 }), false],
    ['a member who mentions the desk', mention(), false],
    ['a manager who mentions the desk', mention({ member: member([MANAGERS]) }), true],
    ['the server’s owner who mentions the desk', mention({ author: user(OWNER, false) }), true],
    ['a person who writes to the desk', ['MESSAGE_CREATE', directMessageEvent('digest status')], true],
  ])('of %s', async (_, event, manages) => {
    const asker = await askerOn(event);
    expect(await asker.manages()).toBe(manages);
  });
});

describe('obstacle', () => {
  it.each<[string, Event, readonly (readonly [string, Json])[], string | null]>([
    ['a command where the desk may do all it needs', command(), [], null],
    ['a command where it may not read the history', command(may(viewChannel, sendMessages)), [], null],
    ['a command where it does not see the channel', command(may(sendMessages)), [], 'not-a-member'],
    ['a command where it may not write', command(may(viewChannel)), [], 'no-permission'],
    [
      'a command in a thread where it may not write',
      command({ ...may(viewChannel, sendMessages), channel_id: THREAD, channel: thread }),
      [threadCreated],
      'no-permission',
    ],
    [
      'a command in a thread where it may write in threads alone',
      command({ ...may(viewChannel, sendMessagesInThreads), channel_id: THREAD, channel: thread }),
      [threadCreated],
      null,
    ],
    ['a command in a server that it is not in', command({ guild_id: OTHER_GUILD }), [], 'not-a-member'],
    [
      'a command in other people’s direct messages',
      command({ channel_id: DM, context: 2 }),
      [],
      'not-a-member',
    ],
    ['a command alone with the desk', command({ channel_id: DM, ...may() }), [], null],
    ['a mention where the desk may do all it needs', mention(), [], null],
    ['a mention where it may not write', mention(), [denied(sendMessages)], 'no-permission'],
    ['a mention where it does not see the channel', mention(), [denied(viewChannel)], 'not-a-member'],
    ['a direct message', ['MESSAGE_CREATE', directMessageEvent('digest status')], [], null],
  ])('of %s', async (_, event, before, obstacle) => {
    const asker = await askerOn(event, before);
    expect(await asker.obstacle()).toBe(obstacle);
  });
});

describe('zone', () => {
  it('is not known, since Discord does not tell it', async () => {
    const asker = await askerOn(command());
    expect(await asker.zone()).toBeNull();
  });
});
