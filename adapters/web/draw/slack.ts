import type { Html } from '../markup.ts';
import { html, shown } from '../markup.ts';
import { drawEach, field, nodeOf, nodesOf, type PayloadNode, stringOf, undrawable } from './node.ts';
import { pressable, type ReadPress } from './press.ts';
import { mrkdwn } from './slack-mrkdwn.ts';
import { richText } from './slack-rich-text.ts';

const textObject = (node: PayloadNode): Html => {
  switch (node.type) {
    case 'plain_text':
      return html`${shown(stringOf(node, 'text'))}`;
    case 'mrkdwn':
      return mrkdwn(stringOf(node, 'text'));
    default:
      return undrawable(node.type);
  }
};

const drawButton =
  (read: ReadPress) =>
  (node: PayloadNode): Html => {
    const style = stringOf(node, 'style');
    const look = style === 'primary' || style === 'danger' ? `slack-button slack-${style}` : 'slack-button';
    return pressable(read(node), stringOf(nodeOf(node, 'text'), 'text'), look);
  };

const drawSection = (node: PayloadNode, elements: ReadonlyMap<string, (node: PayloadNode) => Html>): Html => {
  const accessory = nodeOf(node, 'accessory');
  const fields = nodesOf(node, 'fields').map((each) => html`<p>${textObject(each)}</p>`);
  return html`<div class="slack-section">
    <div>${field(node, 'text') === undefined ? '' : html`<p>${textObject(nodeOf(node, 'text'))}</p>`}${fields}</div>
    ${accessory.type === undefined ? '' : drawEach([accessory], elements)}
  </div>`;
};

/** The blocks of a Slack message, one handler for each type that the desk's messages are built of. */
export function drawSlackBlocks(blocks: readonly PayloadNode[], read: ReadPress): readonly Html[] {
  const elements = new Map([['button', drawButton(read)]]);
  const texts = new Map([
    ['plain_text', textObject],
    ['mrkdwn', textObject],
  ]);
  return drawEach(
    blocks,
    new Map<string, (node: PayloadNode) => Html>([
      ['header', (node) => html`<p class="slack-header">${textObject(nodeOf(node, 'text'))}</p>`],
      ['divider', () => html`<hr>`],
      ['rich_text', richText],
      ['section', (node) => drawSection(node, elements)],
      ['markdown', (node) => html`<p class="slack-markdown">${shown(stringOf(node, 'text'))}</p>`],
      [
        'context',
        (node) =>
          html`<div class="slack-context">${drawEach(nodesOf(node, 'elements'), texts).map((each) => html`<span>${each}</span>`)}</div>`,
      ],
      [
        'actions',
        (node) => html`<div class="slack-actions">${drawEach(nodesOf(node, 'elements'), elements)}</div>`,
      ],
    ]),
  );
}
