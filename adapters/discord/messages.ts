import type { Message, MessageReplyOptions } from 'discord.js';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import { firstSeen } from '../chat/first-seen.ts';
import type { ReplyTarget } from '../chat/reply.ts';
import { authorOf } from './asker.ts';
import { DiscordCode, discordCode } from './failure.ts';
import { PERMISSION_NAMES } from './invite.ts';
import { discordPlatform } from './platform.ts';
import { answerTo, type DiscordReply, plainBody, reply } from './reply.ts';
import { Flag } from './wire.ts';

/** What was said to the desk, its mention taken off; null for a message that is not for it. */
function wordsTo(message: Message, selfId: string): string | null {
  if (message.author.bot || message.webhookId !== null || message.system) return null;
  if (message.inGuild() && !message.mentions.users.has(selfId)) return null;
  return message.content.replaceAll(new RegExp(`\\s*<@!?${selfId}>\\s*`, 'g'), ' ').trim();
}

type Body = Pick<MessageReplyOptions, 'content' | 'components' | 'flags'>;

/** Replies once, whatever is repeated on the way: Discord gives the first message back for the same nonce. */
async function replyTo(message: Message, body: Body): Promise<void> {
  const once = {
    ...body,
    nonce: message.id,
    enforceNonce: true,
    allowedMentions: { parse: [], repliedUser: false },
  };
  try {
    await message.reply({ ...once, failIfNotExists: false });
  } catch (fault) {
    // The channel's history is hidden from the desk: what it cannot reply to it can still answer.
    if (discordCode(fault) !== DiscordCode.noHistory || !message.channel.isSendable()) throw fault;
    await message.channel.send(once);
  }
}

const NO_ACCESS = `Someone who manages the channel can let me write there: ${PERMISSION_NAMES}.`;

function asReply(message: Message, { log }: SurfaceContext): ReplyTarget<DiscordReply> {
  const send = (made: DiscordReply): Promise<void> =>
    replyTo(
      message,
      typeof made === 'string' ? plainBody(made) : { flags: Flag.componentsV2, components: made.components },
    );
  return {
    send,
    plainly: [send],
    replaces: true,
    forbidden: async () => {
      const { guildId, channelId, author } = message;
      log.warn(
        { guildId, channelId },
        `the desk cannot write in this channel: give it ${PERMISSION_NAMES} there`,
      );
      if (message.inGuild())
        await author.send(plainBody(`I cannot answer you in <#${channelId}>. ${NO_ACCESS}`));
    },
  };
}

/** Answers a mention or a direct message, as a reply to it. */
export async function onMessage(context: SurfaceContext, message: Message): Promise<void> {
  const words = wordsTo(message, message.client.user.id);
  if (words === null) return;
  const { id, guildId, channelId: channel, author } = message;
  const workspace = guildId ?? '';
  if (!(await firstSeen(context, discordPlatform, workspace, channel, id))) return;
  const request = {
    platform: discordPlatform,
    workspace,
    channel,
    user: author.id,
    words,
    asker: authorOf(message),
  };
  const make = () => answerTo(context, request, 'channel');
  await reply(make, asReply(message, context), context.log, { workspace, channel, id });
}
