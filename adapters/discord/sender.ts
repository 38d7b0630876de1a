import { type Client, PermissionFlagsBits, REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { FindOutcome, Post, Sender, SendOutcome } from '../../src/digest/ports/sender.ts';
import type { Place } from '../../src/digest/records.ts';
import type { Message } from '../../src/message/types.ts';
import type { Store } from '../../src/store/types.ts';
import { findOutcomeOf } from '../chat/failure.ts';
import { ownPermissions } from './asker.ts';
import { buttonIds } from './buttons.ts';
import { discordFailure } from './failure.ts';
import { HISTORY_PAGE, hasHistory, idBefore, readOn, whyIn } from './history.ts';
import { discordPlatform } from './platform.ts';
import { render } from './render.ts';

export interface SenderParts {
  readonly client: Client<true>;
  readonly token: string;
  readonly store: Pick<Store, 'keepCommand'>;
  readonly log: Logger;
}

/**
 * Discord takes 50 requests a second from a bot; the rest is for answers.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
const PER_SECOND = 35;

const created = z.object({ id: z.string() });

const postLink = ({ workspace, channel }: Place, id: string): string =>
  `https://discord.com/channels/${workspace === '' ? '@me' : workspace}/${channel}/${id}`;

/** A message as it goes over the wire. */
async function bodyOf(message: Message, store: SenderParts['store']) {
  const { flags, components } = render(message, await buttonIds(message, store), 'channel');
  return { flags, components, allowed_mentions: { parse: [] } };
}

/** How the digest's posts reach Discord. */
export function discordSender({ client, token, store, log }: SenderParts): Sender<Message> {
  // Beside the client's own, which sends again after a 5xx or a timeout and waits out a 429 by itself.
  const rest = new REST({ ...client.rest.options, retries: 0, rejectOnRateLimit: () => true });
  /** A REST forgets its token when Discord refuses it once, and would then not even ask. */
  const authorised = (): REST => rest.setToken(token);
  /** How far the history of a post in doubt was read already, where a look did not come to its end. */
  const readTo = new Map<string, string>();

  const send = async (post: Post<Message>, signal: AbortSignal): Promise<SendOutcome> => {
    const { channel, key, message } = post;
    let body: Awaited<ReturnType<typeof bodyOf>>;
    try {
      body = await bodyOf(message, store);
    } catch (fault) {
      log.error({ err: fault, key }, 'a digest could not be made ready for Discord');
      return { type: 'failed', detail: `not sent: ${String(fault)}` };
    }
    try {
      const sent = await authorised().post(Routes.channelMessages(channel), {
        body: { ...body, nonce: key, enforce_nonce: true },
        signal,
      });
      const { id } = created.parse(sent);
      return { type: 'sent', id, link: postLink(post, id) };
    } catch (fault) {
      return discordFailure(fault);
    }
  };

  /** Without the right to read it, a history is as empty as one that nobody wrote in. */
  const isReadable = async (channel: string, signal: AbortSignal): Promise<boolean> => {
    if (await hasHistory(authorised(), channel, signal)) return true;
    const known = client.channels.cache.get(channel);
    if (known === undefined) return false;
    return known.isDMBased() || (ownPermissions(known)?.has(PermissionFlagsBits.ReadMessageHistory) ?? false);
  };

  const look = async (post: Post<Message>, why: string, signal: AbortSignal): Promise<FindOutcome> => {
    const { channel, key, since } = post;
    const mark = { author: client.user.id, nonce: key, why };
    for (;;) {
      const after = readTo.get(key) ?? idBefore(since);
      const found = await readOn(authorised(), channel, { after, mark }, signal);
      if (found.post !== null) {
        return { type: 'found', ...found.post, link: postLink(post, found.post.id) };
      }
      if (found.read === HISTORY_PAGE) readTo.set(key, found.readTo);
      else if (found.read > 0 || (await isReadable(channel, signal))) return { type: 'absent' };
      else return { type: 'unreadable', detail: 'the channel’s history is hidden from the desk' };
    }
  };

  const find = async (post: Post<Message>, signal: AbortSignal): Promise<FindOutcome> => {
    const why = whyIn(post.message);
    if (why === null) return { type: 'unreadable', detail: 'the post has nothing to be known by' };
    try {
      const outcome = await look(post, why, signal);
      readTo.delete(post.key);
      return outcome;
    } catch (fault) {
      const failure = discordFailure(fault);
      if (failure.type === 'refused') readTo.delete(post.key);
      return findOutcomeOf(failure);
    }
  };

  return {
    platform: discordPlatform,
    reach: { platform: discordPlatform.id, workspace: null },
    perSecond: PER_SECOND,
    send,
    find,
    async tell(user, message) {
      try {
        const body = await bodyOf(message, store);
        const opened = await authorised().post(Routes.userChannels(), { body: { recipient_id: user } });
        await authorised().post(Routes.channelMessages(created.parse(opened).id), { body });
        return true;
      } catch (fault) {
        log.warn({ err: fault, user }, 'a person could not be told');
        return false;
      }
    },
  };
}
