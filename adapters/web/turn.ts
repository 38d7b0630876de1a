import type { JsonAnswer } from '../../src/json/types.ts';
import type { Message } from '../../src/message/types.ts';
import type { Audience } from '../chat/share.ts';
import { drawDiscordComponents } from './draw/discord.ts';
import { isNode, nodesOf, type PayloadNode } from './draw/node.ts';
import { buttonsOf, type Press, type ReadPress } from './draw/press.ts';
import { drawSlackBlocks } from './draw/slack.ts';
import { type Html, html, shown } from './markup.ts';
import { render } from './render.ts';
import type { Drawing, DrawnPlatform } from './settings.ts';

const views = ['slack', 'discord', 'page', 'terminal', 'json'] as const;
export type View = (typeof views)[number];

export const isView = (value: string | null): value is View => views.some((view) => view === value);

/** A question and its answer, to be shown in the conversation. */
export interface Turn {
  /** From 1, counted by the page; it makes the ids of this turn's elements. */
  readonly n: number;
  readonly asked: string;
  readonly audience: Audience;
  readonly view: View;
  readonly message: Message;
  readonly json: JsonAnswer;
}

interface DrawnPayload {
  readonly payload: string;
  readonly content: readonly Html[];
}

/** Takes the payload as it goes over the wire, so that what is drawn is what the platform would get. */
async function drawPayload(
  platform: DrawnPlatform,
  { message, audience }: Turn,
  list: 'blocks' | 'components',
  draw: (nodes: readonly PayloadNode[], read: ReadPress) => readonly Html[],
): Promise<DrawnPayload> {
  const text = JSON.stringify(await platform.payload(message, audience), null, 2);
  const wire: unknown = JSON.parse(text);
  const presses = new Map<PayloadNode, Press>();
  for (const button of buttonsOf(wire)) presses.set(button, await platform.press(button));
  const nodes = nodesOf(isNode(wire) ? wire : { [list]: wire }, list);
  return { payload: text, content: draw(nodes, (button) => presses.get(button) ?? { type: 'none' }) };
}

const copyButton = (id: string, what: string): Html =>
  html`<button type="button" class="button needs-script" data-copy="${id}">Copy ${what}</button>`;

const raw = (id: string, payload: string): Html =>
  html`<details class="raw"><summary>Raw payload</summary>
${copyButton(id, 'the payload')}
<pre id="${id}" tabindex="0">${payload}</pre></details>`;

const viewNames: Readonly<Record<View, Html>> = {
  slack: html`Slack<span class="wide-only"> and Discord</span>`,
  discord: html`Discord`,
  page: html`Page`,
  terminal: html`Terminal`,
  json: html`JSON`,
};

const picker = (turn: Turn): Html =>
  html`<fieldset class="views"><legend class="unseen">Show this answer as</legend>
${views.map(
  (view) =>
    html`<span class="view view-${view}"><input type="radio" name="view-${turn.n}" id="view-${turn.n}-${view}" value="${view}" class="pick-${view}"${view === turn.view ? html` checked` : ''}><label for="view-${turn.n}-${view}">${viewNames[view]}</label></span>`,
)}
</fieldset>`;

const slackMessage = (content: readonly Html[], audience: Audience): Html =>
  html`<div class="slack"><p class="slack-only-you">${audience === 'channel' ? 'Shared to the channel: everyone in it sees this' : 'Only visible to you'}</p>
<div class="slack-message"><span class="slack-face" aria-hidden="true">S</span>
<div class="slack-body"><p class="slack-from"><strong>SCO Desk</strong> <span class="slack-app">APP</span></p>
${content}</div></div></div>`;

const discordMessage = (content: readonly Html[], audience: Audience): Html =>
  html`<div class="discord"><div class="discord-message"><span class="discord-face" aria-hidden="true">S</span>
<div class="discord-body"><p class="discord-from"><strong>SCO Desk</strong> <span class="discord-app">APP</span></p>
${content}
<p class="discord-only-you">${audience === 'channel' ? 'Shared to the channel: everyone in it sees this' : 'Only you can see this'}</p></div></div></div>`;

/** One turn of the conversation, complete in itself: the page holds it from the start, or adds it later. */
export async function drawTurn(turn: Turn, draw: Drawing): Promise<Html> {
  const { n } = turn;
  const [slack, discord] = await Promise.all([
    drawPayload(draw.slack, turn, 'blocks', drawSlackBlocks),
    drawPayload(draw.discord, turn, 'components', drawDiscordComponents),
  ]);
  const asked = turn.asked === '' ? html`<em>nothing</em>` : html`${shown(turn.asked)}`;
  return html`<section class="turn" id="turn-${n}" data-asked="${turn.asked}" aria-labelledby="asked-${n}">
<h2 class="asked" id="asked-${n}" tabindex="-1" dir="auto"><span class="asked-by">${turn.audience === 'channel' ? 'You shared' : 'You asked'}</span> ${asked}</h2>
${picker(turn)}
<div class="panels">
<div class="panel panel-slack"><h3>Slack</h3>${slackMessage(slack.content, turn.audience)}${raw(`slack-${n}`, slack.payload)}</div>
<div class="panel panel-discord"><h3>Discord</h3>${discordMessage(discord.content, turn.audience)}${raw(`discord-${n}`, discord.payload)}</div>
<div class="panel panel-page"><h3>Page</h3>${render(turn.message)}</div>
<div class="panel panel-terminal"><h3>Terminal</h3><pre class="screen" tabindex="0" id="terminal-${n}">${shown(draw.terminal(turn.message))}</pre>${copyButton(`terminal-${n}`, 'the text')}</div>
<div class="panel panel-json"><h3>JSON</h3><pre class="screen" tabindex="0" id="json-${n}">${JSON.stringify(turn.json, null, 2)}</pre>${copyButton(`json-${n}`, 'the JSON')} <a href="/api?${new URLSearchParams({ q: turn.asked }).toString()}">Open at its own address</a></div>
</div>
</section>`;
}
