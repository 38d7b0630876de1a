import type { Sender } from '../../../src/digest/ports/sender.ts';
import type { Message } from '../../../src/message/types.ts';
import { linesFailure } from './failure.ts';
import { linesPlatform } from './platform.ts';
import { render } from './render.ts';
import type { LinesWire } from './wire.ts';

/** How the digest's posts reach a room. */
export const linesSender = (wire: LinesWire): Sender<Message> => ({
  platform: linesPlatform,
  reach: { platform: linesPlatform.id, workspace: null },
  perSecond: 10,
  async send({ channel, key, message }) {
    try {
      const id = await wire.post({ room: channel, onlyTo: null, key, ...render(message, 'channel') });
      return { type: 'sent', id, link: null };
    } catch (fault) {
      return linesFailure(fault);
    }
  },
  async find({ key, since }) {
    const at = wire.posts.findIndex((post) => post.key === key);
    return at < 0 ? { type: 'absent' } : { type: 'found', id: String(at + 1), link: null, at: since };
  },
  tell: async () => false, // Nobody can be written to outside of a room.
});
