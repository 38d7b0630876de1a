import type { Block } from '../../../src/message/types.ts';
import { markdown } from '../markdown.ts';
import { type Part, text } from './part.ts';

export const paragraph = (block: Extract<Block, { type: 'paragraph' }>): readonly Part[] =>
  text(markdown(block.runs));
