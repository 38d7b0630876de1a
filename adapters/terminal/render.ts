import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import { type PlainStyle, plain } from '../../src/message/plain.ts';
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
};

/** What stands before a line's own text and is repeated on the lines that it is wrapped to. */
const indentOf = (line: string): string => /^(?:> | {2,}|- )/.exec(line)?.[0] ?? '';

function wrapLine(line: string, columns: number): string {
  const indent = indentOf(line);
  const wrapped = wrapAnsi(line.slice(indent.length), columns - indent.length, { hard: false, trim: true });
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
