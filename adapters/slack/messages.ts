import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import { firstSeen } from '../chat/first-seen.ts';
import { slackAsker } from './asker.ts';
import { slackPlatform } from './platform.ts';
import { inConversation, reply } from './reply.ts';
import { eventWords } from './words.ts';

type MentionArgs = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;
type MessageArgs = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** What a person said to the desk. */
interface Said {
  readonly user: string;
  readonly text: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
}

async function answer(
  context: SurfaceContext,
  { body, client, context: { botUserId } }: MentionArgs | MessageArgs,
  { user, text, channel, ts, threadTs }: Said,
): Promise<void> {
  const workspace = body.team_id;
  if (!(await firstSeen(context, slackPlatform, workspace, channel, ts))) return;
  const words = eventWords(text, botUserId);
  const asker = slackAsker({ client, user, channel }, context.log);
  await reply(
    inConversation({ client, channel, threadTs }),
    { platform: slackPlatform, workspace, channel, user, words, asker },
    context,
  );
}

/** A mention: answered in its thread, which begins with it where there is none. */
export async function onMention(context: SurfaceContext, args: MentionArgs): Promise<void> {
  const { channel, ts, user, text, bot_id: bot, thread_ts: threadTs = ts } = args.event;
  if (user === undefined || bot !== undefined) return;
  await answer(context, args, { user, text, channel, ts, threadTs });
}

/** What a person said to the desk alone; null for edits, deletions, joins and what other apps post. */
function saidDirectly({ message }: MessageArgs): Said | null {
  if (message.channel_type !== 'im') return null;
  switch (message.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast': {
      if ('bot_id' in message && message.bot_id !== undefined) return null;
      const { user, text = '', channel, ts, thread_ts: threadTs } = message;
      return user === undefined ? null : { user, text, channel, ts, threadTs };
    }
    default:
      return null;
  }
}

/** A direct message: answered where it was said. */
export async function onDirectMessage(context: SurfaceContext, args: MessageArgs): Promise<void> {
  const said = saidDirectly(args);
  if (said !== null) await answer(context, args, said);
}
