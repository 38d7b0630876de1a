import type { Action, Block, Gap, Message, Quotation, Run, Verbatim } from '../../src/message/types.ts';

/**
 * A text as two surfaces can be compared by it: without white space, direction marks, control characters and
 * what is shown in their place, since surfaces wrap lines and close directions each in their own way.
 */
export const normal = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes out.
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2400-\u2421\ufffd]/g, '');

export const runsText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** What a reader must get to see of a block, in order; a list has a piece for each item. Buttons have none. */
export function piecesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'code':
      return [block.text];
    case 'paragraph':
    case 'note':
      return [runsText(block.runs)];
    case 'list':
      return block.items.map(runsText);
    case 'quotation':
      return [
        block.parts.map((part) => (part.type === 'gap' ? part.said : part.text)).join(''),
        runsText(block.citation),
      ];
    case 'actions':
      return [];
  }
}

export const isVerbatim = (part: Verbatim | Gap): part is Verbatim => part.type === 'verbatim';

export const quotationsOf = ({ blocks }: Message): readonly Quotation[] =>
  blocks.filter((block): block is Quotation => block.type === 'quotation');

/** What is said beside quotations and lists. */
export const notesOf = ({ blocks }: Message): readonly string[] =>
  blocks.flatMap((block) =>
    block.type === 'note' || block.type === 'paragraph' ? [runsText(block.runs)] : [],
  );

export const actionsOf = ({ blocks }: Message): readonly Action[] =>
  blocks.flatMap((block) => (block.type === 'quotation' || block.type === 'actions' ? block.actions : []));

/** The commands of all buttons, in order. */
export const commandsOf = (message: Message): readonly string[] =>
  actionsOf(message).flatMap((action) => (action.type === 'link' ? [] : [action.command]));

/** Every address that a message holds and a browser may be sent to. */
export function addressesOf(message: Message): readonly string[] {
  const { blocks } = message;
  const runs = blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'note') return block.runs;
    if (block.type === 'quotation') return block.citation;
    return block.type === 'list' ? block.items.flat() : [];
  });
  return [
    ...runs.flatMap(({ link }) => (link === undefined ? [] : [link])),
    ...quotationsOf(message).map(({ url }) => url),
    ...actionsOf(message).flatMap((action) => (action.type === 'link' ? [action.url] : [])),
  ];
}

/** Percent-encoding taken off: surfaces encode more of an address than its writer did, each in its own way. */
export const decoded = (text: string): string =>
  text.replace(/%[\da-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));

/** Two spellings of one address as one. */
export const sameAddress = (address: string): string =>
  decoded(URL.canParse(address) ? new URL(address).href : address);

export const withoutActions = (message: Message): Message => ({
  ...message,
  blocks: message.blocks.flatMap((block): readonly Block[] => {
    if (block.type === 'actions') return [];
    return [block.type === 'quotation' ? { ...block, actions: [] } : block];
  }),
});

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
