import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk } from '../../src/desk/types.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { noDigest } from '../digest/no-digest.ts';
import { type Call, SlackApp } from '../peers/slack-app.ts';
import { BOT, clickBody, commandBody, mentionBody } from '../peers/slack-bodies.ts';
import { type TestContext, testContext } from '../peers/slack-context.ts';
import { slackFaults, visibleWords } from '../peers/slack-payload.ts';

interface ShownButton {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: { readonly text: string };
  readonly value?: string;
}

const isButton = (value: unknown): value is ShownButton =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'button';

/** The whole way on the five articles: an event of Slack's, the true desk, what is sent. */
describe('the desk in Slack', () => {
  let desk: Desk;
  let context: TestContext;

  beforeAll(async () => {
    const corpus = await readCorpus(fileURLToPath(new URL('../../seeds', import.meta.url)));
    const linkTo = createLinks({
      publicUrl: 'https://desk.example',
      sourceUrlTemplate: null,
      localUrl: 'http://localhost:3000',
    });
    const surroundings = testContext();
    desk = createDesk({ corpus, linkTo, digest: noDigest, log: surroundings.log, random: () => 0.5 });
    context = { ...surroundings, desk, store: createMemoryStore(() => 0) };
  });

  /** What is sent for one event: exactly one call, with a payload that Slack takes. */
  async function answered(body: Record<string, unknown>) {
    const slack = new SlackApp(context);
    await slack.deliver(body);
    expect(slack.calls).toHaveLength(1);
    const { method, sent }: Call = slack.calls[0] ?? { method: '', sent: {} };
    const blocks = Array.isArray(sent.blocks) ? sent.blocks : [];
    const payload = { text: String(sent.text), blocks };
    expect(slackFaults(payload)).toEqual([]);
    const buttons = blocks.flatMap((block) => block.elements ?? []).filter(isButton);
    return { method, sent, seen: visibleWords(payload), buttons };
  }

  let trigger = 0;
  const command = (text: string) => answered(commandBody(text, { trigger_id: `t${++trigger}` }));

  it('shows cited passages for /sco search multilateralism, with what can be done next', async () => {
    const { sent, seen, buttons } = await command('search multilateralism');
    expect(sent).toMatchObject({ response_type: 'ephemeral' });
    for (const [, id] of seen.matchAll(/([a-z-]+:\d+)$/gm)) {
      const [article = '', n = ''] = (id ?? '').split(':');
      expect(desk.corpus.articles.get(article)?.paragraphs[Number(n) - 1]?.id).toBe(id);
      expect(JSON.stringify(sent.blocks)).toContain(
        `"url":"https://desk.example/a/${article}#p${n}","text":"${id}"`,
      );
    }
    expect(JSON.stringify(sent.blocks)).toMatch(/"text":"multilaterali\w+","style":\{"bold":true\}/);
    expect(seen).toMatch(/undated/);
    expect(buttons.map(({ text }) => text.text)).toEqual(
      expect.arrayContaining(['Open', 'Cite', 'Share to channel']),
    );
  });

  it('answers a click on each of those buttons', async () => {
    const { buttons } = await command('search multilateralism');
    const clickable = buttons.filter(({ value }) => value !== undefined);
    expect(clickable.length).toBeGreaterThan(5);
    for (const [index, { action_id: action, value = '' }] of clickable.entries()) {
      const { sent, seen } = await answered(
        clickBody({ action, value, ts: `400.${index}`, held: 'ephemeral' }),
      );
      const shares = action.startsWith('sco:share:');
      expect(sent.response_type).toBe(shares ? 'in_channel' : 'ephemeral');
      expect(seen.startsWith('Shared by ann')).toBe(shares);
    }
  });

  it('gives the same passages to a mention', async () => {
    const { seen, method } = await answered(mentionBody(`<@${BOT}> search multilateralism`));
    const ids = (text: string) => [...text.matchAll(/[a-z-]+:\d+$/gm)].map(String);
    expect(method).toBe('chat.postMessage');
    expect(ids(seen)).toEqual(ids((await command('search multilateralism')).seen));
    expect(ids(seen)).not.toEqual([]);
  });

  it.each([
    'ask who chairs the SCO next',
    'open security-for-all:12',
    'cite security-for-all:12 bibtex',
    'random',
    'sources',
    'help',
    'help search',
    '',
    '   ',
    'the of and',
    'x'.repeat(10_000),
    'serach trade',
    'search from:nobody trade',
    'search after:yesterday trade',
    'open nowhere:99',
    'search <!channel> @everyone `x` *y* [x](javascript:alert(1)) </script>',
    'search \u202ereversed\u0000\u001b[31m',
    'search 🕊️ 和平 السلام',
    'search "unfinished',
  ])('has one reply that Slack takes to %j', async (words) => {
    const { seen } = await command(words);
    expect(seen).not.toBe('');
  });
});
