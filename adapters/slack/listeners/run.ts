import type { SurfaceContext } from '../../../src/desk/surface.ts';
import { acknowledge } from '../acknowledge.ts';
import { answer } from '../answer.ts';
import { type ClickArgs, placeOf, requestOf } from '../click.ts';
import { firstSeen } from '../seen.ts';

/** A button that carries a command: the click is answered as if the command had been typed. */
export const onRun =
  (context: SurfaceContext) =>
  async (args: ClickArgs): Promise<void> => {
    await acknowledge(args.ack, context.log);
    const request = requestOf(args, context.log);
    if (!(await firstSeen(context, request.workspace, request.channel, args.action.action_ts))) return;
    await answer(placeOf(args), request, context);
  };
