import type { Action, Block, Message, Quotation, Run } from '../../src/message/types.ts';

/** Small messages for the Slack tests: one of each kind, and some that mean harm. */

export const message = (...blocks: readonly Block[]): Message => ({ blocks, omitted: [] });

export const words = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });

export const run = (label: string, command = `search ${label}`): Action => ({ type: 'run', label, command });
export const share = (command = 'search trade'): Action => ({
  type: 'share',
  label: 'Share to channel',
  command,
});
export const link = (label: string, url = 'https://desk.example/a/way-forward#p12'): Action => ({
  type: 'link',
  label,
  url,
});

export function quotation(text: string, more: Partial<Quotation> = {}): Quotation {
  const n = more.id?.split(':')[1] ?? '12';
  return {
    type: 'quotation',
    id: `way-forward:${Number(n)}`,
    article: 'way-forward',
    parts: [{ type: 'verbatim', text, marked: false, start: 0, end: text.length }],
    citation: [
      { text: 'The Way Forward', style: 'strong' },
      { text: ' · undated · ' },
      { text: `way-forward:${n}` },
    ],
    url: `https://desk.example/a/way-forward#p${n}`,
    actions: [run('Open', `open way-forward:${n}`), run('Cite', `cite way-forward:${n}`)],
    ...more,
  };
}

const hostileTexts = [
  '<!channel> <!here> <@U0123456789> <#C0123456789>',
  '@everyone @here @channel',
  '[x](javascript:alert(1)) <javascript:alert(1)|x>',
  '</script><script>alert(1)</script>',
  '`code` ```block``` *bold* _it_ ~gone~ :smile: > quote',
  'right \u202eto left \u2067and isolated',
  '&amp; &lt;!channel&gt; & < >',
  'null\u0000 escape\u001b[31m bell\u0007',
  'family 👩‍👩‍👧‍👦 and half \ud83d',
  'العربية, 上海合作组织, Шанхай',
] as const;

const hostile = (text: string): readonly Block[] => {
  const runs: readonly Run[] = [{ text }, { text, style: 'strong' }, { text, link: 'javascript:alert(1)' }];
  return [
    { type: 'heading', text },
    { type: 'paragraph', runs },
    { type: 'note', runs: [{ text }] },
    { type: 'note', runs: [{ text, link: 'https://desk.example/?q=<!channel>' }] },
    { type: 'list', items: [runs, [{ text }]] },
    { type: 'code', text },
    quotation(text, { citation: [{ text }], actions: [run(text, text), link(text, 'javascript:alert(1)')] }),
    { type: 'actions', actions: [run(text, text), share(text), link(text)] },
  ];
};

const sixtyHits = Array.from({ length: 60 }, (_, index) =>
  quotation(`Hit ${index + 1}: ${'trade and trust '.repeat(20)}`, { id: `way-forward:${index + 1}` }),
);

/** By name. */
export const slackMessages: Readonly<Record<string, Message>> = {
  'a heading': message({ type: 'heading', text: 'Sources' }),
  'white space alone': message(words('   '), { type: 'heading', text: ' ' }),
  'a long heading': message({ type: 'heading', text: 'No results for '.repeat(20) }),
  'a paragraph': message({
    type: 'paragraph',
    runs: [
      { text: 'The corpus ' },
      { text: 'does not say', style: 'strong' },
      { text: '.', style: 'emphasis' },
    ],
  }),
  'a note': message({ type: 'note', runs: [{ text: 'Page 1 of 3.' }] }),
  'a note with a link': message({
    type: 'note',
    runs: [{ text: 'See ' }, { text: 'the reader', link: 'https://desk.example/?a=1&b=2' }],
  }),
  'a note with a mark': message({
    type: 'note',
    runs: [{ text: 'Showing ' }, { text: 'trade', style: 'strong' }],
  }),
  'a list': message({ type: 'list', items: [[{ text: 'one' }], [{ text: 'two', style: 'code' }]] }),
  'text to copy': message({ type: 'code', text: '@article{way-forward,\n  title = {The Way Forward}\n}' }),
  'buttons of every kind': message({ type: 'actions', actions: [run('More'), share(), link('Read')] }),
  'thirty buttons': message({ type: 'actions', actions: Array.from({ length: 30 }, (_, n) => run(`B${n}`)) }),
  'a quotation': message(
    quotation('Security for all, by all.', {
      parts: [
        { type: 'verbatim', text: 'Security', marked: true, start: 0, end: 8 },
        { type: 'verbatim', text: ' for all', marked: false, start: 8, end: 16 },
        { type: 'gap', omitted: 312, said: ' [… 312 characters left out …] ' },
        { type: 'verbatim', text: ', by all.', marked: false, start: 328, end: 337 },
      ],
    }),
  ),
  'a paragraph of 5,000 characters': message(words('word '.repeat(1000))),
  'a quotation of 30,000 characters': message(quotation('word '.repeat(6000))),
  'sixty hits': message(...sixtyHits, { type: 'actions', actions: [run('More')] }),
  'empty parts': message(
    { type: 'heading', text: '' },
    { type: 'paragraph', runs: [{ text: '' }] },
    { type: 'note', runs: [] },
    { type: 'list', items: [[{ text: '' }], []] },
    { type: 'code', text: '' },
    { type: 'actions', actions: [] },
    words('something'),
  ),
  ...Object.fromEntries(
    hostileTexts.map((text) => [`hostile: ${JSON.stringify(text)}`, message(...hostile(text))]),
  ),
};
