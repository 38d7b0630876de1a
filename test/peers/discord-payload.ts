import { memoise } from '../../src/memoise.ts';
import { type Feature, readMarkdown } from './discord-markdown.ts';

/** Words, links and faults of a payload are read one after the other. */
const read = memoise(100, readMarkdown);

/** Message flags of https://docs.discord.com/developers/resources/message#message-object-message-flags */
const COMPONENTS_V2 = 1 << 15;

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly style?: number;
}

/** A message as it is given to discord.js, or as it goes over the wire. */
export interface Sent {
  readonly flags?: unknown;
  readonly content?: unknown;
  readonly embeds?: unknown;
  readonly components?: readonly unknown[] | undefined;
  readonly allowedMentions?: unknown;
  readonly allowed_mentions?: unknown;
}

const isComponent = (value: unknown): value is Component =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'number';

function* nested(component: Component): Generator<Component> {
  yield component;
  for (const child of component.components ?? []) yield* nested(child);
  if (component.accessory !== undefined) yield* nested(component.accessory);
}

const componentsOf = (payload: Sent): readonly Component[] =>
  (payload.components ?? []).filter(isComponent).flatMap((each) => [...nested(each)]);

const between = (what: string, value: string | undefined, least: number, most: number): readonly string[] => {
  const length = [...(value ?? '')].length;
  return length < least || length > most ? [`${what} has ${length} characters, not ${least} to ${most}`] : [];
};

const isHttp = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Discord's answer to a button that leads to a host of no public name is not documented: none is sent. */
const isPublic = (url: string): boolean =>
  isHttp(url) && /^(?![\d.]+$)[^.[\]]+(?:\.[^.[\]]+)+$/.test(new URL(url).hostname);

function buttonFaults(button: Component): readonly string[] {
  const label = between('a label', button.label, 1, 80);
  if (button.style !== 5) return [...label, ...between('a custom_id', button.custom_id, 1, 100)];
  const url = button.url ?? '';
  return [...label, ...between('a url', url, 1, 512), ...(isPublic(url) ? [] : [`a button leads to ${url}`])];
}

function rowFaults(row: Component): readonly string[] {
  const buttons = row.components ?? [];
  return [
    ...(buttons.length < 1 || buttons.length > 5 ? [`a row has ${buttons.length} buttons, not 1 to 5`] : []),
    ...buttons.filter(({ type }) => type !== 2).map(({ type }) => `a row holds a component of type ${type}`),
  ];
}

/** What Discord would refuse, as its documentation has it; empty when it would take the message. */
export function wireFaults(payload: Sent): readonly string[] {
  const flags = Number(payload.flags ?? 0);
  if ((flags & COMPONENTS_V2) === 0) {
    const content = typeof payload.content === 'string' ? payload.content : '';
    return (payload.components ?? []).length > 0 ? [] : between('the content', content, 1, 2000);
  }
  const all = componentsOf(payload);
  const texts = all.filter(({ type }) => type === 10).map(({ content }) => content ?? '');
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  const characters = texts.reduce((sum, text) => sum + [...text].length, 0);
  const beside = ['content', 'embeds'] as const;
  return [
    ...beside
      .filter((key) => payload[key] !== undefined && payload[key] !== null && payload[key] !== '')
      .map((key) => `${key} beside Components V2`),
    ...((payload.components ?? []).length === 0 ? ['no components'] : []),
    ...(all.length > 40 ? [`${all.length} components, not at most 40`] : []),
    ...(characters > 4000 ? [`${characters} characters of text, not at most 4000`] : []),
    ...texts.filter((text) => text.trim() === '').map(() => 'an empty text display'),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `custom_id ${id} twice`),
    ...all.filter(({ type }) => type === 1).flatMap(rowFaults),
    ...all.filter(({ type }) => type === 2).flatMap(buttonFaults),
    ...all
      .filter(({ type, components }) => type === 17 && (components ?? []).length === 0)
      .map(() => 'an empty container'),
  ];
}

/** What the desk itself writes; anything else got through from a text that it only shows. */
const OWN: ReadonlySet<Feature['kind']> = new Set([
  'bold',
  'struck out',
  'code',
  'code block',
  'emphasis',
  'heading',
  'link',
  'list',
  'quotation',
  'small print',
]);

const featureFaults = (features: readonly Feature[]): readonly string[] => [
  ...features.filter(({ kind }) => !OWN.has(kind)).map(({ kind, of }) => `${kind}: ${of}`),
  ...features.filter(({ kind, of }) => kind === 'link' && !isHttp(of)).map(({ of }) => `a link to ${of}`),
];

/** Everything wrong with a message of the desk: what Discord would refuse, or what its text would set off. */
export function discordFaults(payload: Sent): readonly string[] {
  const mentions = payload.allowedMentions ?? payload.allowed_mentions;
  const parse =
    typeof mentions === 'object' && mentions !== null && 'parse' in mentions ? mentions.parse : null;
  const texts = componentsOf(payload).flatMap(({ content }) => (content === undefined ? [] : [content]));
  return [
    ...wireFaults(payload),
    ...(Array.isArray(parse) && parse.length === 0 ? [] : ['allowed mentions are not empty']),
    ...texts.flatMap((text) => featureFaults(read(text).features)),
  ];
}

/** What a reader sees: texts as Discord shows them and the buttons' labels, a line each, in order. */
export function visibleWords(payload: Sent): string {
  return componentsOf(payload)
    .flatMap(({ content, label }) => {
      if (content !== undefined) return [read(content).text.trimEnd()];
      return label === undefined ? [] : [label];
    })
    .join('\n');
}

/** The addresses of all links, in order. */
export const linksOf = (payload: Sent): readonly string[] =>
  componentsOf(payload).flatMap(({ content, url }) => [
    ...read(content ?? '')
      .features.filter(({ kind }) => kind === 'link')
      .map(({ of }) => of),
    ...(url === undefined ? [] : [url]),
  ]);

/** The buttons that carry a command. */
export const buttonsOf = (payload: Sent): readonly { readonly label: string; readonly id: string }[] =>
  componentsOf(payload).flatMap(({ label, custom_id }) =>
    custom_id === undefined ? [] : [{ label: label ?? '', id: custom_id }],
  );
