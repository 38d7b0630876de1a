import { MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Request } from '../../src/desk/types.ts';
import type { Message } from '../../src/message/types.ts';
import { type ReplyTarget, replyOnce } from '../chat/reply.ts';
import { type Audience, sharedBy } from '../chat/share.ts';
import { buttonIds } from './buttons.ts';
import { discordFailure } from './failure.ts';
import { render } from './render.ts';
import type { DiscordPayload } from './wire.ts';

/** What is sent in answer: a payload, or plain words. */
export type DiscordReply = DiscordPayload | string;

/** Plain words as a message that previews no link and pings nobody. */
export const plainBody = (content: string) =>
  ({ content, flags: MessageFlags.SuppressEmbeds, allowedMentions: { parse: [] } }) as const;

/**
 * The desk's answer as a payload.
 *
 * @param sharer who shows it to the channel; null where nobody shares it.
 */
export async function answerTo(
  { desk, store }: SurfaceContext,
  request: Request,
  audience: Audience,
  sharer: string | null = null,
): Promise<DiscordPayload> {
  const { message } = await desk.reply(request);
  const shown: Message = sharer === null ? message : sharedBy(sharer, message);
  return render(shown, await buttonIds(shown, store), audience);
}

/** Sends one answer with exactly one reply. Never rejects. */
export const reply = (
  make: () => Promise<DiscordReply>,
  target: ReplyTarget<DiscordReply>,
  log: Logger,
  about: object,
): Promise<void> => replyOnce(make, target, { log, failureOf: discordFailure, about });
