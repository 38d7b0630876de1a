import type { PassageId } from '../../src/document/types.ts';
import type { Action, Block, Message, Quotation } from '../../src/message/types.ts';
import { hostileTexts } from './hostile-text.ts';

const of = (...blocks: readonly Block[]): Message => ({ blocks, omitted: [] });

/** A quotation of text in pieces, every second one marked, that starts at `from` in its article. */
export function quotation(
  n: number,
  pieces: readonly string[],
  more: Partial<Quotation> = {},
  from = 0,
): Quotation {
  let at = from;
  const parts = pieces.map((text, index) => {
    const start = at;
    at += text.length;
    return { type: 'verbatim' as const, text, start, end: at, marked: index % 2 === 1 };
  });
  const id: PassageId = `made-up:${n}`;
  const url = `http://localhost:3000/a/made-up#p${n}`;
  return {
    type: 'quotation',
    id,
    article: 'made-up',
    parts,
    citation: [
      { text: 'A made-up article', style: 'strong' },
      { text: ' · ' },
      { text: 'author not given' },
      { text: ' · ' },
      { text: id, link: url },
    ],
    url,
    actions: [],
    ...more,
  };
}

/** One hostile text in every place of a message. */
const everywhere = (text: string): Message =>
  of(
    { type: 'heading', text },
    { type: 'paragraph', runs: [{ text: 'It says: ' }, { text }, { text, style: 'strong' }] },
    { type: 'paragraph', runs: [{ text, style: 'emphasis' }, { text: ' and ' }, { text, style: 'code' }] },
    { type: 'paragraph', runs: [{ text, style: 'deleted' }, { text: ' ' }, { text, style: 'inserted' }] },
    { type: 'note', runs: [{ text }, { text: ' see ' }, { text, link: 'https://example.org/note' }] },
    { type: 'note', runs: [{ text }] },
    { type: 'list', items: [[{ text }], [{ text: 'second ' }, { text, style: 'code' }]] },
    { type: 'code', text },
    quotation(1, [text, `marked ${text}`, ` and ${text}`], {
      citation: [
        { text, style: 'strong' },
        { text: ` · ${text} · undated · ` },
        { text: 'made-up:1', link: 'http://localhost:3000/a/made-up#p1' },
      ],
      actions: [
        { type: 'run', label: `Open ${text}`, command: `search ${text}` },
        { type: 'link', label: `Source ${text}`, url: 'http://localhost:3000/a/made-up#p1' },
      ],
    }),
    {
      type: 'actions',
      actions: [
        { type: 'run', label: text, command: `search ${text}` },
        { type: 'share', label: `Share ${text}`, command: `search ${text}` },
      ],
    },
  );

const sentence = 'Member states reaffirm that they will work together, as before, in good faith. ';
const long = (length: number): string =>
  sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);

const run = (n: number, more: Partial<Extract<Action, { type: 'run' }>> = {}): Action => ({
  type: 'run',
  label: `Do ${n}`,
  command: `open made-up:${n}`,
  ...more,
});
const times = <T>(n: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at + 1));

const LONG_URL = `https://example.org/${'a/'.repeat(1490)}`;

const sizes: Readonly<Record<string, Message>> = {
  'no blocks': of(),
  'blocks without text': of(
    { type: 'heading', text: '' },
    { type: 'paragraph', runs: [] },
    { type: 'note', runs: [{ text: '' }] },
    { type: 'list', items: [] },
    { type: 'list', items: [[]] },
    { type: 'code', text: '' },
    { type: 'actions', actions: [] },
  ),
  'white space alone': of(
    { type: 'heading', text: ' ' },
    { type: 'paragraph', runs: [{ text: '\n' }] },
    { type: 'note', runs: [{ text: ' \n ' }] },
    { type: 'code', text: '\n\n' },
  ),
  'buttons alone': of({ type: 'actions', actions: [run(1)] }),
  'a heading of 5,000 characters': of({ type: 'heading', text: long(5000) }, quotation(1, ['After it.'])),
  'a paragraph of 5,000 characters': of({ type: 'paragraph', runs: [{ text: long(5000) }] }),
  'a note of 5,000 characters': of({ type: 'note', runs: [{ text: long(5000) }] }),
  'a passage of 5,000 characters': of(quotation(1, [long(5000)])),
  'a passage of 5,000 characters, marked near its end': of(
    quotation(1, [long(4500), 'multilateralism', ` ${long(485)}`], {}, 812),
  ),
  'a passage of 5,000 characters, marked throughout': of(quotation(1, ['', long(5000)])),
  'a passage of 5,000 characters between its neighbours': of(
    { type: 'heading', text: 'made-up:2' },
    { type: 'note', runs: [{ text: 'Before it:' }] },
    quotation(1, [`The neighbour before. ${long(300)}`]),
    quotation(2, ['', `The passage itself. ${long(5000)}`]),
    { type: 'note', runs: [{ text: 'After it:' }] },
    quotation(3, [`The neighbour after. ${long(300)}`]),
    { type: 'actions', actions: [{ type: 'share', label: 'Share to channel', command: 'open made-up:2' }] },
  ),
  'a passage of 5,000 emoji': of(quotation(1, ['🙂'.repeat(2400), '👩‍👩‍👧', '🙂'.repeat(2600)])),
  'a passage of 5,000 characters that need escapes': of(quotation(1, ['*_~|<&'.repeat(833)])),
  'a passage with gaps': of(
    quotation(1, [], {
      parts: [
        { type: 'gap', omitted: 40, said: '[… 1 sentence left out …] ' },
        { type: 'verbatim', text: 'We shall ', start: 140, end: 149, marked: false },
        { type: 'verbatim', text: 'cooperate', start: 149, end: 158, marked: true },
        { type: 'verbatim', text: '.', start: 158, end: 159, marked: false },
        { type: 'gap', omitted: 60, said: ' [… 2 sentences left out …]' },
      ],
    }),
  ),
  'code of 5,000 characters': of({ type: 'code', text: long(5000).replaceAll(', ', ',\n') }),
  '60 passages': of(
    { type: 'heading', text: '60 passages for “multilateralism”' },
    ...times(60, (n) =>
      quotation(n, [`Passage ${n} on `, 'multilateralism', ` says: ${long(200)}`], {
        actions: [run(n, { label: 'Open' }), run(n, { label: 'Cite', command: `cite made-up:${n}` })],
      }),
    ),
    { type: 'actions', actions: [run(61, { label: 'More passages', command: 'search x page:2' })] },
  ),
  'a list of 200 items': of({
    type: 'list',
    items: times(200, (n) => [{ text: `Item ${n}. ${long(60)}` }]),
  }),
  '30 buttons': of(
    { type: 'paragraph', runs: [{ text: 'Choose.' }] },
    { type: 'actions', actions: times(30, (n) => run(n)) },
  ),
  'a passage with 30 buttons': of(quotation(1, ['Words.'], { actions: times(30, (n) => run(n)) })),
  '60 buttons': of(
    { type: 'paragraph', runs: [{ text: 'Choose.' }] },
    { type: 'actions', actions: times(60, (n) => run(n)) },
  ),
  'labels of 300 characters': of(
    { type: 'paragraph', runs: [{ text: 'Choose.' }] },
    {
      type: 'actions',
      actions: [run(1, { label: long(300) }), run(2, { label: '🙂'.repeat(150) }), run(3, { label: '' })],
    },
  ),
  'commands of 3,000 characters': of(
    { type: 'paragraph', runs: [{ text: 'Choose.' }] },
    {
      type: 'actions',
      actions: [
        run(1, { command: `search ${long(3000)}` }),
        { type: 'share', label: 'Share to channel', command: `search ${long(3000)}` },
      ],
    },
  ),
  'links of 3,000 characters': of(
    { type: 'paragraph', runs: [{ text: 'See ' }, { text: 'the source', link: LONG_URL }] },
    quotation(1, ['Words.'], {
      url: LONG_URL,
      citation: [{ text: 'A made-up article · ' }, { text: 'made-up:1', link: LONG_URL }],
      actions: [{ type: 'link', label: 'Source', url: LONG_URL }],
    }),
  ),
  'links that lead nowhere good': of(
    {
      type: 'paragraph',
      runs: [
        { text: 'first', link: 'javascript:alert(1)' },
        { text: 'second', link: 'data:text/html,<script>alert(1)</script>' },
        { text: 'third', link: 'https://example.org/)[x](https://evil.example' },
        { text: 'fourth', link: 'https://example.org/>|<!channel>' },
        { text: 'fifth', link: 'https://example.org/" onclick="alert(1)' },
        { text: 'sixth', link: 'https://example.org/\u001b]8;;\u0007' },
      ],
    },
    { type: 'actions', actions: [{ type: 'link', label: 'Source', url: 'javascript:alert(1)' }] },
  ),
};

/** Hand-made messages that a renderer could stumble over, by name. */
export const hostileMessages: ReadonlyMap<string, Message> = new Map([
  ...Object.entries(hostileTexts).map(([name, text]) => [`${name}, everywhere`, everywhere(text)] as const),
  ...Object.entries(sizes),
]);
