import { type CutBlock, cutBlock } from './cut.ts';
import { plural } from './plural.ts';
import type { Block, Message, Omission, Run } from './types.ts';

/** What a block takes up once rendered: its characters, and the platform's elements (blocks, components). */
export interface Size {
  readonly characters: number;
  readonly elements: number;
}

/** What a platform has room for in one message. */
export interface Room extends Size {
  /** The most characters of one block of each type, where it differs from the whole message's. */
  readonly block: Readonly<Partial<Record<Block['type'], number>>>;
}

interface Measured extends CutBlock {
  readonly size: Size;
}

type Measure = (block: Block) => Size;

/** Cuts a block until its rendered form, escapes included, has at most that many characters, if it can. */
function cutToRoom(block: Block, measure: Measure, most: number): Measured {
  let cut: Measured = { block, omitted: [], size: measure(block) };
  // From the whole block each time, so that an announcement is never cut itself.
  for (let limit = most; cut.size.characters > most && limit > 0; limit = Math.floor(limit * 0.8)) {
    const shorter = cutBlock(block, limit);
    cut = { ...shorter, size: measure(shorter.block) };
  }
  return cut;
}

const BLOCK_NAMES: Readonly<Record<Block['type'], readonly [one: string, many: string]>> = {
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  note: ['note', 'notes'],
  list: ['list', 'lists'],
  code: ['text to copy', 'texts to copy'],
  actions: ['row of buttons', 'rows of buttons'],
  quotation: ['passage', 'passages'],
};

/** Says what was left out, passages by their ids, so that each can still be opened. */
function announcement(gone: readonly Block[], naming: boolean): Block {
  const numbers = new Map<Block['type'], number>();
  for (const { type } of gone) numbers.set(type, (numbers.get(type) ?? 0) + 1);
  const counts = [...numbers].map(([type, n]) => plural(n, ...BLOCK_NAMES[type]));
  const ids = gone.flatMap((block) => (block.type === 'quotation' ? [block.id] : []));
  const named = naming && ids.length > 0 ? ` (${ids.join(', ')})` : '';
  return {
    type: 'note',
    runs: [{ text: `Left out for want of room: ${counts.join(', ')}${named}.` }],
  };
}

/** Characters below which the beginning of a block says too little to be worth showing. */
const FEWEST_WORTH_SHOWING = 80;

function isWorthShowing({ omitted }: Measured, whole: Block): boolean {
  const lost = omitted.find(({ unit }) => unit === 'characters')?.count ?? 0;
  const all = textLength(whole);
  return lost === 0 || all - lost >= Math.min(FEWEST_WORTH_SHOWING, all / 2);
}

const runsLength = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** Characters of the block's own text; of a list, those of the item that can be cut. */
function textLength(block: Block): number {
  switch (block.type) {
    case 'heading':
    case 'code':
      return block.text.length;
    case 'paragraph':
    case 'note':
      return runsLength(block.runs);
    case 'quotation':
      return block.parts.reduce((sum, part) => sum + (part.type === 'gap' ? 0 : part.text.length), 0);
    case 'list':
      return runsLength(block.items[0] ?? []);
    case 'actions':
      return 0;
  }
}

const total = (sizes: readonly Size[]): Size => ({
  characters: sizes.reduce((sum, { characters }) => sum + characters, 0),
  elements: sizes.reduce((sum, { elements }) => sum + elements, 0),
});

const dropped = (blocks: readonly Measured[]): readonly Omission[] =>
  blocks.map(({ block }) => ({ what: block.type, count: 1, unit: 'blocks' }));

/**
 * The message within a platform's room. A block that is too long is cut; whatever does not fit is left out from
 * the end, a closing row of buttons excepted. Both are announced in words and in `omitted`. A message that fits
 * comes back as it is.
 *
 * Only a room without space for the announcement itself, about 100 characters and one element, is exceeded.
 *
 * @param measure measures a block as this platform renders it.
 */
export function fit(message: Message, measure: Measure, room: Room): Message {
  const most = (block: Block): number => Math.min(room.characters, room.block[block.type] ?? room.characters);
  const all = message.blocks.map((block) => cutToRoom(block, measure, most(block)));
  const usable = (cut: Measured, whole: Block | undefined): boolean =>
    whole !== undefined &&
    cut.size.characters <= most(whole) &&
    cut.size.elements <= room.elements &&
    isWorthShowing(cut, whole);
  /** Blocks that can be shown in no form: a row of 60 buttons, a link that is longer than a message. */
  const hopeless = all.filter((cut, at) => !usable(cut, message.blocks[at]));
  const within = (blocks: readonly Measured[]): boolean => {
    const { characters, elements } = total(blocks.map(({ size }) => size));
    return characters <= room.characters && elements <= room.elements;
  };
  const made = (shown: readonly Measured[], gone: readonly Measured[]): Message => ({
    blocks: shown.map(({ block }) => block),
    omitted: [...message.omitted, ...shown.flatMap(({ omitted }) => omitted), ...dropped(gone)],
  });
  if (hopeless.length === 0 && within(all)) {
    return all.every(({ block }, at) => block === message.blocks[at]) ? message : made(all, []);
  }

  const announced = (gone: readonly Measured[], naming: boolean): readonly Measured[] => {
    if (gone.length === 0) return [];
    const block = announcement(
      gone.map((each) => each.block),
      naming,
    );
    return [{ block, omitted: [], size: measure(block) }];
  };
  /** The block at which the room ends, cut to what is left of it. */
  const straddling = (whole: Block, others: readonly Measured[]): Measured | null => {
    const left = room.characters - total(others.map(({ size }) => size)).characters;
    const cut = left > 0 ? cutToRoom(whole, measure, Math.min(left, most(whole))) : null;
    return cut !== null && usable(cut, whole) ? cut : null;
  };

  const shown = message.blocks.flatMap((whole, at) => {
    const cut = all[at];
    return cut === undefined || hopeless.includes(cut) ? [] : [{ whole, cut }];
  });
  const cuts = shown.map(({ cut }) => cut);
  const closing = cuts.at(-1);
  const tails = closing?.block.type === 'actions' ? [[closing], []] : [[]];
  for (const tail of tails) {
    const body = tail.length > 0 ? shown.slice(0, -1) : shown;
    for (const naming of [true, false]) {
      for (let kept = body.length; kept >= 0; kept--) {
        const before = cuts.slice(0, kept);
        const at = body[kept];
        const rest = [...hopeless, ...cuts.slice(kept + 1, body.length)];
        const said = announced(rest, naming);
        const cut = at === undefined ? null : straddling(at.whole, [...before, ...said, ...tail]);
        if (cut !== null && within([...before, cut, ...said, ...tail])) {
          return made([...before, cut, ...said, ...tail], rest);
        }
        const gone = [...hopeless, ...cuts.slice(kept, body.length)];
        const without = [...before, ...announced(gone, naming), ...tail];
        if (within(without)) return made(without, gone);
      }
    }
  }
  return made(announced(all, false), all);
}
