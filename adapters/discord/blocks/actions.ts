import type { Action, Block } from '../../../src/message/types.ts';
import { BUTTON_URL, ROW_BUTTONS } from '../limits.ts';
import { markdown, target } from '../markdown.ts';
import { type Part, text } from './part.ts';

/** A host of a public name: Discord's check of a button's address is not documented to take another. */
const PUBLIC_HOST = /^(?!\d+(?:\.\d+){3}$)[^.[\]]+(?:\.[^.[\]]+)+$/;

/** A link that no button can have: an address too long, on no public host, or none of http(s). */
const isWorded = (action: Action): boolean =>
  action.type === 'link' &&
  (action.url.length > BUTTON_URL ||
    target(action.url) === null ||
    !PUBLIC_HOST.test(new URL(action.url).hostname));

/**
 * Rows of buttons; a link that no button can have is a masked link above them, or only its label.
 *
 * @param linked an address to which the text leads already, so that it is not said again.
 */
export function rows(actions: readonly Action[], linked?: string): readonly Part[] {
  const buttons = actions.filter((action) => !isWorded(action));
  const all: Part[] = actions.flatMap((action) =>
    action.type === 'link' && isWorded(action) && action.url !== linked
      ? text(markdown([{ text: action.label, link: action.url }]))
      : [],
  );
  for (let at = 0; at < buttons.length; at += ROW_BUTTONS) {
    all.push({ type: 'row', actions: buttons.slice(at, at + ROW_BUTTONS) });
  }
  return all;
}

export const actions = (block: Extract<Block, { type: 'actions' }>): readonly Part[] => rows(block.actions);
