import { describe, expect, it } from 'vitest';
import { slackPlatform } from '../../adapters/slack/platform.ts';
import { type Answering, type Call, SlackApp, slackOk } from '../peers/slack-app.ts';
import {
  BOT,
  CHANNEL,
  clickBody,
  commandBody,
  DIRECT,
  mentionBody,
  messageBody,
  PERSON,
  WORKSPACE,
} from '../peers/slack-bodies.ts';
import { echo, testContext } from '../peers/slack-context.ts';
import { message, quotation, run, share, words } from '../peers/slack-messages.ts';
import { slackFaults, visibleWords } from '../peers/slack-payload.ts';

const blocksOf = ({ sent: { blocks } }: Call): readonly unknown[] => (Array.isArray(blocks) ? blocks : []);
const textOf = ({ sent: { text } }: Call): string => String(text);
const seen = (call: Call | undefined): string =>
  call === undefined ? '' : visibleWords({ text: textOf(call), blocks: blocksOf(call) });

/** The one call that an event led to. */
function only(slack: SlackApp): Call {
  expect(slack.calls).toHaveLength(1);
  const [call] = slack.calls;
  if (call === undefined) throw new Error('no call');
  expect(slackFaults({ text: textOf(call), blocks: blocksOf(call) })).toEqual([]);
  return call;
}

describe('/sco', () => {
  it('is answered to the asker alone, previews off', async () => {
    const context = testContext();
    const slack = new SlackApp(context);
    await slack.deliver(commandBody('search trade &amp; trust'));
    expect(context.asked).toMatchObject([
      {
        platform: slackPlatform,
        workspace: WORKSPACE,
        channel: CHANNEL,
        user: PERSON,
        words: 'search trade & trust',
      },
    ]);
    const call = only(slack);
    expect(call.method).toBe('response_url');
    expect(call.sent).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(seen(call)).toBe('You said: search trade & trust');
  });

  it('gives what the desk says to an empty line', async () => {
    const slack = new SlackApp(testContext());
    await slack.deliver(commandBody(''));
    expect(seen(only(slack))).toBe('You said:');
  });

  it('offers to share', async () => {
    const slack = new SlackApp(
      testContext(() => message({ type: 'actions', actions: [share('search trade')] })),
    );
    await slack.deliver(commandBody('search trade'));
    expect(seen(only(slack))).toBe('Share to channel');
  });
});

describe('a mention', () => {
  it('is answered in the thread that it begins, the mention taken off', async () => {
    const context = testContext();
    const slack = new SlackApp(context);
    await slack.deliver(mentionBody(`<@${BOT}> who chairs the SCO &lt;next&gt;?`));
    expect(context.asked[0]?.words).toBe('who chairs the SCO <next>?');
    const call = only(slack);
    expect(call.method).toBe('chat.postMessage');
    expect(call.sent).toMatchObject({
      channel: CHANNEL,
      thread_ts: '100.1',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  it('is answered in the thread that it stands in', async () => {
    const slack = new SlackApp(testContext());
    await slack.deliver(mentionBody('hello', { thread_ts: '50.5' }));
    expect(only(slack).sent).toMatchObject({ thread_ts: '50.5' });
  });

  it('is not offered to be shared: everyone sees the answer', async () => {
    const slack = new SlackApp(
      testContext(() => message(words('x'), { type: 'actions', actions: [share()] })),
    );
    await slack.deliver(mentionBody('hello'));
    expect(seen(only(slack))).toBe('x');
  });

  it.each<[string, (slack: SlackApp) => Promise<unknown>]>([
    ['in a retry', (slack) => slack.deliver(mentionBody('hello'), 1)],
    ['under another event id', (slack) => slack.deliver({ ...mentionBody('hello'), event_id: 'Ev2' })],
    ['as a message', (slack) => slack.deliver(messageBody('hello', { ts: '100.1', channel: CHANNEL }))],
    [
      'as a message of its channel',
      (slack) =>
        slack.deliver(messageBody('hello', { ts: '100.1', channel: CHANNEL, channel_type: 'channel' })),
    ],
    [
      'once it was edited',
      (slack) => slack.deliver(mentionBody('hello!', { edited: { user: PERSON, ts: '101.1' } })),
    ],
  ])('that comes again %s is answered once', async (_name, again) => {
    const slack = new SlackApp(testContext());
    await slack.deliver(mentionBody('hello'));
    await again(slack);
    only(slack);
  });

  it('that comes twice at once is answered once', async () => {
    const slack = new SlackApp(testContext());
    await Promise.all([slack.deliver(mentionBody('hello')), slack.deliver(mentionBody('hello'), 1)]);
    only(slack);
  });

  it('with the same time in another channel is another mention', async () => {
    const slack = new SlackApp(testContext());
    await slack.deliver(mentionBody('hello'));
    await slack.deliver(mentionBody('hello', { channel: 'C0000002' }));
    expect(slack.calls).toHaveLength(2);
  });

  it('is answered all the same when the store fails', async () => {
    const context = testContext(echo, { firstSeen: () => Promise.reject(new Error('disk full')) });
    const slack = new SlackApp(context);
    await slack.deliver(mentionBody('hello'));
    only(slack);
    expect(JSON.stringify(context.logged)).toContain('disk full');
  });
});

describe('a direct message', () => {
  it('is answered where it was said', async () => {
    const context = testContext();
    const slack = new SlackApp(context);
    await slack.deliver(messageBody(`what is <https://a.example|trade> <@${BOT}>`));
    expect(context.asked[0]).toMatchObject({ channel: DIRECT, words: 'what is trade' });
    const { method, sent } = only(slack);
    expect(method).toBe('chat.postMessage');
    expect(sent).toMatchObject({ channel: DIRECT });
    expect(sent).not.toHaveProperty('thread_ts');
  });

  it('in a thread is answered in that thread', async () => {
    const slack = new SlackApp(testContext());
    await slack.deliver(messageBody('hello', { thread_ts: '150.1' }));
    expect(only(slack).sent).toMatchObject({ channel: DIRECT, thread_ts: '150.1' });
  });

  it('with a file is answered by its words', async () => {
    const slack = new SlackApp(testContext());
    await slack.deliver(messageBody('what is trade', { subtype: 'file_share', files: [] }));
    expect(seen(only(slack))).toBe('You said: what is trade');
  });
});

describe('what is not meant for the desk', () => {
  it.each<[string, Record<string, unknown>]>([
    ['its own message', messageBody('x', { user: BOT })],
    [
      'its own message, by its bot id',
      messageBody('x', { user: undefined, bot_id: 'B0000BOT', subtype: 'bot_message' }),
    ],
    ['another bot’s message', messageBody('x', { bot_id: 'B0000002' })],
    [
      'another bot’s old message',
      messageBody('x', { user: undefined, subtype: 'bot_message', bot_id: 'B2' }),
    ],
    ['another bot’s mention', mentionBody('x', { bot_id: 'B0000002' })],
    ['its own mention of itself', mentionBody('x', { user: BOT })],
    ['an edit', messageBody('x', { subtype: 'message_changed', message: { text: 'x', user: PERSON } })],
    ['a deletion', messageBody('x', { subtype: 'message_deleted' })],
    ['a join', messageBody('x', { subtype: 'channel_join' })],
    ['a message in a channel', messageBody('x', { channel: CHANNEL, channel_type: 'channel' })],
    ['a message in a group', messageBody('x', { channel: 'G0000001', channel_type: 'mpim' })],
  ])('is not answered: %s', async (_name, body) => {
    const context = testContext();
    const slack = new SlackApp(context);
    await slack.deliver(body);
    expect(context.asked).toEqual([]);
    expect(slack.calls).toEqual([]);
    expect(slack.order).toEqual(['acknowledged']);
  });
});

describe('a button', () => {
  const open = { action: 'sco:run:3', value: 'open way-forward:12' } as const;

  it('runs the command that it carries', async () => {
    const context = testContext();
    await new SlackApp(context).deliver(clickBody({ ...open, held: 'thread' }));
    expect(context.asked).toMatchObject([
      {
        platform: slackPlatform,
        workspace: WORKSPACE,
        channel: CHANNEL,
        user: PERSON,
        words: 'open way-forward:12',
      },
    ]);
  });

  it.each<[string, Parameters<typeof clickBody>[0], string, object]>([
    [
      'an answer that one person sees, to that person',
      { ...open, held: 'ephemeral' },
      'response_url',
      { response_type: 'ephemeral', replace_original: false },
    ],
    [
      'an ephemeral answer in a direct message, likewise',
      { ...open, held: 'ephemeral', channel: DIRECT },
      'response_url',
      { response_type: 'ephemeral' },
    ],
    [
      'a thread, in that thread',
      { ...open, held: 'thread' },
      'chat.postMessage',
      { channel: CHANNEL, thread_ts: '80.1' },
    ],
    [
      'a direct message, there',
      { ...open, held: 'open', channel: DIRECT },
      'chat.postMessage',
      { channel: DIRECT },
    ],
    [
      'an answer shared to a channel, to the person who clicked',
      { ...open, held: 'open' },
      'response_url',
      { response_type: 'ephemeral', replace_original: false },
    ],
  ])('is answered in %s', async (_name, click, method, sent) => {
    const slack = new SlackApp(testContext());
    await slack.deliver(clickBody(click));
    const call = only(slack);
    expect(call.method).toBe(method);
    expect(call.sent).toMatchObject(sent);
    expect(seen(call)).toBe('You said: open way-forward:12');
  });

  it('that shares shows the answer to the channel and names who shared it without calling them', async () => {
    const context = testContext(() =>
      message(quotation('Security for all.'), { type: 'actions', actions: [share()] }),
    );
    const slack = new SlackApp(context);
    await slack.deliver(clickBody({ action: 'sco:share:1', value: 'search trade', held: 'ephemeral' }));
    expect(context.asked[0]?.words).toBe('search trade');
    const call = only(slack);
    expect(call.method).toBe('response_url');
    expect(call.sent).toMatchObject({
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
    });
    expect(seen(call)).toMatch(/^Shared by ann\nSecurity for all\./);
    expect(seen(call)).not.toContain('Share to channel');
    expect(JSON.stringify(call.sent)).not.toContain(PERSON);
  });

  it('that shares, delivered twice, shares once', async () => {
    const slack = new SlackApp(testContext());
    const click = clickBody({ action: 'sco:share:1', value: 'search trade', held: 'ephemeral' });
    await slack.deliver(click);
    await slack.deliver(click);
    only(slack);
  });

  it('that opens an address is acknowledged and nothing more', async () => {
    const context = testContext();
    const slack = new SlackApp(context);
    await slack.deliver(clickBody({ action: 'sco:link:2', held: 'thread' }));
    expect(slack.order).toEqual(['acknowledged']);
    expect(context.asked).toEqual([]);
  });

  it('that carries nothing is still answered', async () => {
    const slack = new SlackApp(testContext());
    await slack.deliver(clickBody({ action: 'sco:run:0', held: 'thread' }));
    only(slack);
  });
});

describe('acknowledgement', () => {
  it.each([
    ['a command', commandBody('search trade')],
    ['a mention', mentionBody('hello')],
    ['a direct message', messageBody('hello')],
    ['a button', clickBody({ action: 'sco:run:0', value: 'help', held: 'thread' })],
    ['sharing', clickBody({ action: 'sco:share:0', value: 'help', held: 'ephemeral' })],
  ])('comes before the core is even asked: %s', async (_name, body) => {
    const order: string[] = [];
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const slack = new SlackApp(
      testContext(async () => {
        order.push(...slack.order, 'asked');
        asked();
        await slow;
        return message(words('at last'));
      }),
    );
    const done = slack.deliver(body);
    await reached;
    expect(order).toEqual(['acknowledged', 'asked']);
    expect(slack.calls).toEqual([]);
    release();
    await done;
    expect(seen(only(slack))).toContain('at last');
  });

  it('that fails does not keep the answer back', async () => {
    const slack = new SlackApp(testContext());
    await slack.app.processEvent({
      body: commandBody('hello'),
      ack: () => Promise.reject(new Error('the socket is closed')),
    });
    only(slack);
  });
});

describe('when something breaks', () => {
  const requests = [
    ['a command', commandBody('search trade')],
    ['a mention', mentionBody('hello')],
    ['a direct message', messageBody('hello')],
    ['a button in a thread', clickBody({ action: 'sco:run:0', value: 'help', held: 'thread' })],
    ['a button seen by one', clickBody({ action: 'sco:run:0', value: 'help', held: 'ephemeral' })],
    ['sharing', clickBody({ action: 'sco:share:0', value: 'help', held: 'ephemeral' })],
  ] as const;

  /** Refuses whatever has blocks, in the way that each address does. */
  const refusing =
    (refusal: string): Answering =>
    (call) => {
      if (!('blocks' in call.sent)) return slackOk(call);
      return Response.json({ ok: false, error: refusal });
    };

  /** The last call is the plain reply, and its reference is in the log. */
  function expectApology(slack: SlackApp, context: ReturnType<typeof testContext>, method?: string): void {
    const last = slack.calls.at(-1);
    if (last === undefined) throw new Error('no reply');
    expect(last.sent).not.toHaveProperty('blocks');
    if (method !== undefined) expect(last.method).toBe(method);
    const [, reference] = /reference ([0-9a-f]{8})\./.exec(textOf(last)) ?? [];
    expect(reference).toBeDefined();
    expect(context.logged.filter((line) => line.reference === reference)).not.toEqual([]);
  }

  it.each(requests)('in the core, the person gets one plain reply: %s', async (_name, body) => {
    const context = testContext(() => {
      throw new Error('the index is gone');
    });
    const slack = new SlackApp(context);
    await slack.deliver(body);
    only(slack);
    expectApology(slack, context);
    expect(JSON.stringify(context.logged)).toContain('the index is gone');
  });

  it.each(
    requests.flatMap(([name, body]) =>
      ['invalid_blocks', 'msg_too_long', 'msg_blocks_too_long'].map(
        (refusal) => [name, refusal, body] as const,
      ),
    ),
  )('at Slack, the person gets one plain reply: %s, %s', async (_name, refusal, body) => {
    const context = testContext();
    const slack = new SlackApp(context, refusing(refusal));
    await slack.deliver(body);
    expect(slack.calls).toHaveLength(2);
    expectApology(slack, context);
    expect(JSON.stringify(context.logged)).toContain(refusal);
  });

  it('a share that fails is told to the person who shared, and not to the channel', async () => {
    const slack = new SlackApp(testContext(), refusing('invalid_blocks'));
    await slack.deliver(clickBody({ action: 'sco:share:0', value: 'help', held: 'ephemeral' }));
    expect(slack.calls.at(-1)?.sent).toMatchObject({ response_type: 'ephemeral' });
  });

  it('a response_url that no longer works gives way to a message that the asker alone sees', async () => {
    const context = testContext();
    const slack = new SlackApp(context, (call) =>
      call.method === 'response_url' ? new Response('expired_url', { status: 404 }) : slackOk(call),
    );
    await slack.deliver(commandBody('hello'));
    expectApology(slack, context, 'chat.postEphemeral');
    expect(slack.calls.at(-1)?.sent).toMatchObject({ channel: CHANNEL, user: PERSON });
  });

  it.each<[string, () => Response]>([
    ['says too many requests', () => new Response('', { status: 429, headers: { 'retry-after': '0' } })],
    [
      'cannot be reached',
      () => {
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
        });
      },
    ],
  ])('Slack that %s is asked again, and the answer shown once', async (_name, failing) => {
    let failures = 1;
    const slack = new SlackApp(testContext(), (call) => (failures-- > 0 ? failing() : slackOk(call)));
    await slack.deliver(mentionBody('hello'));
    expect(slack.calls.map(seen)).toEqual(['You said: hello', 'You said: hello']);
  });

  it.each<[string, Error]>([
    ['times out', new DOMException('The operation timed out', 'TimeoutError')],
    [
      'breaks off',
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) }),
    ],
  ])('a post that %s may have arrived, and is not made again', async (_name, fault) => {
    const context = testContext();
    const slack = new SlackApp(context, () => Promise.reject(fault));
    await slack.deliver(mentionBody('hello'));
    expect(slack.calls).toHaveLength(1);
    expect(JSON.stringify(context.logged)).toContain('It is not known whether');
  });

  it('and even the plain reply is refused, the app goes on', async () => {
    const context = testContext();
    const slack = new SlackApp(context, () => Response.json({ ok: false, error: 'channel_not_found' }));
    await slack.deliver(mentionBody('hello'));
    expect(slack.calls).toHaveLength(2);
    expect(context.logged.filter((line) => line.level === 50)).toHaveLength(2);
  });

  it('a body that no listener expects is logged and does not reject', async () => {
    const context = testContext();
    const slack = new SlackApp(context);
    await slack.deliver({
      type: 'block_actions',
      actions: [{ action_id: 'sco:run:0', type: 'button' }],
      user: {},
    });
    expect(slack.order).toContain('acknowledged');
  });
});

describe('a button of an answer', () => {
  it('keeps working when its own answer is built of it', async () => {
    const context = testContext(({ words: typed }) =>
      message(words(typed), { type: 'actions', actions: [run('Again', typed)] }),
    );
    const slack = new SlackApp(context);
    await slack.deliver(mentionBody('search trade'));
    const [first] = slack.calls;
    const row = first === undefined ? undefined : blocksOf(first).at(-1);
    expect(row).toMatchObject({ elements: [{ action_id: 'sco:run:0', value: 'search trade' }] });
    await slack.deliver(clickBody({ action: 'sco:run:0', value: 'search trade', held: 'thread' }));
    expect(context.asked.map(({ words: typed }) => typed)).toEqual(['search trade', 'search trade']);
  });
});
