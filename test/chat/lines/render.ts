import { fitDrawn } from '../../../adapters/chat/blocks.ts';
import { type Audience, forAudience } from '../../../adapters/chat/share.ts';
import { plain } from '../../../src/message/plain.ts';
import { sanitise } from '../../../src/message/sanitise.ts';
import type { Action, Block, Message } from '../../../src/message/types.ts';
import { room } from './limits.ts';
import type { LinesPayload } from './wire.ts';

const choicesOf = (action: Action) =>
  action.type === 'link' ? [] : [{ ...action, label: sanitise(action.label) }];

/** Commands are choices; the addresses of links stand in the text. */
function draw(block: Block): LinesPayload {
  const actions = block.type === 'quotation' || block.type === 'actions' ? block.actions : [];
  const worded = { ...block, actions: actions.filter(({ type }) => type === 'link') };
  return { text: plain({ blocks: [worded], omitted: [] }), choices: actions.flatMap(choicesOf) };
}

/** With the empty line below it. */
const sizeOf = ({ text, choices: { length } }: LinesPayload) => ({
  characters: text.length + 2,
  elements: length,
});

/** The message within the wire's limits; what has no room is said in words. */
export function render(message: Message, audience: Audience = 'asker'): LinesPayload {
  const { drawn } = fitDrawn(forAudience(message, audience), draw, sizeOf, room);
  const text = drawn.map((each) => each.text).filter((each) => each !== '');
  return { text: text.join('\n\n'), choices: drawn.flatMap(({ choices }) => choices) };
}
