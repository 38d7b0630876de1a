import { stripVTControlCharacters } from 'node:util';
import { buttonIds } from '../../adapters/discord/buttons.ts';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { render as renderSlack } from '../../adapters/slack/render.ts';
import { render as renderTerminal } from '../../adapters/terminal/render.ts';
import { drawDiscordComponents } from '../../adapters/web/draw/discord.ts';
import { isNode, type PayloadNode } from '../../adapters/web/draw/node.ts';
import type { ReadPress } from '../../adapters/web/draw/press.ts';
import { drawSlackBlocks } from '../../adapters/web/draw/slack.ts';
import { html } from '../../adapters/web/markup.ts';
import { render as renderPage } from '../../adapters/web/render.ts';
import { plain, wordDifference } from '../../src/message/plain.ts';
import type { Message } from '../../src/message/types.ts';
import { render as renderLines } from '../chat/lines/render.ts';
import type { LinesPayload } from '../chat/lines/wire.ts';
import {
  discordFaults,
  linksOf as discordLinks,
  visibleWords as discordWords,
} from '../peers/discord-payload.ts';
import { slackFaults, visibleWords as slackWords } from '../peers/slack-payload.ts';
import { htmlFaults, htmlLinks, htmlWords } from './html.ts';

/** A message as one surface shows it. */
export interface Shown {
  readonly payload: unknown;
  readonly words: string;
  /** The addresses that a click leads to. */
  readonly links: readonly string[];
  /** What the platform would refuse, and what its text would set off. */
  readonly faults: readonly string[];
}

export interface Renderer {
  readonly name: string;
  /** What the surface may put around a message's words: line prefixes. Left out when words are compared. */
  readonly own: RegExp;
  /** Whether the surface has room for so much and no more. */
  readonly bounded: boolean;
  show(message: Message): Promise<Shown>;
}

interface Surface<Payload> {
  readonly name: string;
  readonly own?: RegExp;
  readonly bounded?: boolean;
  render(message: Message): Promise<Payload>;
  visibleWords(payload: Payload): string;
  links(payload: Payload): readonly string[];
  faults(payload: Payload): readonly string[];
}

const renderer = <Payload>(surface: Surface<Payload>): Renderer => ({
  name: surface.name,
  own: surface.own ?? /(?!)/g,
  bounded: surface.bounded ?? false,
  show: async (message) => {
    const payload = await surface.render(message);
    return {
      payload,
      words: surface.visibleWords(payload),
      links: surface.links(payload),
      faults: surface.faults(payload),
    };
  },
});

/** Keys are made of the commands themselves, so that the same message gives the same payload. */
const store = {
  keepCommand: async (command: string): Promise<string> =>
    `key${[...command].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1e9, 7)}`,
};

const asSlack = async (message: Message) => renderSlack(message);
const asDiscord = async (message: Message) => renderDiscord(message, await buttonIds(message, store));

function* slackAddresses(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('url' in value && typeof value.url === 'string') yield value.url;
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) {
    for (const [, url] of String(value.text).matchAll(/<([^<>|]+)(?:\|[^<>]*)?>/g)) {
      yield (url ?? '').replaceAll('&amp;', '&');
    }
  }
  for (const inner of Object.values(value)) yield* slackAddresses(inner);
}

/** As it goes over the wire. */
const nodes = (value: unknown): readonly PayloadNode[] => {
  const wire: unknown = JSON.parse(JSON.stringify(value));
  return Array.isArray(wire) ? wire.filter(isNode) : [];
};

const press: ReadPress = (button) =>
  typeof button['url'] === 'string' ? { type: 'link', url: button['url'] } : { type: 'none' };

const page = { visibleWords: htmlWords, links: htmlLinks, faults: htmlFaults } as const;

const STYLES = new Set(['0', '1', '2', '22', '31', '32', '33', '39'].map((code) => `\u001b[${code}m`));

function textFaults(text: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  const sequences = text.match(/\u001b\[[\d;]*m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g) ?? [];
  return sequences.filter((each) => !STYLES.has(each)).map((each) => `control ${JSON.stringify(each)}`);
}

const text = {
  own: /[>[\]{}+-]/g,
  visibleWords: stripVTControlCharacters,
  links: (shown: string) =>
    [...stripVTControlCharacters(shown).matchAll(/^ {2}(https?:\/\/\S+)$/gm)].map(([, url]) => url ?? ''),
  faults: textFaults,
} as const;

/** The platform of the tests' own. */
const lines = {
  ...text,
  name: 'Lines',
  bounded: true,
  // Its announcements of what is cut keep their brackets.
  own: /[>{}*+-]|\[(?=-)|(?<=-)\]/g,
  render: async (message: Message) => renderLines(message),
  visibleWords: ({ text: shown, choices }: LinesPayload) =>
    [shown, ...choices.map(({ label }) => label)].join('\n'),
  links: ({ text: shown }: LinesPayload) => text.links(shown),
  faults: ({ text: shown, choices }: LinesPayload) => [
    ...(shown.length <= 8000 ? [] : [`${shown.length} characters`]),
    ...(choices.length <= 40 ? [] : [`${choices.length} choices`]),
    ...[shown, ...choices.map(({ label }) => label)].flatMap(textFaults),
  ],
} as const;

export const renderers: readonly Renderer[] = [
  renderer(lines),
  renderer({
    name: 'Slack',
    bounded: true,
    render: asSlack,
    visibleWords: slackWords,
    links: ({ blocks }) => [...slackAddresses(blocks)],
    faults: slackFaults,
  }),
  renderer({
    name: 'Discord',
    bounded: true,
    render: asDiscord,
    visibleWords: discordWords,
    links: discordLinks,
    faults: discordFaults,
  }),
  renderer({
    ...text,
    name: 'terminal',
    render: async (message) => renderTerminal(message, { colour: true, columns: 72 }),
  }),
  renderer({
    ...text,
    name: 'plain text',
    render: async (message) =>
      plain(message, {
        mark: (words) => words,
        strong: (words) => words,
        quiet: (words) => words,
        ...wordDifference,
      }),
  }),
  renderer({ ...page, name: 'page', render: async (message) => String(await renderPage(message)) }),
  renderer({
    ...page,
    name: 'Slack, drawn',
    bounded: true,
    render: async (message) =>
      String(await html`${drawSlackBlocks(nodes((await asSlack(message)).blocks), press)}`),
  }),
  renderer({
    ...page,
    name: 'Discord, drawn',
    bounded: true,
    render: async (message) =>
      String(await html`${drawDiscordComponents(nodes((await asDiscord(message)).components), press)}`),
  }),
];
