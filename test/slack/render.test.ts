import type { Button, KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../adapters/slack/limits.ts';
import { render } from '../../adapters/slack/render.ts';
import type { Action, Block, Message, Run } from '../../src/message/types.ts';
import { link, message, quotation, run, share, slackMessages, words } from '../peers/slack-messages.ts';
import { slackFaults, visibleWords } from '../peers/slack-payload.ts';

const buttons = (blocks: readonly KnownBlock[]): readonly Button[] =>
  blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.filter((element) => element.type === 'button') : [],
  );

const text = fc.string({ unit: 'binary', maxLength: 400 });
const runs: fc.Arbitrary<readonly Run[]> = fc.array(
  fc.record(
    { text, style: fc.constantFrom('strong', 'emphasis', 'code'), link: fc.oneof(fc.webUrl(), text) },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 5 },
);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constantFrom('run', 'share'), label: text, command: fc.string({ maxLength: 2500 }) }),
  fc.record({ type: fc.constant('link'), label: text, url: fc.oneof(fc.webUrl(), text) }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading'), text }),
  fc.record({ type: fc.constantFrom('paragraph', 'note'), runs }),
  fc.record({ type: fc.constant('list'), items: fc.array(runs, { maxLength: 8 }) }),
  fc.record({ type: fc.constant('code'), text: fc.string({ maxLength: 5000 }) }),
  fc.record({ type: fc.constant('actions'), actions: fc.array(action, { maxLength: 30 }) }),
  fc
    .record({
      said: fc.string({ minLength: 1, maxLength: 9000 }),
      citation: runs,
      actions: fc.array(action, { maxLength: 4 }),
      url: fc.webUrl(),
    })
    .map(({ said, ...more }) => quotation(said, more)),
);
const anyMessage: fc.Arbitrary<Message> = fc
  .array(block, { maxLength: 70 })
  .map((blocks) => message(words('Something is always said.'), ...blocks));

describe('render', () => {
  it.each(Object.entries(slackMessages))('makes a payload that Slack takes of %s', (_name, each) => {
    expect(slackFaults(render(each))).toEqual([]);
  });

  it('makes a payload that Slack takes of any message, the same each time', () => {
    fc.assert(
      fc.property(anyMessage, (each) => {
        const payload = render(each);
        expect(slackFaults(payload)).toEqual([]);
        expect(render(each)).toEqual(payload);
      }),
      { numRuns: 60 },
    );
  });

  it('shows a quotation with its marked words bold and its id leading to the passage', () => {
    const { blocks } = render(slackMessages['a quotation'] ?? message());
    expect(blocks[0]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'text', text: 'Security', style: { bold: true } },
            { type: 'text', text: ' for all' },
            { type: 'text', text: ' [… 312 characters left out …] ', style: { italic: true } },
            { type: 'text', text: ', by all.' },
          ],
        },
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'The Way Forward', style: { bold: true } },
            { type: 'text', text: ' · undated · ' },
            { type: 'link', text: 'way-forward:12', url: 'https://desk.example/a/way-forward#p12' },
          ],
        },
      ],
    });
  });

  it.each<[string, readonly Run[]]>([
    ['in one run with other words', [{ text: 'The Way Forward, way-forward:12.' }]],
    ['not at all', [{ text: 'The Way Forward' }]],
    ['as a link already', [{ text: 'way-forward:12', link: 'https://desk.example/a/way-forward#p12' }]],
  ])('links the passage id once when the citation has it %s', (_name, citation) => {
    const rendered = JSON.stringify(render(message(quotation('x', { citation }))).blocks);
    expect(rendered.match(/"type":"link"/g)).toHaveLength(1);
    expect(rendered).toMatch(/way-forward:12"/);
    expect(visibleWords(render(message(quotation('x', { citation }))))).toContain('way-forward:12');
  });

  it.each([
    ['https://a.example/x?a=1&b=2#:~:text=one,two', 'https://a.example/x?a=1&b=2#:~:text=one,two'],
    ['https://a.example/?x=<y>|z&q="1" 2', 'https://a.example/?x=%3Cy%3E%7Cz&q=%221%22%202'],
    ['https://a.example/\nx', 'https://a.example/x'],
  ])('follows %j safely, in a citation, a button and a note', (url, safe) => {
    const { blocks } = render(
      message(
        quotation('x', {
          url,
          citation: [{ text: 'way-forward:12', link: url }],
          actions: [link('Read', url)],
        }),
        { type: 'note', runs: [{ text: 'See ' }, { text: 'it', link: url }] },
      ),
    );
    const shown = JSON.stringify(blocks).replaceAll('&amp;', '&');
    expect(shown.match(/https:[^"|]+/g)).toEqual([safe, safe, safe]);
    expect(slackFaults(render(message(quotation('x', { url }))))).toEqual([]);
  });

  it('keeps the very characters of a quotation, and lets its direction marks reach no further', () => {
    const said = 'He said \u202e“<!channel> & *all*” `now` \u2067 :smile:';
    const { blocks } = render(message(quotation(said)));
    const [quote] = blocks[0]?.type === 'rich_text' ? blocks[0].elements : [];
    expect(quote).toEqual({
      type: 'rich_text_quote',
      elements: [{ type: 'text', text: `${said}\u2069\u202c` }],
    });
  });

  it('puts the whole command into a button, and its address into a link', () => {
    const made = buttons(
      render(message({ type: 'actions', actions: [run('More', 'search trade page 2'), link('Read')] }))
        .blocks,
    );
    expect(made.map(({ action_id, value, url }) => ({ action_id, value, url }))).toEqual([
      { action_id: 'sco:run:0', value: 'search trade page 2', url: undefined },
      { action_id: 'sco:link:1', value: undefined, url: 'https://desk.example/a/way-forward#p12' },
    ]);
  });

  it('offers sharing to the one person who sees an answer, and not where everyone does', () => {
    const each = message({ type: 'actions', actions: [run('More'), share()] });
    const labels = (audience: 'asker' | 'channel') =>
      buttons(render(each, audience).blocks).map((button) => button.text.text);
    expect(labels('asker')).toEqual(['More', 'Share to channel']);
    expect(labels('channel')).toEqual(['More']);
  });

  it.each<[string, Action]>([
    ['a command too long for it', run('Long', 'x'.repeat(2001))],
    ['an address that is none', link('Evil', 'javascript:alert(1)')],
    ['an address too long for it', link('Far', `https://desk.example/${'x'.repeat(3000)}`)],
  ])('leaves out a button with %s and says so', (_name, action) => {
    const payload = render(message({ type: 'actions', actions: [run('More'), action] }));
    expect(buttons(payload.blocks)).toHaveLength(1);
    expect(visibleWords(payload)).toContain(
      `Left out, because Slack has no room for what it does: “${action.label}”`,
    );
  });

  it('shortens a label that is too long, visibly, and keeps its command whole', () => {
    const [button] = buttons(
      render(message({ type: 'actions', actions: [run(`${'x'.repeat(73)}👍👍`, 'search x')] })).blocks,
    );
    expect(button?.text.text).toBe(`${'x'.repeat(73)}…`);
    expect(button?.value).toBe('search x');
  });

  it('leaves out what does not fit from the end and names it', () => {
    const payload = render(slackMessages['sixty hits'] ?? message());
    const seen = visibleWords(payload);
    expect(seen).toContain('Hit 1:');
    expect(seen).toMatch(/Left out for want of room: \d+ passages \(.*way-forward:60\)/);
    expect(seen).toContain('More');
  });

  it('says how much of a passage is left out when it alone is too long', () => {
    expect(visibleWords(render(slackMessages['a quotation of 30,000 characters'] ?? message()))).toMatch(
      /\[… [\d,]+ characters left out …\]/,
    );
  });

  it.each<[string, string, RegExp]>([
    ['plain words are small print', 'a note', /"plain_text"/],
    [
      'a link in plain words is small print',
      'a note with a link',
      /<https:\/\/desk.example\/\?a=1&amp;b=2\|the reader>/,
    ],
    ['marked words are rich text', 'a note with a mark', /"bold":true/],
  ])('of a note, %s', (_name, note, shown) => {
    expect(JSON.stringify(render(slackMessages[note] ?? message()).blocks)).toMatch(shown);
  });

  it.each(['*<!channel>* ', 'one\ntwo ', ':smile: ', 'a | b '])(
    'never lets a note be parsed whose words could be markup: %j',
    (text) => {
      const note: Block = { type: 'note', runs: [{ text }, { text: 'x', link: 'https://a.example' }] };
      expect(JSON.stringify(render(message(note)).blocks)).not.toContain('mrkdwn');
    },
  );

  it('gives notifications the escaped words, the end announced where it is left out', () => {
    expect(render(message(words('<!channel> & all'))).text).toBe('&lt;!channel&gt; &amp; all');
    const long = render(message(words('word '.repeat(2000)))).text;
    expect(long.length).toBeLessThanOrEqual(limits.fallbackText);
    expect(long).toMatch(/\[… \d+ more characters …\]$/);
  });
});
