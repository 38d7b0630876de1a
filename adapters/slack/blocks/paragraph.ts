import type { KnownBlock } from '@slack/types';
import type { Run } from '../../../src/message/types.ts';
import { runElements } from '../rich-text.ts';

export function paragraph(block: { readonly runs: readonly Run[] }): KnownBlock[] {
  const elements = runElements(block.runs);
  if (elements.length === 0) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}
