import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { SurfaceContext } from '../../../src/desk/surface.ts';
import { acknowledge } from '../acknowledge.ts';
import { answer } from '../answer.ts';
import { slackAsker } from '../asker.ts';
import { toAsker } from '../places.ts';
import { slackPlatform } from '../platform.ts';
import { firstSeen } from '../seen.ts';
import { commandWords } from '../words.ts';

/** `/sco …`: answered to the asker alone. */
export const onCommand =
  (context: SurfaceContext) =>
  async ({
    ack,
    command,
    client,
    respond,
  }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await acknowledge(ack, context.log);
    const { team_id: workspace, channel_id: channel, user_id: user } = command;
    if (!(await firstSeen(context, workspace, channel, command.trigger_id))) return;
    const words = commandWords(command.text);
    const asker = slackAsker({ client, user, channel }, context.log);
    await answer(
      toAsker({ client, respond, channel, user }),
      { platform: slackPlatform, workspace, channel, user, words, asker },
      context,
    );
  };
