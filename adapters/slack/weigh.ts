import type { KnownBlock } from '@slack/types';
import type { Size } from '../../src/message/fit.ts';
import { limits } from './limits.ts';

/** Keys whose values a person sees or follows. */
const WEIGHED = new Set(['text', 'url', 'value']);

function weight(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + weight(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (typeof inner === 'string' ? (WEIGHED.has(key) ? inner.length : 0) : weight(inner)),
    'type' in value ? limits.elementWeight : 0,
  );
}

/** What rendered blocks take of a message's room: see `limits.messageWeight`. */
export const weigh = (blocks: readonly KnownBlock[]): Size => ({
  characters: weight(blocks) + blocks.length * limits.blockWeight,
  elements: blocks.length,
});
