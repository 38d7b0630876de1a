import type { Action } from '../../../src/message/types.ts';
import { linkTarget } from '../escape.ts';
import { BUTTON_URL, ROW_BUTTONS } from '../limits.ts';
import { markdown } from '../markdown.ts';
import { type DrawnPart, textDisplay } from './part.ts';

/** A host of a public name: Discord's check of a button's address is not documented to take another. */
const PUBLIC_HOST = /^(?!\d+(?:\.\d+){3}$)[^.[\]]+(?:\.[^.[\]]+)+$/;

/** A link that no button can have: an address too long, on no public host, or none of http(s). */
const isWorded = (action: Action): boolean =>
  action.type === 'link' &&
  (action.url.length > BUTTON_URL ||
    linkTarget(action.url) === null ||
    !PUBLIC_HOST.test(new URL(action.url).hostname));

/**
 * Rows of buttons; a link that no button can have is a masked link above them, or only its label.
 *
 * @param linked an address to which the text leads already, so that it is not said again.
 */
export function renderActions(actions: readonly Action[], linked?: string): readonly DrawnPart[] {
  const buttons = actions.filter((action) => !isWorded(action));
  const all: DrawnPart[] = actions.flatMap((action) =>
    action.type === 'link' && isWorded(action) && action.url !== linked
      ? textDisplay(markdown([{ text: action.label, link: action.url }]))
      : [],
  );
  for (let at = 0; at < buttons.length; at += ROW_BUTTONS) {
    all.push({ type: 'row', actions: buttons.slice(at, at + ROW_BUTTONS) });
  }
  return all;
}
