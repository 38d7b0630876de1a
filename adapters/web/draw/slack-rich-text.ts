import type { Html } from '../markup.ts';
import { html, linked, shown } from '../markup.ts';
import { drawEach, field, nodeOf, nodesOf, type PayloadNode, stringOf } from './node.ts';

/** Wraps what is drawn in the styles that are switched on, the outermost last. */
function inStyle(node: PayloadNode, inner: Html): Html {
  const style = nodeOf(node, 'style');
  let drawn = inner;
  if (field(style, 'code') === true) drawn = html`<code>${drawn}</code>`;
  if (field(style, 'strike') === true) drawn = html`<s>${drawn}</s>`;
  if (field(style, 'underline') === true) drawn = html`<u>${drawn}</u>`;
  if (field(style, 'italic') === true) drawn = html`<em>${drawn}</em>`;
  if (field(style, 'highlight') === true || field(style, 'client_highlight') === true)
    drawn = html`<mark>${drawn}</mark>`;
  return field(style, 'bold') === true ? html`<strong>${drawn}</strong>` : drawn;
}

/** A mention that would reach people: drawn so that nobody overlooks it. */
const slackMention = (words: string): Html => html`<span class="slack-mention">${shown(words)}</span>`;

const inlineHandlers = new Map<string, (node: PayloadNode) => Html>([
  ['text', (node) => inStyle(node, html`${shown(stringOf(node, 'text'))}`)],
  [
    'link',
    (node) => {
      const url = stringOf(node, 'url');
      return inStyle(node, linked(url, shown(stringOf(node, 'text') || url)));
    },
  ],
  ['broadcast', (node) => slackMention(`@${stringOf(node, 'range')}`)],
  ['user', (node) => slackMention(`@${stringOf(node, 'user_id')}`)],
  ['usergroup', (node) => slackMention(`@${stringOf(node, 'usergroup_id')}`)],
  ['channel', (node) => slackMention(`#${stringOf(node, 'channel_id')}`)],
]);

const inlines = (node: PayloadNode): readonly Html[] => drawEach(nodesOf(node, 'elements'), inlineHandlers);

const richSection = (node: PayloadNode): Html =>
  html`<div class="slack-lines" dir="auto">${inlines(node)}</div>`;

/** Slack indents by levels from 0 to 8. */
const indent = (node: PayloadNode): number => {
  const level = field(node, 'indent');
  return typeof level === 'number' && level >= 0 && level <= 8 ? Math.floor(level) : 0;
};

const richList = (node: PayloadNode): Html => {
  const items = nodesOf(node, 'elements').map((item) => html`<li>${drawEach([item], richParts)}</li>`);
  const look = `slack-indent-${indent(node)}`;
  return field(node, 'style') === 'ordered'
    ? html`<ol class="${look}">${items}</ol>`
    : html`<ul class="${look}">${items}</ul>`;
};

const richParts: ReadonlyMap<string, (node: PayloadNode) => Html> = new Map([
  ['rich_text_section', richSection],
  [
    'rich_text_quote',
    (node) => html`<blockquote class="slack-lines" dir="auto">${inlines(node)}</blockquote>`,
  ],
  ['rich_text_preformatted', (node) => html`<pre tabindex="0">${inlines(node)}</pre>`],
  ['rich_text_list', richList],
]);

/** A `rich_text` block: its text is data, nothing in it is parsed. */
export const richText = (node: PayloadNode): Html =>
  html`<div class="slack-rich-text">${drawEach(nodesOf(node, 'elements'), richParts)}</div>`;
