import { buttonIds, pressed } from '../../adapters/discord/buttons.ts';
import { render as renderForDiscord } from '../../adapters/discord/render.ts';
import { actionPrefix } from '../../adapters/slack/blocks/actions.ts';
import { render as renderForSlack } from '../../adapters/slack/render.ts';
import { render as renderForTerminal } from '../../adapters/terminal/render.ts';
import type { Drawing } from '../../adapters/web/settings.ts';
import type { Store } from '../store/types.ts';

const DRAWN_COLUMNS = 80;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the playground draws: the payloads that Slack and Discord would get, by their own renderers. */
export const createDrawing = (store: Store): Drawing => ({
  slack: {
    payload: async (message, audience) => renderForSlack(message, audience),
    press: async (button) => {
      const id = text(button['action_id']);
      const command = text(button['value']);
      if (id.startsWith(actionPrefix.link)) return { type: 'link', url: text(button['url']) };
      return { type: id.startsWith(actionPrefix.share) ? 'share' : 'run', command };
    },
  },
  discord: {
    payload: async (message, audience) =>
      renderForDiscord(message, await buttonIds(message, store), audience),
    press: async (button) => {
      const url = text(button['url']);
      if (url !== '') return { type: 'link', url };
      const found = await pressed(text(button['custom_id']), store);
      return found === null ? { type: 'none' } : { type: found.kind, command: found.command };
    },
  },
  terminal: (message) => renderForTerminal(message, { colour: false, columns: DRAWN_COLUMNS }),
});
