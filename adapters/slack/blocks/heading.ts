import type { KnownBlock } from '@slack/types';
import type { Block } from '../../../src/message/types.ts';
import { limits } from '../limits.ts';
import { textElement } from '../rich-text.ts';
import { literal } from '../text.ts';

/** A header block, or bold rich text where the heading is longer than a header may be. */
export function heading(block: Extract<Block, { type: 'heading' }>): KnownBlock[] {
  const text = literal(block.text);
  if (text.trim() === '') return [];
  if (text.length <= limits.headerText) {
    return [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }];
  }
  const elements = [...textElement(block.text, { bold: true })];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}
