import { afterEach, describe, expect, it } from 'vitest';
import {
  autocompleteEvent,
  BOT,
  buttonEvent,
  CHANNEL,
  commandEvent,
  DM,
  directMessageEvent,
  GUILD,
  memberWith,
  messageEvent,
  PERSON,
} from '../peers/discord-events.ts';
import { buttonsOf, discordFaults, linksOf, visibleWords } from '../peers/discord-payload.ts';
import type { Call } from '../peers/discord-server.ts';
import { type Running, runDesk } from './desk-under-test.ts';
import { answerTo, LONG } from './samples.ts';

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const SUPPRESS_EMBEDS = 1 << 2;

let running: Running | null = null;
const run = async (...setting: Parameters<typeof runDesk>): Promise<Running> => {
  running = await runDesk(...setting);
  return running;
};
afterEach(async () => {
  await running?.stop();
  running = null;
});

type Route = Pick<Call, 'method' | 'path'>;

const isPost = ({ method, path }: Route): boolean =>
  method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);
const isCallback = ({ path }: Route): boolean => path.endsWith('/callback');
const isEdit = ({ method }: Route): boolean => method === 'PATCH';
const isFollowUp = ({ method, path }: Route): boolean => method === 'POST' && path.startsWith('/webhooks/');
const isReply = (call: Route): boolean => isPost(call) || isEdit(call) || isFollowUp(call);

const first = async ({ server }: Running, matches: (call: Call) => boolean): Promise<Call> => {
  const [call] = await server.called(matches);
  if (call === undefined) throw new Error('no call');
  return call;
};

/** A second event, answered: whatever came before it has been dealt with by then. */
async function settle({ server }: Running): Promise<void> {
  const event = directMessageEvent('help');
  server.dispatch('MESSAGE_CREATE', event);
  await server.called(({ body }) => body['nonce'] === event['id']);
}

const flagsOf = ({ body }: Call): number => Number(body['flags'] ?? 0);

describe('a mention', () => {
  it.each([
    ['at the start', `<@${BOT}> search multilateralism`],
    ['as clients for telephones write it', `<@!${BOT}> search multilateralism`],
    ['at the end', `search multilateralism <@${BOT}>`],
  ])('%s is answered as a reply that pings nobody', async (_, content) => {
    const desk = await run();
    const event = messageEvent(content);
    desk.server.dispatch('MESSAGE_CREATE', event);
    const call = await first(desk, isPost);
    expect(call.status).toBe(200);
    expect(call.path).toBe(`/channels/${CHANNEL}/messages`);
    expect(call.body).toMatchObject({
      flags: V2,
      message_reference: { message_id: event['id'], fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
    });
    expect(discordFaults(call.body)).toEqual([]);
    expect(visibleWords(call.body)).toMatch(/multilateralism/i);
    expect(linksOf(call.body)[0]).toMatch(/^http:\/\/localhost:3000\/a\//);
    expect(visibleWords(call.body)).not.toContain('Share');
  });

  it('in a reply to the desk counts, its text being there', async () => {
    const desk = await run();
    desk.server.dispatch(
      'MESSAGE_CREATE',
      messageEvent('search peace', { type: 19, mentions: [{ id: BOT, username: 'desk', bot: true }] }),
    );
    expect(visibleWords((await first(desk, isPost)).body)).toMatch(/peace/i);
  });

  it('is answered without a reference where the history is hidden', async () => {
    const desk = await run();
    const hidden = { code: 160_002, message: 'Cannot reply without permission to read message history' };
    desk.server.fail(({ body }) => body['message_reference'] !== undefined, { status: 403, body: hidden });
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`));
    const [, second] = await desk.server.called(isPost, 2);
    expect(second).toMatchObject({ status: 200 });
    expect(second?.body['message_reference']).toBeUndefined();
  });

  it('where the desk may not write is told to the person and to the log', async () => {
    const desk = await run();
    const denied = { code: 50_013, message: 'Missing Permissions' };
    desk.server.fail(({ path }) => path === `/channels/${CHANNEL}/messages`, { status: 403, body: denied });
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`));
    const told = await first(desk, ({ path }) => path === `/channels/${DM}/messages`);
    expect(told.body['content']).toMatch(/^I cannot answer you in <#\d+>\..*View Channel/);
    expect(desk.logged()).toContain('the desk cannot write in this channel: give it View Channel');
  });
});

describe('a direct message', () => {
  it('is answered there, without a mention', async () => {
    const desk = await run();
    desk.server.dispatch('MESSAGE_CREATE', directMessageEvent('search multilateralism'));
    const call = await first(desk, isPost);
    expect(call.path).toBe(`/channels/${DM}/messages`);
    expect(visibleWords(call.body)).toMatch(/multilateralism/i);
  });
});

describe('a message', () => {
  it.each<[string, Parameters<typeof messageEvent>]>([
    ['of the desk itself', [`<@${BOT}> help`, { author: { id: BOT, username: 'desk', bot: true } }]],
    [
      'of another bot',
      [`<@${BOT}> help`, { author: { id: '4000000000000000009', username: 'b', bot: true } }],
    ],
    ['of a webhook', [`<@${BOT}> help`, { webhook_id: '4000000000000000008' }]],
    ['of the system', [`<@${BOT}> help`, { type: 7 }]],
    ['that does not mention the desk', ['help']],
    ['that mentions everyone', ['@everyone help', { mention_everyone: true }]],
  ])('%s is not answered', async (_, event) => {
    const desk = await run();
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(...event));
    await settle(desk);
    expect(desk.server.calls.filter(isPost)).toHaveLength(1);
  });

  it('that comes three times is answered once', async () => {
    const desk = await run();
    const event = messageEvent(`<@${BOT}> sources`);
    for (let n = 0; n < 3; n++) desk.server.dispatch('MESSAGE_CREATE', event);
    await settle(desk);
    await desk.server.called(isPost, 2);
    expect(desk.server.calls.filter(isPost)).toHaveLength(2);
    expect(await desk.store.firstSeen(`discord:${GUILD}:${CHANNEL}:${String(event['id'])}`)).toBe(false);
  });
});

describe('a slash command', () => {
  it('is acknowledged first, then answered to the asker alone', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const desk = await run({
      change: (own) => ({
        reply: async (request) => {
          await gate;
          return own.reply(request);
        },
      }),
    });
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('search', { words: 'multilateralism' }));
    const deferred = await first(desk, isCallback);
    expect(deferred.body).toMatchObject({ type: 5, data: { flags: EPHEMERAL } });
    expect(desk.server.calls.filter(isReply)).toEqual([]);
    open();
    const call = await first(desk, isEdit);
    expect(call.status).toBe(200);
    expect(discordFaults(call.body)).toEqual([]);
    expect(visibleWords(call.body)).toMatch(/multilateralism/i);
    expect(visibleWords(call.body)).toContain('Share');
    expect(desk.server.calls.filter(isReply)).toHaveLength(1);
  });

  it('carries every option into the line', async () => {
    const lines: string[] = [];
    const desk = await run({
      change: (own) => ({
        reply: (request) => {
          lines.push(
            `${request.platform.id} ${request.workspace} ${request.channel} ${request.user} ${request.words}`,
          );
          return own.reply(request);
        },
      }),
    });
    const options = { words: 'peace', from: 'China Daily', page: 2 };
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('search', options));
    await first(desk, isEdit);
    expect(lines).toEqual([`discord ${GUILD} ${CHANNEL} ${PERSON} search peace from:"China Daily" page:2`]);
  });

  it('in a direct message stays there, with nobody to share it with', async () => {
    const desk = await run();
    desk.server.dispatch(
      'INTERACTION_CREATE',
      commandEvent('search', { words: 'peace' }, { channel_id: DM }),
    );
    expect((await first(desk, isCallback)).body).toMatchObject({ type: 5, data: { flags: 0 } });
    expect(visibleWords((await first(desk, isEdit)).body)).not.toContain('Share');
  });

  it('among people who write to each other is answered to the asker alone, who may share it', async () => {
    const desk = await run();
    const among = { channel_id: DM, context: 2 };
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('search', { words: 'peace' }, among));
    expect((await first(desk, isCallback)).body).toMatchObject({ type: 5, data: { flags: EPHEMERAL } });
    expect(visibleWords((await first(desk, isEdit)).body)).toContain('Share');
  });

  it('that there is no more is taken for the words that were typed', async () => {
    const desk = await run();
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('reserch', { words: 'peace' }));
    expect(visibleWords((await first(desk, isEdit)).body)).toContain('for “reserch peace”');
  });

  it('that comes twice is answered once', async () => {
    const desk = await run();
    const event = commandEvent('sources');
    desk.server.dispatch('INTERACTION_CREATE', event);
    desk.server.dispatch('INTERACTION_CREATE', event);
    await desk.server.called(isCallback, 2);
    await settle(desk);
    expect(desk.server.calls.filter(isEdit)).toHaveLength(1);
  });

  it('is answered although the store fails', async () => {
    const broken = async (): Promise<never> => {
      throw new Error('disk full');
    };
    const desk = await run({
      store: { firstSeen: broken, keepCommand: broken, recallCommand: broken },
    });
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('sources'));
    expect((await first(desk, isEdit)).status).toBe(200);
    expect(desk.logged()).toContain('disk full');
  });
});

describe('autocomplete', () => {
  it.each([
    ['articles', 'search', 'in', 'security'],
    ['passage ids', 'open', 'id', 'security'],
    ['words of the index', 'search', 'words', 'multilat'],
  ])('offers %s', async (_, verb, name, typed) => {
    const desk = await run();
    desk.server.dispatch('INTERACTION_CREATE', autocompleteEvent(verb, name, typed));
    const call = await first(desk, isCallback);
    expect(call.status).toBe(204);
    expect(call.body).toMatchObject({ type: 8 });
    expect(JSON.stringify(call.body)).toContain(typed);
  });

  it('leaves out values that are too long and shortens labels, at most 25', async () => {
    const long = { value: 'v'.repeat(101), label: 'too long' };
    const completions = [
      long,
      ...Array.from({ length: 30 }, (_, n) => ({ value: `${n}`, label: 'l'.repeat(120) })),
    ];
    const desk = await run({ change: () => ({ completeOption: () => completions }) });
    desk.server.dispatch('INTERACTION_CREATE', autocompleteEvent('search', 'words', 'x'));
    const call = await first(desk, isCallback);
    expect(call.status).toBe(204);
    const { choices } = (call.body['data'] ?? {}) as { choices: { name: string; value: string }[] };
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: `${'l'.repeat(99)}…`, value: '0' });
  });

  it('offers nothing when the core fails', async () => {
    const desk = await run({
      change: () => ({
        completeOption: () => {
          throw new Error('no index');
        },
      }),
    });
    desk.server.dispatch('INTERACTION_CREATE', autocompleteEvent('search', 'words', 'x'));
    expect((await first(desk, isCallback)).body).toMatchObject({ type: 8, data: { choices: [] } });
    expect(desk.logged()).toContain('no index');
  });
});

describe('a button', () => {
  it('runs the command that it carries, for its presser alone', async () => {
    const desk = await run();
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> search multilateralism`));
    const open = buttonsOf((await first(desk, isPost)).body).find(({ label }) => label.startsWith('Open'));
    desk.server.dispatch('INTERACTION_CREATE', buttonEvent(open?.id ?? ''));
    expect((await first(desk, isCallback)).body).toMatchObject({ type: 5, data: { flags: EPHEMERAL } });
    const call = await first(desk, isEdit);
    expect(discordFaults(call.body)).toEqual([]);
    expect(visibleWords(call.body)).toContain(open?.id.replace(/^r\d+:open /, '') ?? 'an id');
  });

  it('to share shows the answer to the channel, under the name of who shared it', async () => {
    const desk = await run();
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('search', { words: 'multilateralism' }));
    const answered = await first(desk, isEdit);
    const share = buttonsOf(answered.body).find(({ id }) => id.startsWith('s'));
    const sharer = { ...memberWith(0n), nick: 'Ann *from* the desk' };
    desk.server.dispatch('INTERACTION_CREATE', buttonEvent(share?.id ?? '', { member: sharer }));
    const [, deferred] = await desk.server.called(isCallback, 2);
    expect(deferred?.body).toMatchObject({ type: 6 });
    const call = await first(desk, isFollowUp);
    expect(call.status).toBe(200);
    expect(flagsOf(call)).toBe(V2);
    expect(discordFaults(call.body)).toEqual([]);
    expect(visibleWords(call.body)).toMatch(/^Shared by Ann \*from\* the desk\n/);
    expect(visibleWords(call.body)).not.toContain('Share to channel');
  });

  it('to share says so to its presser where the desk may not write', async () => {
    const desk = await run();
    const denied = { code: 50_013, message: 'Missing Permissions' };
    desk.server.fail((call) => isFollowUp(call), { status: 403, body: denied });
    desk.server.dispatch('INTERACTION_CREATE', buttonEvent('s0:sources'));
    const [, told] = await desk.server.called(isFollowUp, 2);
    expect(told?.body['content']).toMatch(/was not shared/);
    expect(told?.body['flags']).toBe(EPHEMERAL | SUPPRESS_EMBEDS);
  });

  it('with a long command finds it in the store', async () => {
    const asked: string[] = [];
    const desk = await run({
      change: (own) => ({
        reply: async (request) => {
          asked.push(request.words);
          return { ...(await own.reply(request)), message: answerTo(LONG) };
        },
      }),
    });
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('sources'));
    const answered = await first(desk, isEdit);
    expect(answered.status).toBe(200);
    const more = buttonsOf(answered.body).find(({ label }) => label === 'More');
    expect(more?.id).toMatch(/^r\d+#.{1,32}$/);
    desk.server.dispatch('INTERACTION_CREATE', buttonEvent(more?.id ?? ''));
    await desk.server.called(isEdit, 2);
    expect(asked).toEqual(['sources', `${LONG} page:2`]);
  });

  it.each([
    ['whose command is no longer kept', 'r0#gone', isEdit],
    ['to share whose command is no longer kept', 's0#gone', isFollowUp],
    ['of another make', 'page-2', isEdit],
  ])('%s explains itself in one reply', async (_, id, where) => {
    const desk = await run();
    desk.server.dispatch('INTERACTION_CREATE', buttonEvent(id));
    const call = await first(desk, where);
    expect(call.body['content']).toMatch(/^This button is from before .* Type `\/sco search` or `\/sco ask`/);
    await settle(desk);
    expect(desk.server.calls.filter((each) => isEdit(each) || isFollowUp(each))).toHaveLength(1);
  });
});

describe('when something breaks', () => {
  const referenceIn = (call: Call | undefined): string =>
    /reference (\w+)\.$/.exec(String(call?.body['content']))?.[1] ?? 'no reference';

  it('a core that throws gives a mention one plain reply, its reference in the log', async () => {
    const desk = await run({
      change: () => ({ reply: async () => Promise.reject(new Error('core broke')) }),
    });
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`));
    const call = await first(desk, isPost);
    expect(flagsOf(call)).toBe(SUPPRESS_EMBEDS);
    expect(desk.logged()).toContain(`"reference":"${referenceIn(call)}"`);
    expect(desk.logged()).toContain('core broke');
    expect(desk.server.calls.filter(isReply)).toHaveLength(1);
  });

  it('a core that throws gives a command and a shared answer one plain reply each', async () => {
    const desk = await run({
      change: () => ({ reply: async () => Promise.reject(new Error('core broke')) }),
    });
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('sources'));
    desk.server.dispatch('INTERACTION_CREATE', buttonEvent('s0:sources'));
    expect((await first(desk, isEdit)).body['content']).toMatch(/reference \w+\.$/);
    const shared = await first(desk, isFollowUp);
    expect(shared.body['content']).toMatch(/reference \w+\.$/);
    expect(flagsOf(shared)).toBe(EPHEMERAL | SUPPRESS_EMBEDS);
  });

  it.each<[string, string, Parameters<Running['server']['dispatch']>[1], (call: Route) => boolean]>([
    ['a mention', 'MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`), isPost],
    ['a command', 'INTERACTION_CREATE', commandEvent('sources'), isEdit],
    ['a shared answer', 'INTERACTION_CREATE', buttonEvent('s0:sources'), isFollowUp],
  ])('a payload that Discord refuses gives %s one plain reply instead', async (_, name, event, where) => {
    const desk = await run();
    const body = { code: 50_035, message: 'Invalid Form Body', errors: {} };
    desk.server.fail(where, { status: 400, body });
    desk.server.dispatch(name, event);
    const [refused, said] = await desk.server.called(where, 2);
    expect([refused?.status, said?.status]).toEqual([400, 200]);
    expect(desk.logged()).toContain(`"reference":"${referenceIn(said)}"`);
    expect(desk.logged()).toContain('50035');
    await settle(desk);
    // The other one is what `settle` asked for.
    expect(desk.server.calls.filter((call) => isReply(call) && call.status === 200)).toHaveLength(2);
  });

  it('an answer that meets a 500 is sent again', async () => {
    const desk = await run();
    desk.server.fail(isPost, { status: 500, body: { message: 'oops' } }, 2);
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`));
    const posts = await desk.server.called(isPost, 3);
    expect(posts.map(({ status }) => status)).toEqual([500, 500, 200]);
    expect(posts[2]?.body['flags']).toBe(V2);
  });

  it('an answer whose receipt is lost is shown once', async () => {
    const desk = await run();
    desk.server.fail(isPost, { status: 500, body: { message: 'oops' }, done: true }, 5);
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`));
    await desk.server.called((call) => isPost(call) && call.status === 200);
    expect(desk.server.messages).toHaveLength(1);
    expect(visibleWords(desk.server.messages[0] ?? {})).toMatch(/articles/);
  });

  /** The connection breaks, whatever was done, each time the client tries. */
  const lost = { status: 200, broken: true };

  it('an answer that may have arrived gives way to an apology that would take its place', async () => {
    const desk = await run();
    desk.server.fail((call) => isPost(call) && call.body['flags'] === V2, lost, 99);
    const event = messageEvent(`<@${BOT}> sources`);
    desk.server.dispatch('MESSAGE_CREATE', event);
    const apology = await first(desk, (call) => isPost(call) && call.body['flags'] === SUPPRESS_EMBEDS);
    expect(apology.body).toMatchObject({ nonce: event['id'], enforce_nonce: true });
    expect(desk.logged()).toContain(`"reference":"${referenceIn(apology)}"`);
  });

  it('a shared answer that may have arrived is followed by nothing, and the log says so', async () => {
    const desk = await run();
    desk.server.fail(isFollowUp, lost, 99);
    desk.server.dispatch('INTERACTION_CREATE', buttonEvent('s0:sources'));
    await expect.poll(desk.logged).toContain('It is not known whether an answer was shown');
    await settle(desk);
    const followUps = desk.server.calls.filter(isFollowUp);
    expect(new Set(followUps.map(flagsOf))).toEqual(new Set([V2]));
  });

  it('a direct message that the desk may not answer is left at that', async () => {
    const desk = await run();
    const denied = { code: 50_013, message: 'Missing Permissions' };
    desk.server.fail(isPost, { status: 403, body: denied });
    desk.server.dispatch('MESSAGE_CREATE', directMessageEvent('sources'));
    await expect.poll(desk.logged).toContain('the desk cannot write in this channel');
    await settle(desk);
    // The other one is what `settle` asked for.
    expect(desk.server.calls.filter(isPost)).toHaveLength(2);
  });

  it('an answer that is rate limited waits as long as Discord says', async () => {
    const desk = await run();
    const limited = { message: 'You are being rate limited.', retry_after: 0.3, global: false };
    desk.server.fail(isPost, { status: 429, body: limited, headers: { 'retry-after': '0.3' } });
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`));
    const [refused, sent] = await desk.server.called(isPost, 2);
    expect(sent?.status).toBe(200);
    expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(300);
  });

  it('a connection that drops is resumed, and what was asked meanwhile is answered', async () => {
    const desk = await run();
    desk.server.drop();
    desk.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> sources`));
    expect((await first(desk, isPost)).status).toBe(200);
    expect(desk.server.packets.filter(({ op }) => op === 6)).toHaveLength(1);
    expect(desk.server.packets.filter(({ op }) => op === 2)).toHaveLength(1);
  });

  it('a command that is acknowledged too late leaves a line in the log and no more', async () => {
    const desk = await run();
    const late = { code: 10_062, message: 'Unknown interaction' };
    desk.server.fail(isCallback, { status: 404, body: late });
    desk.server.dispatch('INTERACTION_CREATE', commandEvent('sources'));
    await first(desk, isCallback);
    await settle(desk);
    expect(desk.server.calls.filter(isEdit)).toEqual([]);
    expect(desk.logged()).toContain('could not be acknowledged');
  });
});
