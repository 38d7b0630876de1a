import { PermissionsBitField } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { StartError } from '../../adapters/chat/start-error.ts';
import { isStartFault } from '../../src/fault.ts';
import { APPLICATION, BOT, commandEvent, GUILD, guildEvent, messageEvent } from '../peers/discord-events.ts';
import { type Call, type DiscordServer, startDiscordServer } from '../peers/discord-server.ts';
import { type Running, runDesk } from './desk-under-test.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
const serve = async (): Promise<DiscordServer> => {
  const server = await startDiscordServer();
  cleanups.push(() => server.stop());
  return server;
};
const run = async (...setting: Parameters<typeof runDesk>): Promise<Running> => {
  const running = await runDesk(...setting);
  cleanups.push(() => running.stop());
  return running;
};

const isPut = ({ method }: Pick<Call, 'method'>): boolean => method === 'PUT';

describe('startDiscord', () => {
  it('asks for nothing privileged', async () => {
    const { server } = await run();
    const identify = server.packets.find(({ op }) => op === 2)?.d;
    // GUILDS, GUILD_MESSAGES and DIRECT_MESSAGES
    expect(identify).toMatchObject({ intents: (1 << 0) | (1 << 9) | (1 << 12) });
  });

  it('gives an invite with exactly the permissions that it needs', async () => {
    const { inviteUrl, ready } = await run();
    const { origin, pathname, searchParams } = new URL(inviteUrl);
    expect(origin + pathname).toBe('https://discord.com/oauth2/authorize');
    expect(searchParams.get('client_id')).toBe(APPLICATION);
    expect(searchParams.get('scope')).toBe('bot applications.commands');
    expect(new PermissionsBitField(BigInt(searchParams.get('permissions') ?? '0')).toArray().sort()).toEqual([
      'ReadMessageHistory',
      'SendMessages',
      'SendMessagesInThreads',
      'ViewChannel',
    ]);
    expect(ready).toContain(inviteUrl);
    expect(ready).not.toContain('\n');
  });

  it('says in one line that a token is not accepted, and what to do', async () => {
    const server = await serve();
    const fault: unknown = await run({ server, token: 'wrong' }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StartError);
    expect(isStartFault(fault) ? [fault.problem, fault.remedy] : []).toEqual([
      'Discord does not accept the token in DISCORD_TOKEN',
      expect.stringMatching(/^Copy the token from the page "Bot".*[^\n]$/),
    ]);
  });

  it('says in one line that Discord cannot be reached', async () => {
    const server = await serve();
    server.fail(({ path }) => path === '/gateway/bot', { status: 500, body: { message: 'oops' } }, 99);
    await expect(run({ server })).rejects.toThrow(/^Discord could not be reached \(.*\)\. Check the network/);
  });

  it('says in one line that Discord closed the connection for good', async () => {
    const server = await serve();
    server.refuseIdentify(4014);
    await expect(run({ server })).rejects.toThrow(/^Discord closed the connection \(4014\)/);
  });

  it('stops when what is under way has finished', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const server = await serve();
    const running = await runDesk({
      server,
      guildId: GUILD,
      change: (own) => ({
        reply: async (request) => {
          await gate;
          return own.reply(request);
        },
      }),
    });
    const registered = server.calls.filter(({ path }) => path.includes('/guilds/')).length;
    server.dispatch('INTERACTION_CREATE', commandEvent('sources'));
    await server.called(({ path }) => path.endsWith('/callback'));
    let isStopped = false;
    const stopped = running.stop().then(() => {
      isStopped = true;
    });
    server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`));
    // Still connected: what the desk asks for on being added to its server comes through.
    const asksAgain = server.called(({ path }) => path.includes('/guilds/'), registered + 1);
    server.dispatch('GUILD_DELETE', { id: GUILD });
    server.dispatch('GUILD_CREATE', guildEvent);
    await asksAgain;
    expect(isStopped).toBe(false);
    open();
    await stopped;
    const replies = server.calls.filter(
      ({ method, path }) => method === 'PATCH' || path.endsWith('/messages'),
    );
    expect(replies.map(({ method }) => method)).toEqual(['PATCH']);
  });
});

describe('the commands', () => {
  it.each<[string, string | null, string]>([
    ['everywhere', null, `/applications/${APPLICATION}/commands`],
    ['in one server', GUILD, `/applications/${APPLICATION}/guilds/${GUILD}/commands`],
  ])('are registered %s once, and not again while they are the same', async (_, guildId, path) => {
    const server = await serve();
    await (await runDesk({ server, guildId })).stop();
    expect(server.calls.filter(isPut).map((call) => call.path)).toEqual([path]);
    await (await runDesk({ server, guildId })).stop();
    expect(server.calls.filter(isPut)).toHaveLength(1);
  });

  it('are the same although Discord fills in what was not sent', async () => {
    const server = await serve();
    await (await runDesk({ server })).stop();
    const filled = JSON.stringify(server.commands.get('')).replaceAll('"required":false,', '');
    const [sco, managing] = JSON.parse(filled);
    const more = { id: '1', version: '2', type: 1, nsfw: false };
    // In another order, and with what was not sent.
    server.commands.set('', [
      { ...managing, ...more, contexts: [1, 0] },
      { ...sco, ...more, default_member_permissions: null, contexts: [2, 1, 0] },
    ]);
    await (await runDesk({ server })).stop();
    expect(server.calls.filter(isPut)).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['an option', '"required":true', '"required":false'],
    ['a subcommand in a group', '"name":"status"', '"name":"state"'],
    ['who may use one', '"default_member_permissions":"32"', '"default_member_permissions":null'],
  ])('are registered again when %s changed', async (_, from, to) => {
    const server = await serve();
    await (await runDesk({ server })).stop();
    const sent = JSON.stringify(server.commands.get(''));
    expect(sent).toContain(from);
    server.commands.set('', JSON.parse(sent.replace(from, to)));
    await (await runDesk({ server })).stop();
    expect(server.calls.filter(isPut)).toHaveLength(2);
  });

  it('leave everywhere when they move to one server, where they would stand twice', async () => {
    const server = await serve();
    await (await runDesk({ server })).stop();
    expect(server.commands.get('')).toHaveLength(2);
    await (await runDesk({ server, guildId: GUILD })).stop();
    expect(server.commands.get('')).toEqual([]);
    expect(server.commands.get(GUILD)).toHaveLength(2);
  });

  it('come with the server that the desk is added to later, the log saying how', async () => {
    const server = await serve();
    const missing = { status: 403, body: { code: 50_001, message: 'Missing Access' } };
    server.fail(({ path }) => path.includes('/guilds/'), missing);
    const running = await run({ server, guildId: GUILD });
    expect(running.logged()).toContain(`add it with ${running.inviteUrl}`);
    expect(server.calls.filter(isPut)).toEqual([]);
    server.dispatch('GUILD_DELETE', { id: GUILD });
    server.dispatch('GUILD_CREATE', guildEvent);
    const [put] = await server.called(isPut);
    expect(put?.status).toBe(200);
  });
});
