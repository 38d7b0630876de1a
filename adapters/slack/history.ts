import type { webApi } from '@slack/bolt';
import type { FindOutcome, Post } from '../../src/digest/ports/sender.ts';
import type { Message } from '../../src/message/types.ts';
import { findOutcomeOf } from '../chat/failure.ts';
import { slackFailure } from './failure.ts';
import { permalink, type SlackIdentity } from './identity.ts';

/** "We recommend no more than 200 results at a time": https://docs.slack.dev/apis/web-api/pagination. */
const HISTORY_PAGE = 200;
/** A channel with more messages since the send cannot be read within the time that a look may take. */
const PAGES = 10;

/** With another token it can be read again, and that takes a person. Milliseconds. */
const TOKEN_WAIT = 10 * 60_000;

type History = Awaited<ReturnType<webApi.WebClient['conversations']['history']>>;
type Written = NonNullable<History['messages']>[number];

/**
 * Reads a channel's history for the post with a key, whatever the order in which Slack gives it. Slack allows an app
 * of one's own 50 calls a minute; one that is distributed outside the Marketplace gets one, with 15 messages.
 */
export async function findPost(
  post: Post<Message>,
  client: webApi.WebClient,
  identity: SlackIdentity,
): Promise<FindOutcome> {
  const { channel, key, since } = post;
  const oldest = ((since - 1) / 1000).toFixed(6);
  let cursor: string | undefined;
  try {
    for (let page = 0; page < PAGES; page++) {
      const { messages = [], response_metadata: more } = await client.conversations.history({
        channel,
        oldest,
        include_all_metadata: true,
        limit: HISTORY_PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const found = messages.find((each) => isOwn(each, identity) && postKey(each) === key);
      if (found?.ts !== undefined) {
        const { ts } = found;
        return { type: 'found', id: ts, link: permalink(identity, channel, ts), at: instantOf(ts) };
      }
      cursor = more?.next_cursor;
      if (cursor === undefined || cursor === '') return { type: 'absent' };
    }
  } catch (fault) {
    return findOutcomeOf(slackFailure(fault), TOKEN_WAIT);
  }
  return { type: 'unreadable', detail: `more than ${HISTORY_PAGE * PAGES} messages since it was sent` };
}

const isOwn = ({ bot_id: bot, user }: Written, { botId, userId }: SlackIdentity): boolean =>
  (bot !== undefined && bot === botId) || (user !== undefined && user === userId);

function postKey({ metadata }: Written): unknown {
  const payload = metadata?.event_payload;
  return payload !== undefined && 'key' in payload ? payload.key : undefined;
}

/** A time stamp is in seconds, with six decimals. */
const instantOf = (ts: string): number => Math.round(Number(ts) * 1000);
