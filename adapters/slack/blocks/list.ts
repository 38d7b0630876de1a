import type { KnownBlock } from '@slack/types';
import type { Block } from '../../../src/message/types.ts';
import { runElements } from '../rich-text.ts';

export function list(block: Extract<Block, { type: 'list' }>): KnownBlock[] {
  const items = block.items.map(runElements).filter((elements) => elements.length > 0);
  if (items.length === 0) return [];
  const elements = items.map((item) => ({ type: 'rich_text_section' as const, elements: item }));
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}
