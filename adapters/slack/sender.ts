import type { Logger } from 'pino';
import type { FindOutcome, Post, Sender, SendOutcome } from '../../src/digest/ports/sender.ts';
import type { Message } from '../../src/message/types.ts';
import { type ClientUntil, once } from './client.ts';
import { slackFailure } from './failure.ts';
import { findPost } from './history.ts';
import { permalink, type SlackIdentity } from './identity.ts';
import { slackPlatform } from './platform.ts';
import { render } from './render.ts';
import { quiet } from './reply.ts';

/** What a post of the digest is known by, in its message metadata. */
export const DIGEST_EVENT = 'sco_digest';

/**
 * "Several hundred messages per minute" for a workspace, and about one a second for a channel:
 * https://docs.slack.dev/apis/web-api/rate-limits, "Rate limits when posting messages". Four are 240 a minute.
 */
const PER_SECOND = 4;

/** How long `tell` may take. Milliseconds. */
const TELL_WITHIN = 10_000;

/** Posts the daily digest in one workspace. */
export function slackSender(clientUntil: ClientUntil, identity: SlackIdentity, log: Logger): Sender<Message> {
  return {
    platform: slackPlatform,
    reach: { platform: slackPlatform.id, workspace: identity.team },
    perSecond: PER_SECOND,
    send: (post, signal) => sendPost(post, clientUntil, signal, identity),
    find: (post, signal): Promise<FindOutcome> => findPost(post, clientUntil(signal), identity),
    async tell(user: string, message: Message) {
      try {
        const { text, blocks } = render(message, 'channel');
        // A person's id in the place of a channel's opens the direct message: chat:write is enough for it.
        await once(async () => {
          const client = clientUntil(AbortSignal.timeout(TELL_WITHIN));
          await client.chat.postMessage({ channel: user, text, blocks, ...quiet });
        });
        return true;
      } catch (err) {
        log.warn({ err, user }, 'A person could not be told directly in Slack');
        return false;
      }
    },
  };
}

async function sendPost(
  { channel, key, message }: Post<Message>,
  clientUntil: ClientUntil,
  signal: AbortSignal,
  identity: SlackIdentity,
): Promise<SendOutcome> {
  if (signal.aborted) return { type: 'failed', detail: 'ended before it was sent' };
  const client = clientUntil(signal);
  const metadata = { event_type: DIGEST_EVENT, event_payload: { key } };
  try {
    const { text, blocks } = render(message, 'channel');
    const { ts } = await client.chat.postMessage({ channel, text, blocks, metadata, ...quiet });
    if (ts === undefined) return { type: 'in doubt', detail: 'Slack gave the post no time stamp' };
    return { type: 'sent', id: ts, link: permalink(identity, channel, ts) };
  } catch (fault) {
    return explained(slackFailure(fault));
  }
}

/** Slack's word for a channel that is gone says little to people. */
const explained = (failure: SendOutcome): SendOutcome =>
  failure.type === 'refused' && failure.reason === 'gone'
    ? { ...failure, detail: `${failure.detail} (deleted, or private and the desk was removed from it)` }
    : failure;
