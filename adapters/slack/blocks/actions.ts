import type { Button, KnownBlock } from '@slack/types';
import type { Action } from '../../../src/message/types.ts';
import { linkTarget, literal, withEllipsis } from '../escape.ts';
import { limits } from '../limits.ts';

/** What a click's `action_id` starts with; the listeners are registered by it. */
export const actionPrefix: Readonly<Record<Action['type'], string>> = {
  run: 'sco:run:',
  share: 'sco:share:',
  link: 'sco:link:',
};

/** Whether a button can carry the whole action. */
export function carries(action: Action): boolean {
  if (action.label.trim() === '') return false;
  return action.type === 'link'
    ? linkTarget(action.url, limits.buttonUrl) !== null
    : action.command.length <= limits.buttonValue;
}

/**
 * Rows of at most 25 buttons.
 *
 * @param number gives each button of a message a number of its own.
 */
export function renderActions(actions: readonly Action[], number: () => number): KnownBlock[] {
  const buttons = actions.map((action) => buttonFor(action, number()));
  const rows: KnownBlock[] = [];
  for (let start = 0; start < buttons.length; start += limits.actionsElements) {
    rows.push({ type: 'actions', elements: buttons.slice(start, start + limits.actionsElements) });
  }
  return rows;
}

/** An ellipsis stands for what a label has no room for; the command itself is always whole. */
function buttonLabel(text: string): string {
  const shown = literal(text);
  if (shown.length <= limits.buttonLabel) return shown;
  // Direction marks are dropped first: a cut could part one from the mark that ends it.
  return withEllipsis(shown.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''), limits.buttonLabel);
}

function buttonFor(action: Action, number: number): Button {
  const text = buttonLabel(action.label);
  return {
    type: 'button',
    action_id: `${actionPrefix[action.type]}${number}`,
    text: { type: 'plain_text', text, emoji: false },
    ...(action.type === 'link' ? opens(action.url) : { value: action.command.toWellFormed() }),
  };
}

function opens(link: string): Pick<Button, 'url'> {
  const url = linkTarget(link, limits.buttonUrl);
  return url === null ? {} : { url };
}
