import type { Html } from '../markup.ts';
import { html, linked, shown } from '../markup.ts';

/** The three characters that Slack writes as entities, and no other. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const plainWords = (text: string): Html => html`${shown(unescaped(text))}`;

/** `<…>`: a link, or a mention that would reach people. */
function angle(inside: string): Html {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? target : inside.slice(bar + 1);
  return /^[@#!]/.test(target)
    ? html`<span class="slack-mention">${shown(unescaped(label))}</span>`
    : linked(unescaped(target), plainWords(label));
}

const MARKUP_TOKEN =
  /<(?<angle>[^<>\n]+)>|`(?<code>[^`\n]+)`|(?<![\w*])\*(?<bold>(?=\S)[^*\n]+(?<=\S))\*(?![\w*])|(?<![\w_])_(?<italic>(?=\S)[^_\n]+(?<=\S))_(?![\w_])|(?<![\w~])~(?<strike>(?=\S)[^~\n]+(?<=\S))~(?![\w~])/g;

/** Slack's own markup as far as its messages use it: links, mentions, code, bold, italic, struck. */
export function mrkdwn(text: string): Html {
  const drawn: Html[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKUP_TOKEN)) {
    drawn.push(plainWords(text.slice(from, match.index)));
    const { angle: inside, code, bold, italic, strike } = match.groups ?? {};
    if (inside !== undefined) drawn.push(angle(inside));
    else if (code !== undefined) drawn.push(html`<code>${plainWords(code)}</code>`);
    else if (bold !== undefined) drawn.push(html`<strong>${mrkdwn(bold)}</strong>`);
    else if (italic !== undefined) drawn.push(html`<em>${mrkdwn(italic)}</em>`);
    else if (strike !== undefined) drawn.push(html`<s>${mrkdwn(strike)}</s>`);
    from = match.index + match[0].length;
  }
  drawn.push(plainWords(text.slice(from)));
  return html`<span class="slack-lines" dir="auto">${drawn}</span>`;
}
