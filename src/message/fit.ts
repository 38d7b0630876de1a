import { type Cut, cutBlock, plural } from './cut.ts';
import type { Block, Message, Omission } from './types.ts';

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

interface Measured extends Cut {
  readonly size: Size;
}

type Measure = (block: Block) => Size;

/** Cuts a block until its rendered form, escapes included, has at most that many characters. */
function cutToRoom(block: Block, measure: Measure, most: number): Measured {
  let cut: Measured = { block, omission: null, size: measure(block) };
  // From the whole block each time, so that an announcement is never cut itself.
  for (let limit = most; cut.size.characters > most && limit > 0; limit = Math.floor(limit * 0.8)) {
    const shorter = cutBlock(block, limit);
    cut = { ...shorter, size: measure(shorter.block) };
  }
  return cut;
}

const NAMES: Readonly<Record<Block['type'], readonly [one: string, many: string]>> = {
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  note: ['note', 'notes'],
  list: ['list', 'lists'],
  code: ['citation', 'citations'],
  actions: ['row of buttons', 'rows of buttons'],
  quotation: ['passage', 'passages'],
};

/** Says what went, passages by their ids, so that each can still be opened. */
function announcement(gone: readonly Block[], naming: boolean): Block {
  const numbers = new Map<Block['type'], number>();
  for (const { type } of gone) numbers.set(type, (numbers.get(type) ?? 0) + 1);
  const counts = [...numbers].map(([type, n]) => plural(n, ...NAMES[type]));
  const ids = gone.flatMap((block) => (block.type === 'quotation' ? [block.id] : []));
  const named = naming && ids.length > 0 ? ` (${ids.join(', ')})` : '';
  return {
    type: 'note',
    runs: [{ text: `Left out for want of room: ${counts.join(', ')}${named}.` }],
  };
}

/** Characters below which the beginning of a block says too little to be worth showing. */
const WORTH = 200;

function isWorthShowing({ block, omission }: Measured, whole: Block): boolean {
  if (omission === null) return true;
  if (block.type === 'list') return block.items.length > 1;
  const all = wordsOf(whole);
  return all - omission.count >= Math.min(WORTH, all / 2);
}

/** Characters of the block's own text. */
function wordsOf(block: Block): number {
  switch (block.type) {
    case 'heading':
    case 'code':
      return block.text.length;
    case 'paragraph':
    case 'note':
      return block.runs.reduce((sum, { text }) => sum + text.length, 0);
    case 'quotation':
      return block.parts.reduce((sum, part) => sum + (part.type === 'gap' ? 0 : part.text.length), 0);
    case 'list':
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
  const within = (blocks: readonly Measured[]): boolean => {
    const { characters, elements } = total(blocks.map(({ size }) => size));
    return characters <= room.characters && elements <= room.elements;
  };
  const made = (shown: readonly Measured[], gone: readonly Measured[]): Message => ({
    blocks: shown.map(({ block }) => block),
    omitted: [
      ...message.omitted,
      ...shown.flatMap(({ omission }) => (omission === null ? [] : [omission])),
      ...dropped(gone),
    ],
  });
  if (within(all)) return all.every(({ omission }) => omission === null) ? message : made(all, []);

  const announced = (gone: readonly Measured[], naming: boolean): readonly Measured[] => {
    if (gone.length === 0) return [];
    const block = announcement(
      gone.map((each) => each.block),
      naming,
    );
    return [{ block, omission: null, size: measure(block) }];
  };
  /** The block at which the room ends, cut to what is left of it. */
  const straddling = (index: number, others: readonly Measured[]): Measured | null => {
    const whole = message.blocks[index];
    const left = room.characters - total(others.map(({ size }) => size)).characters;
    if (whole === undefined || left <= 0) return null;
    const cut = cutToRoom(whole, measure, Math.min(left, most(whole)));
    return isWorthShowing(cut, whole) ? cut : null;
  };

  const closing = all.at(-1);
  const tails = closing?.block.type === 'actions' ? [[closing], []] : [[]];
  for (const tail of tails) {
    const body = tail.length > 0 ? all.slice(0, -1) : all;
    for (const naming of [true, false]) {
      for (let kept = body.length - 1; kept >= 0; kept--) {
        const before = body.slice(0, kept);
        const rest = body.slice(kept + 1);
        const said = announced(rest, naming);
        const cut = straddling(kept, [...before, ...said, ...tail]);
        if (cut !== null && within([...before, cut, ...said, ...tail])) {
          return made([...before, cut, ...said, ...tail], rest);
        }
        const gone = body.slice(kept);
        const without = [...before, ...announced(gone, naming), ...tail];
        if (within(without)) return made(without, gone);
      }
    }
  }
  return made(announced(all, false), all);
}
