import type { Html } from '../markup.ts';
import { html } from '../markup.ts';
import { discordMarkdown } from './discord-markdown.ts';
import { drawEach, field, nodeOf, nodesOf, type PayloadNode, stringOf, undrawable } from './node.ts';
import { pressable, type ReadPress } from './press.ts';

/** Discord's numbers for the components that the desk's messages are built of ("Component Reference"). */
const ComponentType = {
  actionRow: 1,
  button: 2,
  section: 9,
  textDisplay: 10,
  separator: 14,
  container: 17,
} as const;

/** Discord's numbers for a button's style. */
const looks: ReadonlyMap<unknown, string> = new Map([
  [1, 'discord-primary'],
  [2, 'discord-secondary'],
  [3, 'discord-success'],
  [4, 'discord-danger'],
  [5, 'discord-secondary'],
]);

const drawButton =
  (read: ReadPress) =>
  (node: PayloadNode): Html => {
    const look = looks.get(field(node, 'style'));
    if (look === undefined) return undrawable(`button of style ${String(field(node, 'style'))}`);
    const press = field(node, 'disabled') === true ? { type: 'none' as const } : read(node);
    return pressable(press, stringOf(node, 'label'), `discord-button ${look}`);
  };

/** A container's coloured edge. The colour is data, and a style attribute would break the page's policy. */
const edge = (colour: unknown): Html | string =>
  typeof colour === 'number' && colour >= 0 && colour <= 0xffffff
    ? html`<svg class="discord-edge" aria-hidden="true"><rect width="100%" height="100%" fill="#${colour.toString(16).padStart(6, '0')}" /></svg>`
    : '';

/** The components of a Discord message, one handler a type. */
export function drawDiscordComponents(components: readonly PayloadNode[], read: ReadPress): readonly Html[] {
  const handlers: ReadonlyMap<number, (node: PayloadNode) => Html> = new Map([
    [
      ComponentType.textDisplay,
      (node) => html`<div class="discord-text">${discordMarkdown(stringOf(node, 'content'))}</div>`,
    ],
    [
      ComponentType.actionRow,
      (node) => html`<div class="discord-row">${drawEach(nodesOf(node, 'components'), handlers)}</div>`,
    ],
    [ComponentType.button, drawButton(read)],
    [
      ComponentType.separator,
      (node) => (field(node, 'divider') === false ? html`<div class="discord-space"></div>` : html`<hr>`),
    ],
    [
      ComponentType.section,
      (node) => html`<div class="discord-section">
        <div>${drawEach(nodesOf(node, 'components'), handlers)}</div>
        ${drawEach([nodeOf(node, 'accessory')], handlers)}
      </div>`,
    ],
    [
      ComponentType.container,
      (node) =>
        html`<div class="discord-container">${edge(field(node, 'accent_color'))}${drawEach(nodesOf(node, 'components'), handlers)}</div>`,
    ],
  ]);
  return drawEach(components, handlers);
}
