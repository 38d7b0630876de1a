import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { SurfaceContext } from '../../../src/desk/surface.ts';
import { answer } from '../answer.ts';
import { slackAsker } from '../asker.ts';
import { inConversation } from '../places.ts';
import { slackPlatform } from '../platform.ts';
import { firstSeen } from '../seen.ts';
import { eventWords } from '../words.ts';

/** A mention: answered in its thread, which begins with it where there is none. */
export const onMention =
  (context: SurfaceContext) =>
  async ({
    event,
    body,
    client,
    context: { botUserId },
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    const { channel, ts, user, bot_id: bot } = event;
    if (user === undefined || bot !== undefined) return;
    if (!(await firstSeen(context, body.team_id, channel, ts))) return;
    await answer(
      inConversation({ client, channel, threadTs: event.thread_ts ?? ts }),
      {
        platform: slackPlatform,
        workspace: body.team_id,
        channel,
        user,
        words: eventWords(event.text, botUserId),
        asker: slackAsker({ client, user, channel }, context.log),
      },
      context,
    );
  };
