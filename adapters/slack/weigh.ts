import type { KnownBlock } from '@slack/types';
import type { Size } from '../../src/message/fit.ts';
import { limits } from './limits.ts';

/** Keys whose values a person sees or follows. */
const WEIGHED = new Set(['text', 'url', 'value']);

function weight(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + weight(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 'type' in value ? limits.elementWeight : 0;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') sum += weight(inner);
    else if (WEIGHED.has(key)) sum += inner.length;
  }
  return sum;
}

/** What rendered blocks take of a message's room: see `limits.messageWeight`. */
export const weigh = (blocks: readonly KnownBlock[]): Size => ({
  characters: weight(blocks) + blocks.length * limits.blockWeight,
  elements: blocks.length,
});
