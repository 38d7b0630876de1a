import { type Message, MessageFlags, type MessageReplyOptions } from 'discord.js';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import { answer, isFirst } from './answer.ts';
import { authorOf } from './asker.ts';
import { deliver, Refusal, referenceOf, refusalOf, type Way } from './deliver.ts';
import { PERMISSION_NAMES } from './invite.ts';
import { Flag } from './wire.ts';

/** What was said to the desk, its mention taken off; null for a message that is not for it. */
function wordsFor(message: Message, selfId: string): string | null {
  if (message.author.bot || message.webhookId !== null || message.system) return null;
  if (message.inGuild() && !message.mentions.users.has(selfId)) return null;
  return message.content.replaceAll(new RegExp(`\\s*<@!?${selfId}>\\s*`, 'g'), ' ').trim();
}

type Body = Pick<MessageReplyOptions, 'content' | 'components' | 'flags'>;

/** Replies once, whatever is repeated on the way: Discord gives the first message back for the same nonce. */
async function reply(message: Message, body: Body): Promise<void> {
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
    if (refusalOf(fault) !== Refusal.noHistory || !message.channel.isSendable()) throw fault;
    await message.channel.send(once);
  }
}

const NO_ACCESS = `Someone who manages the channel can let me write there: ${PERMISSION_NAMES}.`;

/** Answers a mention or a direct message, as a reply to it. */
export async function onMessage(context: SurfaceContext, message: Message): Promise<void> {
  const words = wordsFor(message, message.client.user.id);
  if (words === null) return;
  const { id, guildId, channelId, author } = message;
  if (!(await isFirst(context, `discord:${guildId ?? ''}:${channelId}:${id}`))) return;
  const asked = { guildId, channelId, userId: author.id, words, asker: authorOf(message) };
  const way: Way = {
    reference: referenceOf(id),
    send: ({ components }) => reply(message, { flags: Flag.componentsV2, components }),
    sendPlain: (content) => reply(message, { content, flags: MessageFlags.SuppressEmbeds }),
    refused: async () => {
      context.log.warn(
        { guildId, channelId, reference: referenceOf(id) },
        `the desk cannot write in this channel: give it ${PERMISSION_NAMES} there`,
      );
      if (!message.inGuild()) return;
      await author.send({
        content: `I cannot answer you in <#${channelId}>. ${NO_ACCESS}`,
        flags: MessageFlags.SuppressEmbeds,
        allowedMentions: { parse: [] },
      });
    },
  };
  await deliver(() => answer(context, asked, { share: false }), way, context.log);
}
