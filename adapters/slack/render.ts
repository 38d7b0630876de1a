import type { KnownBlock } from '@slack/types';
import type { Room, Size } from '../../src/message/fit.ts';
import { plain } from '../../src/message/plain.ts';
import type { Action, Block, Message } from '../../src/message/types.ts';
import { type BlockHandlers, byType, fitDrawn } from '../chat/blocks.ts';
import { type Audience, forAudience } from '../chat/share.ts';
import { carries, renderActions } from './blocks/actions.ts';
import { renderQuotation } from './blocks/quotation.ts';
import { textBlocks } from './blocks/text.ts';
import { escapeMarkup } from './escape.ts';
import { limits } from './limits.ts';

/** A message as Slack's methods and `response_url` take it. */
export interface SlackPayload {
  /** What notifications and screen readers get, escapeMarkup. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

const ROOM: Room = { characters: limits.messageWeight, elements: limits.blocksPerMessage, block: {} };

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
const weigh = (blocks: readonly KnownBlock[]): Size => ({
  characters: weight(blocks) + blocks.length * limits.blockWeight,
  elements: blocks.length,
});

/** The block with the buttons that Slack can carry, and a note on the others. */
function withUsableActions(block: Block): readonly Block[] {
  if (block.type !== 'actions' && block.type !== 'quotation') return [block];
  const lost = block.actions.filter((action) => !carries(action));
  if (lost.length === 0) return [block];
  const kept: Block = { ...block, actions: block.actions.filter(carries) };
  return [kept, { type: 'note', runs: [{ text: lostButtons(lost) }] }];
}

function lostButtons(lost: readonly Action[]): string {
  const labels = lost.map((action) => `“${action.label}”`).join(', ');
  return `Left out, because Slack has no room for what ${lost.length === 1 ? 'it does' : 'they do'}: ${labels}.`;
}

/** A message of buttons alone has no words of its own; Slack wants some for its notification. */
const NO_WORDS = 'An answer of the desk';

/** `plain` in Slack's escapes, the end left out and announced where it is longer than notifications need. */
function fallback(message: Message): string {
  const words = plain(message);
  const whole = words.trim() === '' ? NO_WORDS : words;
  for (let length = whole.length; ; length = Math.floor(length * 0.9)) {
    const left = whole.length - length;
    const text = escapeMarkup(whole.slice(0, length) + (left > 0 ? `\n[… ${left} more characters …]` : ''));
    if (text.length <= limits.fallbackText) return text;
  }
}

/** A message within Slack's limits. What does not fit is left out from the end and announced. */
export function render(message: Message, audience: Audience = 'asker'): SlackPayload {
  const offered = forAudience(message, audience);
  const usable = { ...offered, blocks: offered.blocks.flatMap(withUsableActions) };
  let next = 0;
  const number = (): number => next++;
  const handlers: BlockHandlers<KnownBlock[]> = {
    ...textBlocks,
    actions: ({ actions }) => renderActions(actions, number),
    quotation: (block) => renderQuotation(block, number),
  };
  const fitting = fitDrawn(usable, byType(handlers), weigh, ROOM);
  return { text: fallback(fitting.message), blocks: fitting.drawn.flat() };
}
