import { type Room, type Size, fit as withinRoom } from '../../src/message/fit.ts';
import type { Block, Message } from '../../src/message/types.ts';

type BlockTypes = { readonly [B in Block as B['type']]: B };
type Typed<Type extends Block['type']> = { [T in Type]: { readonly type: T } & BlockTypes[T] }[Type];

/** How a platform draws a message: one handler a type of block. */
export type BlockHandlers<Drawn> = {
  readonly [Type in Block['type']]: (block: BlockTypes[Type]) => Drawn;
};

/** The handlers of blocks without buttons. */
export type TextHandlers<Drawn> = Omit<BlockHandlers<Drawn>, 'actions' | 'quotation'>;

const drawBlock = <Type extends Block['type'], Drawn>(
  handlers: BlockHandlers<Drawn>,
  block: Typed<Type>,
): Drawn => handlers[block.type](block);

/** Draws a block by the handler of its type. */
export const byType =
  <Drawn>(handlers: BlockHandlers<Drawn>): ((block: Block) => Drawn) =>
  (block) =>
    drawBlock(handlers, block);

/** A message within a platform's room, and what each of its blocks became. */
export interface Fitted<Drawn> {
  readonly message: Message;
  readonly drawn: readonly Drawn[];
}

/** Leaves out from the end, and announces, what has no room. Each block is drawn once. */
export function fitDrawn<Drawn>(
  message: Message,
  drawn: (block: Block) => Drawn,
  sizeOf: (drawn: Drawn) => Size,
  room: Room,
): Fitted<Drawn> {
  // Measuring a block draws it already: what is shown in the end is not drawn again.
  const known = new Map<Block, Drawn>();
  const draw = (block: Block): Drawn => {
    const made = known.get(block) ?? drawn(block);
    known.set(block, made);
    return made;
  };
  const fitting = withinRoom(message, (block) => sizeOf(draw(block)), room);
  return { message: fitting, drawn: fitting.blocks.map(draw) };
}
