import type { Html } from '../markup.ts';
import { html, linked, safeHref, shown } from '../markup.ts';

interface Rule {
  /** Sticky: tried at one position. */
  readonly pattern: RegExp;
  draw(match: RegExpExecArray): Html;
}

const discordMention = (words: string): Html => html`<span class="discord-mention">${shown(words)}</span>`;
const plainText = (text: string): Html => html`${shown(text)}`;

/** A bare address ends before the punctuation that closes the sentence around it. */
const address = (url: string): Html => linked(url, shown(url));

/** Discord's inline markup in the order in which it is tried. */
const rules: readonly Rule[] = [
  { pattern: /\\([^0-9A-Za-z\s])/y, draw: (match) => plainText(match[1] ?? '') },
  { pattern: /``([\s\S]+?)``(?!`)/y, draw: (match) => html`<code>${shown(match[1] ?? '')}</code>` },
  { pattern: /`([^`]+)`(?!`)/y, draw: (match) => html`<code>${shown(match[1] ?? '')}</code>` },
  {
    pattern: /\[((?:\\.|[^\]\\])+)\]\((?:<([^\s<>]+)>|([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*))\)/y,
    draw: ([whole, label = '', bracketed, bare = '']) =>
      safeHref(bracketed ?? bare) === null
        ? plainText(whole)
        : linked(bracketed ?? bare, html`${inline(label)}`),
  },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, draw: (match) => address(match[1] ?? '') },
  { pattern: /https?:\/\/[^\s<]+[^\s<.,:;"'\])]/y, draw: (match) => address(match[0]) },
  { pattern: /<(?:@[!&]?|#)\d+>/y, draw: (match) => discordMention(match[0]) },
  { pattern: /@(?:everyone|here)\b/y, draw: (match) => discordMention(match[0]) },
  {
    pattern: /\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/sy,
    draw: (match) => html`<strong>${inline(match[1] ?? '')}</strong>`,
  },
  { pattern: /__((?:\\.|[^\\])+?)__(?!_)/sy, draw: (match) => html`<u>${inline(match[1] ?? '')}</u>` },
  {
    pattern: /\*(?=\S)((?:\\.|\*\*|[^\\*])+?)(?<=\S)\*(?!\*)/sy,
    draw: (match) => html`<em>${inline(match[1] ?? '')}</em>`,
  },
  { pattern: /_((?:\\.|__|[^\\_])+?)_(?!\w)/sy, draw: (match) => html`<em>${inline(match[1] ?? '')}</em>` },
  { pattern: /~~((?:\\.|[^\\])+?)~~(?!~)/sy, draw: (match) => html`<s>${inline(match[1] ?? '')}</s>` },
  {
    pattern: /\|\|((?:\\.|[^\\])+?)\|\|/sy,
    draw: (match) => html`<span class="discord-spoiler">${inline(match[1] ?? '')}</span>`,
  },
];

/** Up to the next character that could begin markup or an address. */
const PLAIN_RUN = /(?:[^\\`[<@*_~|h]|h(?!ttps?:\/\/))+|[\s\S]/y;

function inline(text: string): readonly Html[] {
  const drawn: Html[] = [];
  let at = 0;
  while (at < text.length) {
    const found = rules
      .map((rule) => {
        rule.pattern.lastIndex = at;
        return { rule, match: rule.pattern.exec(text) };
      })
      .find(({ match }) => match !== null);
    if (found?.match) {
      drawn.push(found.rule.draw(found.match));
      at += found.match[0].length;
      continue;
    }
    PLAIN_RUN.lastIndex = at;
    const run = PLAIN_RUN.exec(text)?.[0] ?? text.slice(at);
    drawn.push(plainText(run));
    at += run.length;
  }
  return drawn;
}

interface MarkdownLine {
  readonly type: 'heading' | 'subtext' | 'quote' | 'item' | 'plain' | 'code';
  readonly text: string;
  /** Of a heading, 1 to 3. */
  readonly level?: number;
}

function markdownLine(line: string): MarkdownLine {
  const heading = /^(#{1,3}) +(.+)$/.exec(line);
  if (heading) return { type: 'heading', text: heading[2] ?? '', level: heading[1]?.length ?? 1 };
  const subtext = /^-# +(.+)$/.exec(line);
  if (subtext) return { type: 'subtext', text: subtext[1] ?? '' };
  const quote = /^> (.*)$/.exec(line);
  if (quote) return { type: 'quote', text: quote[1] ?? '' };
  const item = /^ *(?:[-*]|\d+\.) +(.+)$/.exec(line);
  return item ? { type: 'item', text: item[1] ?? '' } : { type: 'plain', text: line };
}

/** Lines of one type that follow each other stand together; an indented line goes on with the item above. */
function grouped(lines: readonly MarkdownLine[]): readonly (readonly [MarkdownLine, ...MarkdownLine[]])[] {
  const groups: [MarkdownLine, ...MarkdownLine[]][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const above = last?.at(-1);
    if (last !== undefined && above?.type === 'item' && /^ {2,}\S/.test(line.text)) {
      last[last.length - 1] = { type: 'item', text: `${above.text}\n${line.text.trim()}` };
    } else if (last?.[0].type === line.type && line.type !== 'heading') last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function drawGroup(lines: readonly [MarkdownLine, ...MarkdownLine[]]): Html {
  const text = lines.map((line) => line.text).join('\n');
  switch (lines[0].type) {
    case 'heading':
      return html`<p class="discord-heading discord-heading-${lines[0].level}">${inline(text)}</p>`;
    case 'subtext':
      return html`<p class="discord-subtext discord-lines" dir="auto">${inline(text)}</p>`;
    case 'quote':
      return html`<blockquote class="discord-lines" dir="auto">${inline(text)}</blockquote>`;
    case 'item':
      return html`<ul>${lines.map((line) => html`<li>${inline(line.text)}</li>`)}</ul>`;
    case 'code':
      return html`<pre tabindex="0">${shown(text)}</pre>`;
    case 'plain':
      return text.trim() === ''
        ? html``
        : html`<p class="discord-lines" dir="auto">${inline(text.trim())}</p>`;
  }
}

/** Discord's markdown as its client draws it in a message, block by block. */
export function discordMarkdown(text: string): readonly Html[] {
  const drawn: Html[] = [];
  for (const [index, part] of text.split(/```(?:[a-z0-9]*\n)?([\s\S]*?)```/).entries()) {
    const lines: readonly MarkdownLine[] =
      index % 2 === 1 ? [{ type: 'code', text: part }] : part.split('\n').map(markdownLine);
    drawn.push(...grouped(lines).map(drawGroup));
  }
  return drawn;
}
