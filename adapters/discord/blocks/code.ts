import type { Block } from '../../../src/message/types.ts';
import { escapeVisible, visible } from '../escape.ts';
import { type Part, text } from './part.ts';

const FENCE = '```';

/** Nothing can be escaped within a fence, so that a text with a fence of its own stands in plain letters. */
export const code = (block: Extract<Block, { type: 'code' }>): readonly Part[] => {
  const shown = visible(block.text);
  if (shown.trim() === '') return [];
  return text(shown.includes(FENCE) ? escapeVisible(shown) : `${FENCE}\n${shown}\n${FENCE}`);
};
