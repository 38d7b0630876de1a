import type { Room } from '../../../src/message/fit.ts';

/** Characters and choices of one message. */
export const room: Room = { characters: 8000, elements: 40, block: {} };
