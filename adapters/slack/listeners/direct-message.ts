import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { SurfaceContext } from '../../../src/desk/surface.ts';
import { answer } from '../answer.ts';
import { slackAsker } from '../asker.ts';
import { inConversation } from '../places.ts';
import { slackPlatform } from '../platform.ts';
import { firstSeen } from '../seen.ts';
import { eventWords } from '../words.ts';

type MessageArgs = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

interface Said {
  readonly user: string;
  readonly text: string;
  readonly threadTs: string | undefined;
}

/** What a person said to the desk alone; null for edits, deletions, joins and what other apps post. */
function said({ message }: MessageArgs): Said | null {
  if (message.channel_type !== 'im') return null;
  switch (message.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast': {
      if ('bot_id' in message && message.bot_id !== undefined) return null;
      if (message.user === undefined) return null;
      return { user: message.user, text: message.text ?? '', threadTs: message.thread_ts };
    }
    default:
      return null;
  }
}

/** A direct message: answered where it was said. */
export const onDirectMessage =
  (context: SurfaceContext) =>
  async (args: MessageArgs): Promise<void> => {
    const heard = said(args);
    if (heard === null) return;
    const { message, body, client } = args;
    const { channel, ts } = message;
    if (!(await firstSeen(context, body.team_id, channel, ts))) return;
    await answer(
      inConversation({ client, channel, threadTs: heard.threadTs }),
      {
        platform: slackPlatform,
        workspace: body.team_id,
        channel,
        user: heard.user,
        words: eventWords(heard.text, args.context.botUserId),
        asker: slackAsker({ client, user: heard.user, channel }, context.log),
      },
      context,
    );
  };
