import type { KnownBlock } from '@slack/types';
import { fit as fitted, type Room } from '../../src/message/fit.ts';
import { plain } from '../../src/message/plain.ts';
import type { Action, Block, Message } from '../../src/message/types.ts';
import { actions, carries } from './blocks/actions.ts';
import { code } from './blocks/code.ts';
import { heading } from './blocks/heading.ts';
import { list } from './blocks/list.ts';
import { note } from './blocks/note.ts';
import { paragraph } from './blocks/paragraph.ts';
import { quotation } from './blocks/quotation.ts';
import { limits } from './limits.ts';
import { escaped } from './text.ts';
import { weigh } from './weigh.ts';

/** A message as Slack's methods and `response_url` take it. */
export interface SlackPayload {
  /** What notifications and screen readers get, escaped. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Who will see a message: one person, who may share it, or everyone in its conversation. */
export type Audience = 'asker' | 'conversation';

const ROOM: Room = { characters: limits.messageWeight, elements: limits.blocksPerMessage, block: {} };

const assertNever = (value: never): never => {
  throw new TypeError(`No Slack form for ${JSON.stringify(value)}`);
};

function blocksOf(block: Block, number: () => number): KnownBlock[] {
  switch (block.type) {
    case 'heading':
      return heading(block);
    case 'paragraph':
      return paragraph(block);
    case 'note':
      return note(block);
    case 'list':
      return list(block);
    case 'code':
      return code(block);
    case 'actions':
      return actions(block, number);
    case 'quotation':
      return quotation(block, number);
    default:
      return assertNever(block);
  }
}

function counter(): () => number {
  let next = 0;
  return () => next++;
}

/** The block with the buttons that fit this audience and Slack, and a note on those that Slack cannot carry. */
function withUsableActions(block: Block, audience: Audience): readonly Block[] {
  if (block.type !== 'actions' && block.type !== 'quotation') return [block];
  const offered = block.actions.filter((action) => audience === 'asker' || action.type !== 'share');
  const lost = offered.filter((action) => !carries(action));
  const kept: Block = { ...block, actions: offered.filter(carries) };
  return lost.length === 0 ? [kept] : [kept, { type: 'note', runs: [{ text: lostButtons(lost) }] }];
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
    const text = escaped(whole.slice(0, length) + (left > 0 ? `\n[… ${left} more characters …]` : ''));
    if (text.length <= limits.fallbackText) return text;
  }
}

/**
 * A message within Slack's limits. What does not fit is left out from the end and announced.
 *
 * @param audience `conversation` leaves out the share buttons: everyone sees the message already.
 */
export function render(message: Message, audience: Audience = 'asker'): SlackPayload {
  const usable = {
    ...message,
    blocks: message.blocks.flatMap((block) => withUsableActions(block, audience)),
  };
  const number = counter();
  // Measuring a block draws it already: what is shown in the end is not drawn again.
  const drawn = new Map<Block, KnownBlock[]>();
  const draw = (block: Block): KnownBlock[] => {
    const known = drawn.get(block) ?? blocksOf(block, number);
    drawn.set(block, known);
    return known;
  };
  const fitting = fitted(usable, (block) => weigh(draw(block)), ROOM);
  const blocks = fitting.blocks.flatMap(draw);
  return { text: fallback(fitting), blocks };
}
