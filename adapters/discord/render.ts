import type { Room, Size } from '../../src/message/fit.ts';
import type { Action, Message } from '../../src/message/types.ts';
import { byType, fitDrawn } from '../chat/blocks.ts';
import { type Audience, forAudience } from '../chat/share.ts';
import { renderActions } from './blocks/actions.ts';
import type { DrawnPart } from './blocks/part.ts';
import { renderQuotation } from './blocks/quotation.ts';
import { textBlocks } from './blocks/text.ts';
import type { ButtonId } from './buttons.ts';
import { visible } from './escape.ts';
import { BUTTON_LABEL, COMPONENTS, TEXT } from './limits.ts';
import {
  type Button,
  Component,
  type DiscordPayload,
  Flag,
  type Row,
  type Separator,
  Style,
  type Text,
} from './wire.ts';

/** The container and the line before the closing buttons are there beside the blocks. */
const ROOM: Room = { characters: TEXT, elements: COMPONENTS - 2, block: {} };

/** Discord refuses an empty message. */
const NOTHING: Text = { type: Component.textDisplay, content: 'There is nothing to show.' };

const draw = byType<readonly DrawnPart[]>({
  ...textBlocks,
  actions: ({ actions }) => renderActions(actions),
  quotation: renderQuotation,
});

const sizeOf = (all: readonly DrawnPart[]): Size => ({
  characters: all.reduce((sum, part) => sum + (part.type === 'text' ? part.markdown.length : 0), 0),
  elements: all.reduce((sum, part) => sum + (part.type === 'row' ? part.actions.length + 1 : 1), 0),
});

/** A label on one line; an article's title in one may be too long, which an ellipsis says. */
function buttonLabel(action: Action): string {
  const line = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();
  const whole = line(action.label) || '…';
  if (whole.length <= BUTTON_LABEL) return whole;
  const characters = [...action.label].slice(0, BUTTON_LABEL);
  let cut = whole;
  // What is cut off may have closed a direction, which `line` then closes again.
  while (cut.length > BUTTON_LABEL) {
    characters.pop();
    cut = `${line(characters.join(''))}…`;
  }
  return cut;
}

/**
 * The message as one container of Components V2, within Discord's limits; what has no room is said in words.
 * The same message and ids give the same payload.
 *
 * @param buttonId gives a `custom_id` of at most 100 characters for a button; `index` is unique in the message.
 */
export function render(message: Message, buttonId: ButtonId, audience: Audience = 'asker'): DiscordPayload {
  const { message: fitting, drawn } = fitDrawn(forAudience(message, audience), draw, sizeOf, ROOM);
  let index = 0;
  const button = (action: Action): Button => {
    const label = buttonLabel(action);
    if (action.type === 'link') return { type: Component.button, style: Style.link, label, url: action.url };
    const style = action.type === 'share' ? Style.primary : Style.secondary;
    return { type: Component.button, style, label, custom_id: buttonId(action, index++) };
  };
  const component = (part: DrawnPart): Row | Text =>
    part.type === 'text'
      ? { type: Component.textDisplay, content: part.markdown }
      : { type: Component.actionRow, components: part.actions.map(button) };

  const types = fitting.blocks.map(({ type }) => type);
  const closing = types.at(-1) === 'actions' && types.includes('quotation');
  const rule: Separator = { type: Component.separator, divider: true, spacing: 1 };
  const components = drawn.flatMap((parts, at) => [
    ...(closing && at === drawn.length - 1 && parts.length > 0 ? [rule] : []),
    ...parts.map(component),
  ]);
  return {
    flags: Flag.componentsV2 | (audience === 'asker' ? Flag.ephemeral : 0),
    components: [{ type: Component.container, components: components.length > 0 ? components : [NOTHING] }],
    allowedMentions: { parse: [], repliedUser: false },
  };
}
