import type { Action, Block, Message, Quotation } from '../../src/message/types.ts';
import { addressesOf, decoded, normal, piecesOf, sameAddress } from './reading.ts';
import type { Renderer, Shown } from './renderers.ts';

const CUT = /\[…([\d,]+)characters?leftout…\]/g;
const CUT_LIST = /\[…([\d,]+)moreentr(?:y|ies)leftout…\]/g;
const GONE = /Leftoutforwantofroom:((?:[\d,]+[a-z]+,?)+)(?:\(([^)]*)\))?\./g;

const number = (digits: string | undefined): number => Number((digits ?? '').replaceAll(',', ''));
const numbersOf = (pattern: RegExp, words: string): readonly number[] =>
  [...words.matchAll(pattern)].map(([, digits]) => number(digits));

/**
 * Reads a text as `normal` does, less what this surface puts around words and the message's own addresses: text
 * surfaces write them out, on the others they are behind the words.
 */
function reader(message: Message, { own }: Renderer): (text: string) => string {
  const bare = (text: string): string => normal(decoded(text)).replace(own, '');
  const addresses = [
    ...new Set(
      addressesOf(message)
        .flatMap((address) => [address, URL.canParse(address) ? new URL(address).href : ''])
        .map(bare)
        .flatMap((address) => (address === '' ? [] : [`(${address})`, address])),
    ),
  ].toSorted((a, b) => b.length - a.length);
  return (text) => addresses.reduce((rest, address) => rest.replaceAll(address, ''), bare(text));
}

const announcementsIn = (words: string): number =>
  [CUT, CUT_LIST, GONE].reduce((sum, pattern) => sum + [...words.matchAll(pattern)].length, 0);

/** Whether the surface shows less than the message, by its own account. */
export function isCut(message: Message, { words }: Shown): boolean {
  const whole = normal(message.blocks.flatMap(piecesOf).join(''));
  return announcementsIn(normal(words)) > announcementsIn(whole);
}

/** The faults of one law each; empty when it holds. */
export type Law = (message: Message, shown: Shown, renderer: Renderer) => readonly string[];

/** Nothing over a limit, nothing set off by a text. */
export const withinLimitsAndInert: Law = (_, { faults }) => faults;

/** A click leads nowhere but where the message says. */
export const noOtherLinks: Law = (message, { links }) => {
  const allowed = new Set(
    addressesOf(message)
      .filter((address) => /^https?:/i.test(address))
      .map(sameAddress),
  );
  return links.filter((link) => !allowed.has(sameAddress(link))).map((link) => `a link to ${link}`);
};

const CLOSES: ReadonlyMap<string, string> = new Map([
  ['\u202a', '\u202c'],
  ['\u202b', '\u202c'],
  ['\u202d', '\u202c'],
  ['\u202e', '\u202c'],
  ['\u2066', '\u2069'],
  ['\u2067', '\u2069'],
  ['\u2068', '\u2069'],
]);

const END_OF_ISOLATE = '\u2069';

/** Direction marks that are opened and not closed; an isolate's end closes what is open within it (UAX 9, X6a). */
export function openDirections(text: string): number {
  const open: string[] = [];
  for (const [mark] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const close = CLOSES.get(mark);
    if (close !== undefined) open.push(close);
    else if (mark === END_OF_ISOLATE && open.includes(mark)) open.length = open.lastIndexOf(mark);
    else if (open.at(-1) === mark) open.pop();
  }
  return open.length;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** No direction reaches beyond the text that it is in, no control character reaches the surface. */
export const visibleOnly: Law = (_, { words }) => [
  ...(openDirections(words) === 0 ? [] : ['a direction is left open']),
  ...words
    .split('\n')
    .filter((line) => CONTROL.test(line))
    .map((line) => `a control character: ${JSON.stringify(line)}`),
];

const idsGone = (words: string): readonly string[] =>
  [...words.matchAll(GONE)].flatMap(([, , ids]) => (ids ?? '').split(','));

/** Every quotation stands with its citation and its link, or its id stands in what was left out. */
export const everyCitation: Law = (message, { words, links }, renderer) => {
  const read = reader(message, renderer);
  const shown = read(words);
  const gone = idsGone(normal(words));
  const led = new Set(links.map(sameAddress));
  const quotations = message.blocks.filter((block): block is Quotation => block.type === 'quotation');
  return quotations.flatMap((quotation) => {
    const [, citation = ''] = piecesOf(quotation);
    if (shown.includes(read(citation)) && led.has(sameAddress(quotation.url))) return [];
    return gone.includes(normal(quotation.id)) ? [] : [`${quotation.id} is neither cited nor left out`];
  });
};

/** The message's words, all of them, in order, and no others. For messages without actions. */
export const sameWords: Law = (message, { words }, renderer) => {
  // A platform that takes no empty message is given words of its own.
  if (normal(message.blocks.flatMap(piecesOf).join('')) === '') return [];
  const read = reader(message, renderer);
  const shown = read(words);
  let at = 0;
  let extra = '';
  const missing: string[] = [];
  for (const piece of message.blocks.flatMap(piecesOf).map(read)) {
    const found = shown.indexOf(piece, at);
    if (found < 0) {
      missing.push(`missing: ${piece.slice(0, 80)}`);
      continue;
    }
    extra += shown.slice(at, found);
    at = found + piece.length;
  }
  extra = (extra + shown.slice(at)).replace(/[()<>]/g, '');
  return [...missing, ...(extra === '' ? [] : [`more than the message says: ${extra.slice(0, 80)}`])];
};

/** What a block shows, cut after `before` of its characters and so many before its end; null where it cannot be. */
function stretchOf(block: Block, before: number, after: number): string | null {
  const parts =
    block.type === 'quotation'
      ? block.parts.map((part) =>
          part.type === 'gap'
            ? { text: part.said, length: part.omitted }
            : { ...part, length: part.text.length },
        )
      : [piecesOf(block)[0] ?? ''].map((text) => ({ text, length: text.length, type: 'verbatim' as const }));
  const end = parts.reduce((sum, { length }) => sum + length, 0) - after;
  if (before + after === 0 || before >= end) return null;
  let at = 0;
  let stretch = '';
  let characters = 0;
  for (const part of parts) {
    const [from, to] = [Math.max(0, before - at), Math.min(part.length, end - at)];
    at += part.length;
    if ('type' in part) {
      stretch += part.text.slice(from, Math.max(from, to));
      characters += Math.max(0, to - from);
    }
    // A gap is left out whole or not at all.
    else if (from === 0 && to === part.length) stretch += part.text;
  }
  return characters === 0 ? null : stretch;
}

/** Whether some stretch of the text is shown, with the right count of what is not at each of its ends. */
function isShownInPart(block: Block, words: string, read: (text: string) => string): boolean {
  const counts = [0, ...new Set(numbersOf(CUT, words))];
  const said = (n: number): string =>
    n === 0 ? '' : read(`[… ${n.toLocaleString('en')} character${n === 1 ? '' : 's'} left out …]`);
  return counts.some((before) =>
    counts.some((after) => {
      const stretch = stretchOf(block, before, after);
      return stretch !== null && words.includes(`${said(before)}${read(stretch)}${said(after)}`);
    }),
  );
}

function statusOf(block: Block, words: string, read: (text: string) => string): 'whole' | 'cut' | 'gone' {
  const pieces = piecesOf(block).map(read);
  if (pieces.every((piece) => words.includes(piece))) return 'whole';
  if (block.type !== 'list') {
    return isShownInPart(block, words, read) ? 'cut' : 'gone';
  }
  const isWhole = words.includes(pieces[0] ?? '');
  if (!isWhole) return isShownInPart(block, words, read) ? 'cut' : 'gone';
  const isCutAfter = (n: number): boolean =>
    n < pieces.length &&
    words.includes(
      pieces.slice(0, pieces.length - n).join('') +
        read(`[… ${n.toLocaleString('en')} more ${n === 1 ? 'entry' : 'entries'} left out …]`),
    );
  return numbersOf(CUT_LIST, words).some(isCutAfter) ? 'cut' : 'gone';
}

/** What a surface shows of a label at the least; Slack and Discord have room for 75 and 80 characters. */
const LABEL = 30;

/** Every command and link on offer can be clicked or, on a text surface, typed. For messages that are not cut. */
export const everyButton: Law = (message, { words, links }) => {
  const shown = normal(words);
  const led = new Set(links.map(sameAddress));
  const offered = message.blocks
    .flatMap((block) => (block.type === 'quotation' || block.type === 'actions' ? block.actions : []))
    .filter(({ type, label }) => type !== 'share' && normal(label) !== '');
  const isThere = (action: Action): boolean => {
    if (shown.includes(normal(action.label).slice(0, LABEL))) return true;
    if (action.type === 'link' && led.has(sameAddress(action.url))) return true;
    return shown.includes(normal(action.type === 'link' ? action.url : action.command));
  };
  return offered.filter((each) => !isThere(each)).map(({ label }) => `no button ${label.slice(0, 80)}`);
};

const NAMES: Readonly<Record<Exclude<Block['type'], 'actions'>, RegExp>> = {
  heading: /([\d,]+)headings?(?![a-z])/,
  paragraph: /([\d,]+)paragraphs?(?![a-z])/,
  note: /([\d,]+)notes?(?![a-z])/,
  list: /([\d,]+)lists?(?![a-z])/,
  code: /([\d,]+)texts?tocopy(?![a-z])/,
  quotation: /([\d,]+)passages?(?![a-z])/,
};

/** Every block is there, or there in part with the right count, or counted among those left out. */
export const announced: Law = (message, { words }, renderer) => {
  const read = reader(message, renderer);
  const shown = read(words);
  const said = [...shown.matchAll(GONE)].map(([, counts]) => counts ?? '').join(',');
  return Object.entries(NAMES).flatMap(([type, name]) => {
    const blocks = message.blocks.filter((block) => block.type === type);
    const empty = blocks.filter((block) => read(piecesOf(block).join('')) === '').length;
    const gone = blocks.filter((block) => statusOf(block, shown, read) === 'gone').length;
    const counted = number(name.exec(said)?.[1] ?? '0');
    // A renderer may have notes of its own, on buttons that the platform cannot have, and leave them out too.
    const own = type === 'note' ? message.blocks.length : 0;
    return gone <= counted && counted <= gone + empty + own
      ? []
      : [`${gone} of type ${type} are gone, ${counted} announced`];
  });
};
