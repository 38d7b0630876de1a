import type { PassageId } from '../../src/document/types.ts';
import type { Block, Message, Quotation } from '../../src/message/types.ts';

/** A quotation of one passage: `words` in pieces, every second one marked. */
export function quotationOf(id: PassageId, words: readonly string[]): Quotation {
  let at = 0;
  const parts = words.map((text, index) => {
    const start = at;
    at += text.length;
    return { type: 'verbatim' as const, text, start, end: at, marked: index % 2 === 1 };
  });
  return {
    type: 'quotation',
    id,
    article: id.split(':')[0] ?? id,
    parts,
    citation: [{ text: 'The way forward' }, { text: ' · publisher not given · undated · ' }, { text: id }],
    url: `http://localhost:3000/a/${id.replace(':', '#p')}`,
    actions: [
      { type: 'run', label: 'Open', command: `open ${id}` },
      { type: 'run', label: 'Cite', command: `cite ${id}` },
      { type: 'link', label: 'Source', url: `http://localhost:3000/a/${id.replace(':', '#p')}` },
    ],
  };
}

export const messageOf = (...blocks: readonly Block[]): Message => ({ blocks, omitted: [] });

/** What an answer to `command` looks like: a heading, one passage, what can be done next. */
export const answerTo = (command: string): Message =>
  messageOf(
    { type: 'heading', text: `Results for ${command}` },
    { type: 'note', runs: [{ text: '1 passage.' }] },
    quotationOf('way-forward:3', ['On ', 'multilateralism', ' we agree.']),
    {
      type: 'actions',
      actions: [
        { type: 'run', label: 'More', command: `${command} page:2` },
        { type: 'share', label: 'Share to channel', command },
      ],
    },
  );

export const LONG = `search ${'a rather long question about everything '.repeat(5).trim()}`;
