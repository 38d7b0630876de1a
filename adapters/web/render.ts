import type { Action, Block, Message, Quotation, Run } from '../../src/message/types.ts';
import { forAudience } from '../chat/share.ts';
import { pressable } from './draw/press.ts';
import { type Html, html, linked, shown } from './markup.ts';

const runHtml = (run: Run): Html => {
  const text = html`${shown(run.text)}`;
  const styled = {
    strong: () => html`<strong>${text}</strong>`,
    emphasis: () => html`<em>${text}</em>`,
    code: () => html`<code>${text}</code>`,
    deleted: () => html`<del>${text}</del>`,
    inserted: () => html`<ins>${text}</ins>`,
    plain: () => text,
  }[run.style ?? 'plain']();
  return run.link === undefined ? styled : linked(run.link, styled);
};

const actionHtml = (action: Action): Html => pressable(action, action.label, 'button');

const actionsHtml = (actions: readonly Action[]): Html =>
  actions.length === 0 ? html`` : html`<div class="buttons">${actions.map(actionHtml)}</div>`;

/** The link to the passage, where the citation does not hold it already. */
const sourceLink = ({ citation, id, url }: Quotation): Html =>
  citation.some((run) => run.link === url) ? html`` : html` · ${linked(url, id)}`;

const quotationHtml = (quotation: Quotation): Html =>
  html`<figure class="quotation">
<blockquote dir="auto"><p>${quotation.parts.map((part) => {
    if (part.type === 'gap') return html`<span class="gap">${part.said}</span>`;
    return part.marked ? html`<mark>${shown(part.text)}</mark>` : html`${shown(part.text)}`;
  })}</p></blockquote>
<figcaption dir="auto">${quotation.citation.map(runHtml)}${sourceLink(quotation)}</figcaption>
${actionsHtml(quotation.actions)}
</figure>`;

function blockHtml(block: Block): Html {
  switch (block.type) {
    case 'heading':
      return html`<h3 dir="auto">${shown(block.text)}</h3>`;
    case 'paragraph':
      return html`<p dir="auto">${block.runs.map(runHtml)}</p>`;
    case 'note':
      return html`<p class="note" dir="auto">${block.runs.map(runHtml)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li dir="auto">${item.map(runHtml)}</li>`)}</ul>`;
    case 'code':
      return html`<pre tabindex="0">${shown(block.text)}</pre>`;
    case 'actions':
      return actionsHtml(block.actions);
    case 'quotation':
      return quotationHtml(block);
  }
}

/**
 * The message as HTML. A page has room for all of it: nothing is left out here but the buttons to share, since one
 * reader sits before it.
 */
export const render = (message: Message): Html =>
  html`<div class="message">${forAudience(message, 'channel').blocks.map(blockHtml)}${
    message.omitted.length === 0
      ? ''
      : html`<p class="note">Left out: ${message.omitted.map(({ count, what, unit }) => `${count} ${unit} (${what})`).join(', ')}.</p>`
  }</div>`;
