import type { SurfaceContext } from '../../../src/desk/surface.ts';
import type { Message } from '../../../src/message/types.ts';
import { acknowledge } from '../acknowledge.ts';
import { answer } from '../answer.ts';
import { askerOf, type ClickArgs, requestOf } from '../click.ts';
import { toWholeChannel } from '../places.ts';
import { firstSeen } from '../seen.ts';

/** "Share to channel": the command is run again and its answer shown to everyone in the channel. */
export const onShare =
  (context: SurfaceContext) =>
  async (args: ClickArgs): Promise<void> => {
    await acknowledge(args.ack, context.log);
    const request = requestOf(args, context.log);
    if (!(await firstSeen(context, request.workspace, request.channel, args.action.action_ts))) return;
    const { name, username } = args.body.user;
    await answer(toWholeChannel(askerOf(args)), request, context, (message) =>
      sharedBy(name ?? username, message),
    );
  };

/** The name stands as plain words: a mention would call the person whom everyone sees already. */
const sharedBy = (name: string, message: Message): Message => ({
  ...message,
  blocks: [{ type: 'note', runs: [{ text: `Shared by ${name}` }] }, ...message.blocks],
});
