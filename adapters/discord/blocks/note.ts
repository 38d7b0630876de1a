import type { Block } from '../../../src/message/types.ts';
import { markdown } from '../markdown.ts';
import { type Part, text } from './part.ts';

/** Small print, line by line; an empty line would show its marker. */
export const note = (block: Extract<Block, { type: 'note' }>): readonly Part[] =>
  text(
    markdown(block.runs)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `-# ${line.trimStart()}`)
      .join('\n'),
  );
