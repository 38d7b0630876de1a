import type { Block } from '../../../src/message/types.ts';
import { escapeText } from '../escape.ts';
import { type Part, text } from './part.ts';

export const heading = (block: Extract<Block, { type: 'heading' }>): readonly Part[] => {
  const line = escapeText(block.text.replace(/\s+/g, ' ').trim());
  return line === '' ? [] : text(`### ${line}`);
};
