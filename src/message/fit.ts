import type { Block, Gap, Message, Omission, Quotation, Run, Verbatim } from './types.ts';

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

const count = new Intl.NumberFormat('en');
const plural = (n: number, one: string, many = `${one}s`): string =>
  `${count.format(n)} ${n === 1 ? one : many}`;
const leftOut = (characters: number): string => `[… ${plural(characters, 'character')} left out …]`;

/** The last place up to `limit` where the text can be cut without halving a word or a surrogate pair. */
function cutAt(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const space = text.lastIndexOf(' ', limit);
  if (space > limit / 2) return space;
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
}

function cutRuns(runs: readonly Run[], limit: number): readonly Run[] {
  const kept: Run[] = [];
  let room = limit;
  let omitted = 0;
  for (const run of runs) {
    const end = omitted > 0 ? 0 : cutAt(run.text, room);
    if (end > 0) kept.push({ ...run, text: run.text.slice(0, end) });
    omitted += run.text.length - end;
    room -= end;
  }
  return omitted === 0 ? runs : [...kept, { text: ` ${leftOut(omitted)}` }];
}

const gap = (omitted: number): Gap => ({ type: 'gap', omitted, said: ` ${leftOut(omitted)} ` });

/** Keeps `limit` characters around the first marked words, and says at each end how much is not shown. */
function cutQuotation(quotation: Quotation, limit: number): Quotation {
  const length = (part: Verbatim | Gap): number =>
    part.type === 'gap' ? part.said.length : part.text.length;
  const lengths = quotation.parts.map(length);
  const total = lengths.reduce((sum, n) => sum + n, 0);
  if (total <= limit) return quotation;
  const firstMarked = quotation.parts.findIndex((part) => part.type === 'verbatim' && part.marked);
  const lead = lengths.slice(0, Math.max(0, firstMarked)).reduce((sum, n) => sum + n, 0);
  const from = Math.max(0, Math.min(lead - Math.floor(limit / 4), total - limit));
  const parts: (Verbatim | Gap)[] = [];
  let position = 0;
  let before = 0;
  let after = 0;
  let room = limit;
  for (const part of quotation.parts) {
    const partFrom = position;
    position += length(part);
    if (part.type === 'gap') {
      if (partFrom < from) before += part.omitted;
      else if (room < part.said.length || after > 0) after += part.omitted;
      else parts.push(part);
      room -= partFrom < from ? 0 : part.said.length;
      continue;
    }
    let skip = Math.min(part.text.length, Math.max(0, from - partFrom));
    if (skip > 0 && skip < part.text.length) skip = Math.max(skip, part.text.indexOf(' ', skip) + 1);
    before += skip;
    const rest = part.text.slice(skip);
    const end = after > 0 ? 0 : cutAt(rest, Math.max(0, room));
    after += rest.length - end;
    room -= end;
    if (end > 0) {
      const start = part.start + skip;
      parts.push({ ...part, text: rest.slice(0, end), start, end: start + end });
    }
  }
  const shown = [...(before > 0 ? [gap(before)] : []), ...parts, ...(after > 0 ? [gap(after)] : [])];
  return { ...quotation, parts: shown };
}

function cutBlock(block: Block, limit: number): Block {
  switch (block.type) {
    case 'heading': {
      const end = cutAt(block.text, limit);
      if (end === block.text.length) return block;
      return { ...block, text: `${block.text.slice(0, end)} ${leftOut(block.text.length - end)}` };
    }
    case 'paragraph':
    case 'note':
      return { ...block, runs: cutRuns(block.runs, limit) };
    case 'code': {
      const end = cutAt(block.text, limit);
      if (end === block.text.length) return block;
      return { ...block, text: `${block.text.slice(0, end)}\n${leftOut(block.text.length - end)}` };
    }
    case 'list': {
      let room = limit;
      const kept = block.items.filter((item) => {
        room -= item.reduce((sum, run) => sum + run.text.length + (run.link?.length ?? 0), 0);
        return room >= 0;
      });
      const omitted = block.items.length - kept.length;
      if (omitted === 0) return block;
      return {
        ...block,
        items: [...kept, [{ text: `[… ${plural(omitted, 'more entry', 'more entries')} left out …]` }]],
      };
    }
    case 'quotation':
      return cutQuotation(block, limit);
    case 'actions':
      return block;
  }
}

/** Cuts a block until its rendered form, escapes included, is within the room for its type. */
function cutToRoom(block: Block, size: (block: Block) => Size, room: Room): Block {
  const most = room.block[block.type] ?? room.characters;
  let cut = block;
  for (let limit = most; size(cut).characters > most && limit > 0; limit = Math.floor(limit * 0.8)) {
    cut = cutBlock(block, limit);
  }
  return cut;
}

const NAMES: Readonly<Record<Block['type'], string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  note: 'note',
  list: 'list',
  code: 'citation',
  actions: 'row of buttons',
  quotation: 'passage',
};

/** Says what went, passages by their ids, so that each can still be opened. */
function announcement(gone: readonly Block[], naming: boolean): Block {
  const numbers = new Map<string, number>();
  for (const { type } of gone) numbers.set(NAMES[type], (numbers.get(NAMES[type]) ?? 0) + 1);
  const counts = [...numbers].map(([name, n]) =>
    plural(n, name, name === 'row of buttons' ? 'rows of buttons' : undefined),
  );
  const ids = gone.flatMap((block) => (block.type === 'quotation' ? [block.id] : []));
  const named = naming && ids.length > 0 ? ` (${ids.join(', ')})` : '';
  return {
    type: 'note',
    runs: [{ text: `Left out for want of room: ${counts.join(', ')}${named}.` }],
  };
}

/**
 * The message within a platform's room. Whatever does not fit is left out from the end, a closing row of
 * buttons excepted, and is announced in words and in `omitted`.
 *
 * @param size measures a block as this platform renders it.
 */
export function fit(message: Message, size: (block: Block) => Size, room: Room): Message {
  const within = (blocks: readonly Block[]): boolean => {
    const sizes = blocks.map(size);
    return (
      sizes.reduce((sum, each) => sum + each.characters, 0) <= room.characters &&
      sizes.reduce((sum, each) => sum + each.elements, 0) <= room.elements
    );
  };
  const blocks = message.blocks.map((block) => cutToRoom(block, size, room));
  const shortened: Omission[] = blocks.flatMap((block, index) => {
    const whole = message.blocks[index];
    return whole === undefined || block === whole
      ? []
      : [
          {
            what: block.type,
            count: Math.max(1, size(whole).characters - size(block).characters),
            unit: 'characters' as const,
          },
        ];
  });
  if (within(blocks)) return { blocks, omitted: [...message.omitted, ...shortened] };

  const last = blocks.at(-1);
  const tail = last?.type === 'actions' ? [last] : [];
  const body = tail.length > 0 ? blocks.slice(0, -1) : blocks;
  for (const naming of [true, false]) {
    for (let kept = body.length - 1; kept >= 0; kept--) {
      const gone = body.slice(kept);
      const candidate = [...body.slice(0, kept), announcement(gone, naming), ...tail];
      if (!within(candidate)) continue;
      const dropped = gone.map((block): Omission => ({ what: block.type, count: 1, unit: 'blocks' }));
      return { blocks: candidate, omitted: [...message.omitted, ...shortened, ...dropped] };
    }
  }
  const dropped = blocks.map((block): Omission => ({ what: block.type, count: 1, unit: 'blocks' }));
  return { blocks: [announcement(blocks, false)], omitted: [...message.omitted, ...shortened, ...dropped] };
}
