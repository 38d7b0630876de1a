import type { TextHandlers } from '../../chat/blocks.ts';
import { escapeText, escapeVisible, visible } from '../escape.ts';
import { markdown } from '../markdown.ts';
import { type DrawnPart, textDisplay } from './part.ts';

const CODE_FENCE = '```';

/** Blocks without buttons. */
export const textBlocks: TextHandlers<readonly DrawnPart[]> = {
  heading({ text }) {
    const line = escapeText(text.replace(/\s+/g, ' ').trim());
    return line === '' ? [] : textDisplay(`### ${line}`);
  },

  paragraph: ({ runs }) => textDisplay(markdown(runs)),

  /** Small print, line by line; an empty line would show its marker. */
  note: ({ runs }) =>
    textDisplay(
      markdown(runs)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => `-# ${line.trimStart()}`)
        .join('\n'),
    ),

  /** A further line of an item stands under its first. */
  list: ({ items }) =>
    textDisplay(
      items
        .map((item) => markdown(item))
        .filter((item) => item.trim() !== '')
        .map((item) => `- ${item.replaceAll(/\n+/g, '\n  ')}`)
        .join('\n'),
    ),

  /** Nothing can be escaped within a fence, so that a text with a fence of its own stands in plain letters. */
  code({ text }) {
    const shown = visible(text);
    if (shown.trim() === '') return [];
    return textDisplay(
      shown.includes(CODE_FENCE) ? escapeVisible(shown) : `${CODE_FENCE}\n${shown}\n${CODE_FENCE}`,
    );
  },
};
