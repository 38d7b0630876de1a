import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawDiscordComponents } from '../../adapters/web/draw/discord.ts';
import { discordMarkdown } from '../../adapters/web/draw/discord-markdown.ts';
import type { PayloadNode } from '../../adapters/web/draw/node.ts';
import type { Press } from '../../adapters/web/draw/press.ts';
import { drawSlackBlocks } from '../../adapters/web/draw/slack.ts';
import { mrkdwn } from '../../adapters/web/draw/slack-mrkdwn.ts';
import type { Html } from '../../adapters/web/markup.ts';
import { html, safeHref } from '../../adapters/web/markup.ts';
import { render } from '../../adapters/web/render.ts';
import type { Message } from '../../src/message/types.ts';
import { draw } from './page-under-test.ts';

const written = async (drawn: Html | readonly Html[]): Promise<string> => String(await html`${drawn}`);

/** What a reader sees, white space folded: the tags off, the entities read. */
const seen = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

const noPress = (): Press => ({ type: 'none' });

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '<javascript:alert(1)|x>',
  '@everyone <!channel> <@U1>',
  "' autofocus onfocus='alert(1)",
  '``` ** __ ~~ || \\ `',
];

/** Tags that the drawings are made of, and no attribute that could carry a script or leave the web. */
function expectInert(markup: string): void {
  expect(markup).not.toMatch(/<(?:script|img|iframe|style|object|embed|form)\b/i);
  for (const [tag] of markup.matchAll(/<[a-z][^>]*>/gi)) {
    expect(tag).not.toMatch(/^<\w+(?:\s+[\w-]+(?:="[^"]*")?)*\s+(?:on\w+|style|srcdoc|autofocus)\b/i);
  }
  for (const [, href = ''] of markup.matchAll(/href="([^"]*)"/g))
    expect(href).toMatch(/^(?:https?:|\/(?!\/))/);
}

describe('Slack', () => {
  it.each([
    [
      { type: 'header', text: { type: 'plain_text', text: 'A & B' } },
      '<p class="slack-header">A &amp; B</p>',
    ],
    [{ type: 'divider' }, '<hr>'],
    [
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'see <https://a.test/b?c=1&amp;d=2|here>' }] },
      'href="https://a.test/b?c=1&amp;d=2"',
    ],
    [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              { type: 'text', text: 'not *parsed* <!channel>' },
              { type: 'text', text: 'marked', style: { bold: true } },
            ],
          },
        ],
      },
      'not *parsed* &lt;!channel&gt;<strong>marked</strong></blockquote>',
    ],
    [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'ordered',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] }],
          },
        ],
      },
      '<ol class="slack-indent-0"><li>',
    ],
    [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'channel' }] }],
      },
      '<span class="slack-mention">@channel</span>',
    ],
    [{ type: 'video', title: 'x' }, 'cannot be drawn here: video'],
    [
      { type: 'actions', elements: [{ type: 'datepicker' }] },
      '<div class="slack-actions"><p class="undrawable">cannot be drawn here: datepicker',
    ],
    [{}, 'cannot be drawn here: a node with no type'],
    [{ type: 'rich_text', elements: 7 }, '<div class="slack-rich-text"></div>'],
    [{ type: 'constructor' }, 'cannot be drawn here: constructor'],
  ] satisfies [PayloadNode, string][])('draws %j', async (block, expected) => {
    expect(await written(drawSlackBlocks([block], noPress))).toContain(expected);
  });

  it.each([
    ['*bold* and _leaning_ and ~struck~ and `code`', '<strong>', 'bold and leaning and struck and code'],
    ['2 * 3 * 4 and snake_case_name', '<span', '2 * 3 * 4 and snake_case_name'],
    ['&lt;b&gt; &amp;amp;', '&lt;b&gt; &amp;amp;', '<b> &amp;'],
    ['<!here> and <@U1|someone>', '<span class="slack-mention">!here</span>', '!here and someone'],
    ['<javascript:alert(1)|click>', '<span>', 'click'],
  ])('reads the markup %j', async (text, expected, words) => {
    const markup = await written(mrkdwn(text));
    expect(markup).toContain(expected);
    expect(seen(markup)).toBe(words);
  });
});

describe('Discord', () => {
  it.each([
    [{ type: 10, content: '**x**' }, '<strong>x</strong>'],
    [{ type: 14 }, '<hr>'],
    [{ type: 14, divider: false }, 'discord-space'],
    [{ type: 17, accent_color: 0xff8800, components: [{ type: 10, content: 'in' }] }, 'fill="#ff8800"'],
    [{ type: 1, components: [{ type: 2, style: 2, label: 'Open', custom_id: 'r0:open a:1' }] }, 'disabled'],
    [{ type: 1, components: [{ type: 3, options: [] }] }, 'cannot be drawn here: 3'],
    [{ type: 2, style: 99, label: 'x' }, 'cannot be drawn here: button of style 99'],
    [{ type: 17, accent_color: '"><script>' }, '<div class="discord-container"></div>'],
  ] satisfies [PayloadNode, string][])('draws %j', async (component, expected) => {
    expect(await written(drawDiscordComponents([component], noPress))).toContain(expected);
  });

  it.each([
    ['# Big\n## Middle', 'discord-heading-2', 'BigMiddle'],
    ['-# small', 'discord-subtext', 'small'],
    ['> one\n> two', '<blockquote class="discord-lines" dir="auto">one\ntwo</blockquote>', 'one two'],
    ['- one\n  more\n- two', '<li>one\nmore</li><li>two</li>', 'one moretwo'],
    ['```\na **b**\n```', '<pre tabindex="0">a **b**', 'a **b**'],
    ['\\*\\*plain\\*\\* \\<\\@1>', '<p', '**plain** <@1>'],
    ['**bold _both_**', '<strong>bold <em>both</em></strong>', 'bold both'],
    ['snake_case_name', '<p', 'snake_case_name'],
    ['[words](<https://a.test/(x)>)', 'href="https://a.test/(x)"', 'words'],
    ['[words](https://a.test/%28x%29)', 'href="https://a.test/%28x%29"', 'words'],
    ['<https://a.test/>', 'href="https://a.test/"', 'https://a.test/'],
    ['see https://a.test/b.', 'href="https://a.test/b"', 'see https://a.test/b.'],
    ['[x](javascript:alert(1))', '<p', '[x](javascript:alert(1))'],
    ['hi @everyone', '<span class="discord-mention">@everyone</span>', 'hi @everyone'],
    ['<@12> <#3>', '<span class="discord-mention">&lt;@12&gt;</span>', '<@12> <#3>'],
    ['a ||b|| ~~c~~ __d__ `e`', '<s>c</s> <u>d</u> <code>e</code>', 'a b c d e'],
  ])('reads the markdown %j', async (text, expected, words) => {
    const markup = await written(discordMarkdown(text));
    expect(markup).toContain(expected);
    expect(seen(markup)).toBe(words);
  });

  it('reads any text in time and loses none of its letters', () => {
    const pieces = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '[',
      '](',
      ')',
      '\\',
      '> ',
      '\n',
      'a',
      'b c',
      '|',
      '~~',
      '<',
      'https://x.y/',
    );
    return fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), async (parts) => {
        const text = parts.join('');
        const letters = (words: string): string => words.replace(/[^abc]/g, '');
        const markup = await written(discordMarkdown(text));
        expectInert(markup);
        // A masked link shows its label alone, so that only texts without one keep every letter.
        if (!text.includes('](')) expect(letters(seen(markup))).toBe(letters(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile text', () => {
  const message = (text: string): Message => ({
    blocks: [
      { type: 'heading', text },
      {
        type: 'paragraph',
        runs: [{ text }, { text, style: 'strong' }, { text, link: 'javascript:alert(1)' }],
      },
      { type: 'note', runs: [{ text }, { text, link: 'https://a.test/"><script>' }] },
      { type: 'list', items: [[{ text }], [{ text, style: 'code' }]] },
      { type: 'code', text },
      {
        type: 'quotation',
        id: 'a:1',
        article: 'a',
        parts: [{ type: 'verbatim', text, start: 0, end: text.length, marked: true }],
        citation: [{ text }],
        url: 'https://desk.test/a/a#p1',
        actions: [
          { type: 'run', label: text, command: text },
          { type: 'link', label: text, url: 'javascript:alert(1)' },
        ],
      },
      { type: 'actions', actions: [{ type: 'share', label: text, command: text }] },
    ],
    omitted: [],
  });

  it.each(hostile)('%j is shown and does nothing, from the payloads and from the message', async (text) => {
    const wire = async (platform: 'slack' | 'discord'): Promise<PayloadNode> =>
      JSON.parse(JSON.stringify(await draw[platform].payload(message(text), 'asker')));
    const slack = await wire('slack');
    const discord = await wire('discord');
    const drawings = [
      await written(drawSlackBlocks(slack['blocks'] as PayloadNode[], noPress)),
      await written(drawDiscordComponents(discord['components'] as PayloadNode[], noPress)),
      String(await render(message(text))),
    ];
    for (const markup of drawings) {
      expectInert(markup);
      expect(markup).not.toContain('cannot be drawn here');
      expect(markup).not.toMatch(/class="(?:slack|discord)-mention"/);
      expect(seen(markup)).toContain(text.replace(/\s+/g, ' '));
    }
  });

  it.each([
    ['javascript:alert(1)', null],
    ['  javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['//evil.test', null],
    ['/\\evil.test', null],
    ['/a/way-forward#p1', '/a/way-forward#p1'],
    ['https://a.test/"<', 'https://a.test/%22%3C'],
    ['HTTP://A.test', 'http://a.test/'],
  ])('the address %j leads to %j', (address, href) => {
    expect(safeHref(address)).toBe(href);
  });
});

describe('the page’s own rendering', () => {
  it('keeps every character of a quotation, marks what is marked and says what is left out', async () => {
    const message: Message = {
      blocks: [
        {
          type: 'quotation',
          id: 'a:1',
          article: 'a',
          parts: [
            { type: 'gap', omitted: 5, said: '[… 1 sentence left out …] ' },
            { type: 'verbatim', text: 'one ', start: 5, end: 9, marked: false },
            { type: 'verbatim', text: 'two', start: 9, end: 12, marked: true },
          ],
          citation: [{ text: 'Title', style: 'strong' }],
          url: 'https://desk.test/a/a#p1',
          actions: [{ type: 'share', label: 'Share', command: 'open a:1' }],
        },
      ],
      omitted: [{ what: 'quotation', count: 2, unit: 'blocks' }],
    };
    const markup = String(await render(message));
    expect(markup).toContain('one <mark>two</mark>');
    expect(seen(markup)).toContain('[… 1 sentence left out …] one two');
    expect(markup).toContain('href="https://desk.test/a/a#p1"');
    expect(markup).not.toContain('Share');
    expect(seen(markup)).toContain('Left out: 2 blocks (quotation).');
  });
});
