import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import { type PlainStyle, plain, wordDifference } from '../../src/message/plain.ts';
import type { Message } from '../../src/message/types.ts';
import { defaultColumns, widestColumn } from './limits.ts';

export interface TerminalLook {
  readonly colour: boolean;
  readonly columns: number;
}

const coloured: PlainStyle = {
  mark: (text) => styleText(['bold', 'yellow'], text, { validateStream: false }),
  strong: (text) => styleText('bold', text, { validateStream: false }),
  quiet: (text) => styleText('dim', text, { validateStream: false }),
  // The marks stay: not everybody tells red from green.
  deleted: (text) => styleText('red', wordDifference.deleted(text), { validateStream: false }),
  inserted: (text) => styleText('green', wordDifference.inserted(text), { validateStream: false }),
};

/** What stands before a line's own text and is repeated on the lines that it is wrapped to. */
const indentOf = (line: string): string => /^(?:> | {2,}|- )/.exec(line)?.[0] ?? '';

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Private use, from its end, where fonts put icons least often. */
const LAST_PRIVATE = 0xf8ff;

/**
 * `wrap-ansi` gives its text back in Unicode's composed form, which is not what an article has where it is
 * written decomposed. Such characters are wrapped under a stand-in that the line itself does not have.
 */
function wrapExactly(text: string, columns: number): string {
  const wrap = (line: string): string => wrapAnsi(line, columns, { hard: false, trim: true });
  if (text === text.normalize()) return wrap(text);
  const standIns = new Map<string, string>();
  let next = LAST_PRIVATE;
  const covered = [...characters.segment(text)].map(({ segment }) => {
    if (segment === segment.normalize()) return segment;
    while (text.includes(String.fromCharCode(next))) next--;
    const standIn = standIns.get(segment) ?? String.fromCharCode(next--);
    standIns.set(segment, standIn);
    return standIn;
  });
  let wrapped = wrap(covered.join(''));
  for (const [segment, standIn] of standIns) wrapped = wrapped.replaceAll(standIn, () => segment);
  return wrapped;
}

function wrapLine(line: string, columns: number): string {
  const indent = indentOf(line);
  const wrapped = wrapExactly(line.slice(indent.length), columns - indent.length);
  const follows = indent.startsWith('-') ? '  ' : indent;
  return wrapped
    .split('\n')
    .map((part, at) => (at === 0 ? indent : follows) + part)
    .join('\n');
}

/** The message as a terminal prints it, wrapped at its width; addresses are never broken. */
export function render(message: Message, { colour, columns }: TerminalLook): string {
  const width = Math.max(20, Math.min(columns || defaultColumns, widestColumn));
  const wrapped = (text: string): string =>
    text
      .split('\n')
      .map((line) => wrapLine(line, width))
      .join('\n');
  return message.blocks
    .map((block) => {
      const text = plain({ blocks: [block], omitted: [] }, colour ? coloured : undefined);
      // What is there to be copied keeps its lines.
      return block.type === 'code' ? text : wrapped(text);
    })
    .filter((text) => text !== '')
    .join('\n\n');
}
