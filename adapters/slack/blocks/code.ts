import type { KnownBlock } from '@slack/types';
import type { Block } from '../../../src/message/types.ts';
import { textElement } from '../rich-text.ts';

export function code(block: Extract<Block, { type: 'code' }>): KnownBlock[] {
  const elements = [...textElement(block.text)];
  if (elements.length === 0) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements }] }];
}
