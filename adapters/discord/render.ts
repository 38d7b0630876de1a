import { type Room, type Size, fit as withinRoom } from '../../src/message/fit.ts';
import type { Action, Block, Message } from '../../src/message/types.ts';
import { actions } from './blocks/actions.ts';
import { code } from './blocks/code.ts';
import { heading } from './blocks/heading.ts';
import { list } from './blocks/list.ts';
import { note } from './blocks/note.ts';
import { paragraph } from './blocks/paragraph.ts';
import type { Part } from './blocks/part.ts';
import { quotation } from './blocks/quotation.ts';
import type { ButtonId } from './buttons.ts';
import { visible } from './escape.ts';
import { COMPONENTS, LABEL, TEXT } from './limits.ts';
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

export interface RenderOptions {
  /** Only the asker sees the message. */
  readonly ephemeral?: boolean;
  /** Whether "share" buttons are shown: not where everybody reads the message already. */
  readonly share?: boolean;
  /** Said in small print above the answer: who shared it. */
  readonly preface?: string;
}

/** The container and the line before the closing buttons are there beside the blocks. */
const ROOM: Room = { characters: TEXT, elements: COMPONENTS - 2, block: {} };

/** Discord refuses an empty message. */
const NOTHING: Text = { type: Component.textDisplay, content: 'There is nothing to show.' };

function parts(block: Block): readonly Part[] {
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
      return actions(block);
    case 'quotation':
      return quotation(block);
  }
}

const sizeOf = (all: readonly Part[]): Size => ({
  characters: all.reduce((sum, part) => sum + (part.type === 'text' ? part.markdown.length : 0), 0),
  elements: all.reduce((sum, part) => sum + (part.type === 'row' ? part.actions.length + 1 : 1), 0),
});

/** A label on one line; an article's title in one may be too long, which an ellipsis says. */
function label(action: Action): string {
  const line = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();
  const whole = line(action.label) || '…';
  if (whole.length <= LABEL) return whole;
  const characters = [...action.label].slice(0, LABEL);
  let cut = whole;
  // What is cut off may have closed a direction, which `line` then closes again.
  while (cut.length > LABEL) {
    characters.pop();
    cut = `${line(characters.join(''))}…`;
  }
  return cut;
}

function withoutShare(message: Message): Message {
  const kept = (all: readonly Action[]): readonly Action[] => all.filter(({ type }) => type !== 'share');
  const blocks = message.blocks.map((block): Block => {
    return block.type === 'quotation' || block.type === 'actions'
      ? { ...block, actions: kept(block.actions) }
      : block;
  });
  return { ...message, blocks };
}

/**
 * The message as one container of Components V2, within Discord's limits; what has no room is said in words.
 * The same message and ids give the same payload.
 *
 * @param buttonId gives a `custom_id` of at most 100 characters for a button; `index` is unique in the message.
 */
export function render(message: Message, buttonId: ButtonId, options: RenderOptions = {}): DiscordPayload {
  const { ephemeral = false, share = true, preface } = options;
  const shown = share ? message : withoutShare(message);
  const prefaced: Block[] = preface === undefined ? [] : [{ type: 'note', runs: [{ text: preface }] }];
  // Measuring a block writes it already: what is shown in the end is not written again.
  const written = new Map<Block, readonly Part[]>();
  const write = (block: Block): readonly Part[] => {
    const known = written.get(block) ?? parts(block);
    written.set(block, known);
    return known;
  };
  const whole = { ...shown, blocks: [...prefaced, ...shown.blocks] };
  const { blocks } = withinRoom(whole, (block) => sizeOf(write(block)), ROOM);
  let index = 0;

  const button = (action: Action): Button => {
    if (action.type === 'link') {
      return { type: Component.button, style: Style.link, label: label(action), url: action.url };
    }
    const style = action.type === 'share' ? Style.primary : Style.secondary;
    return { type: Component.button, style, label: label(action), custom_id: buttonId(action, index++) };
  };
  const drawn = (part: Part): Row | Text =>
    part.type === 'text'
      ? { type: Component.textDisplay, content: part.markdown }
      : { type: Component.actionRow, components: part.actions.map(button) };

  const closing = blocks.at(-1)?.type === 'actions' && blocks.some(({ type }) => type === 'quotation');
  const rule: Separator = { type: Component.separator, divider: true, spacing: 1 };
  const components = blocks.flatMap((block, at) => [
    ...(closing && at === blocks.length - 1 && write(block).length > 0 ? [rule] : []),
    ...write(block).map(drawn),
  ]);
  return {
    flags: Flag.componentsV2 | (ephemeral ? Flag.ephemeral : 0),
    components: [{ type: Component.container, components: components.length > 0 ? components : [NOTHING] }],
    allowedMentions: { parse: [], repliedUser: false },
  };
}
