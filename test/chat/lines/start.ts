import { firstSeen } from '../../../adapters/chat/first-seen.ts';
import { replyOnce } from '../../../adapters/chat/reply.ts';
import { sharedBy } from '../../../adapters/chat/share.ts';
import { createUnderWay } from '../../../adapters/chat/under-way.ts';
import type { Surface, SurfaceContext } from '../../../src/desk/surface.ts';
import { linesAsker } from './asker.ts';
import { linesFailure } from './failure.ts';
import { linesPlatform } from './platform.ts';
import { render } from './render.ts';
import { linesSender } from './sender.ts';
import type { LinesEvent, LinesWire } from './wire.ts';

/** The command in a mention or a choice; null for a line that is not for the desk. */
const wordsOf = ({ said }: LinesEvent): string | null =>
  typeof said !== 'string' ? said.command : (/^@desk\b(.*)$/.exec(said)?.[1]?.trim() ?? null);

async function answer(context: SurfaceContext, wire: LinesWire, event: LinesEvent): Promise<void> {
  const { id, room, user, said } = event;
  const words = wordsOf(event);
  if (words === null || !(await firstSeen(context, linesPlatform, room, id))) return;
  const place = { workspace: '', channel: room, user };
  const request = { platform: linesPlatform, ...place, words, asker: linesAsker(wire, event) };
  const shares = typeof said !== 'string' && said.type === 'share';
  const onlyTo = typeof said === 'string' || shares ? null : user;
  const make = async () => {
    const { message } = await context.desk.reply(request);
    return render(shares ? sharedBy(user, message) : message, onlyTo === null ? 'channel' : 'asker');
  };
  const target = {
    send: (payload: Awaited<ReturnType<typeof make>>) => wire.post({ room, onlyTo, ...payload }),
    plainly: [(text: string) => wire.post({ room, onlyTo: user, text, choices: [] })],
    replaces: false,
  };
  await replyOnce(make, target, { log: context.log, failureOf: linesFailure, about: place });
}

/** Starts the desk on a wire. */
export function startLines(context: SurfaceContext, wire: LinesWire): Surface {
  const underWay = createUnderWay(context.log);
  wire.listener = (event) => underWay.run(() => answer(context, wire, event));
  return {
    ready: 'Lines: @desk in every room',
    sender: linesSender(wire),
    async stop() {
      wire.listener = async () => undefined;
      await underWay.settled();
    },
  };
}
