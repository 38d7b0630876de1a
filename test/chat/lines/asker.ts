import type { Asker } from '../../../src/digest/types.ts';
import type { LinesEvent, LinesWire } from './wire.ts';

/** Who said something: whoever opened the room manages it. */
export const linesAsker = ({ owners }: LinesWire, { room, user }: LinesEvent): Asker => ({
  zone: async () => null,
  manages: async () => owners.get(room) === user,
  obstacle: async () => null,
});
