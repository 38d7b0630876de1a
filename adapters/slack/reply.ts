import type { RespondArguments, RespondFn, webApi } from '@slack/bolt';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Request } from '../../src/desk/types.ts';
import type { Message } from '../../src/message/types.ts';
import { type ReplyTarget, replyOnce } from '../chat/reply.ts';
import type { Audience } from '../chat/share.ts';
import { once } from './client.ts';
import { ResponseRefusedError, slackFailure } from './failure.ts';
import { render, type SlackPayload } from './render.ts';

/** Where an answer goes, and who sees it there. */
interface SlackTarget extends ReplyTarget<SlackPayload> {
  readonly audience: Audience;
}

/** A conversation, or a thread of it. */
export interface Conversation {
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly threadTs: string | undefined;
}

/** A person in a channel, and the address that an interaction gave for answers: 5 uses within 30 minutes. */
export interface Respondent {
  readonly client: webApi.WebClient;
  readonly respond: RespondFn;
  readonly channel: string;
  readonly user: string;
}

/** No link previews. */
export const quiet = { unfurl_links: false, unfurl_media: false } as const;

export function inConversation({ client, channel, threadTs }: Conversation): SlackTarget {
  const where = { channel, ...quiet, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) };
  return {
    audience: 'channel',
    replaces: false,
    send: ({ text, blocks }) => once(() => client.chat.postMessage({ ...where, text, blocks })),
    plainly: [(text) => once(() => client.chat.postMessage({ ...where, text }))],
  };
}

const onlyToAsker = { response_type: 'ephemeral', replace_original: false } as const;
const toEveryone = { response_type: 'in_channel', replace_original: false } as const;

/** To the asker alone or, shared, to the whole channel: this way the desk need not be a member of it. */
export function toAsker(
  { client, respond, channel, user }: Respondent,
  audience: Audience = 'asker',
): SlackTarget {
  const response = audience === 'asker' ? onlyToAsker : toEveryone;
  return {
    audience,
    replaces: false,
    send: ({ text, blocks }) => responded(respond, { ...quiet, ...response, text, blocks }),
    plainly: [
      (text) => responded(respond, { ...onlyToAsker, text }),
      (text) => once(() => client.chat.postEphemeral({ channel, user, text })),
    ],
  };
}

/** @throws ResponseRefusedError when Slack says no in a response that is otherwise a success. */
async function responded(respond: RespondFn, message: RespondArguments): Promise<void> {
  const said = await once(async () => (await respond(message)).text());
  if (/"ok"\s*:\s*false/.test(said)) throw new ResponseRefusedError(said);
}

const unchanged = (message: Message): Message => message;

/**
 * Answers one request in one place, with exactly one reply. Never rejects.
 *
 * @param compose changes the message before it is rendered.
 */
export const reply = (
  target: SlackTarget,
  request: Request,
  { desk, log }: SurfaceContext,
  compose: (message: Message) => Message = unchanged,
): Promise<void> => {
  const { workspace, channel, user } = request;
  const make = async (): Promise<SlackPayload> =>
    render(compose((await desk.reply(request)).message), target.audience);
  return replyOnce(make, target, { log, failureOf: slackFailure, about: { workspace, channel, user } });
};
