import type { Block } from '../../../src/message/types.ts';
import { markdown } from '../markdown.ts';
import { type Part, text } from './part.ts';

/** A further line of an item stands under its first. */
export const list = (block: Extract<Block, { type: 'list' }>): readonly Part[] =>
  text(
    block.items
      .map((item) => markdown(item))
      .filter((item) => item.trim() !== '')
      .map((item) => `- ${item.replaceAll(/\n+/g, '\n  ')}`)
      .join('\n'),
  );
