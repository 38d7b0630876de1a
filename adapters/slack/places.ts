import type { RespondArguments, RespondFn, webApi } from '@slack/bolt';
import { ResponseRefusedError } from './outcome.ts';
import type { Audience, SlackPayload } from './render.ts';

/** Where an answer goes, and how to reach the person when it cannot go there. */
export interface Place {
  readonly audience: Audience;
  send(payload: SlackPayload): Promise<void>;
  /** Ways to say plain text to the person, tried in this order until Slack takes one. */
  readonly plainly: readonly ((text: string) => Promise<void>)[];
}

/** A conversation, or a thread of it. */
export interface Conversation {
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly threadTs: string | undefined;
}

/** A person in a channel, and the address that an interaction gave for answers: 5 uses within 30 minutes. */
export interface Asker {
  readonly client: webApi.WebClient;
  readonly respond: RespondFn;
  readonly channel: string;
  readonly user: string;
}

const quiet = { unfurl_links: false, unfurl_media: false } as const;

export function inConversation({ client, channel, threadTs }: Conversation): Place {
  const where = { channel, ...quiet, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) };
  return {
    audience: 'conversation',
    async send({ text, blocks }) {
      await client.chat.postMessage({ ...where, text, blocks });
    },
    plainly: [
      async (text) => {
        await client.chat.postMessage({ ...where, text });
      },
    ],
  };
}

export function toAsker(asker: Asker): Place {
  return {
    audience: 'asker',
    async send({ text, blocks }) {
      await responded(asker.respond, { ...quiet, ...onlyToAsker, text, blocks });
    },
    plainly: plainlyToAsker(asker),
  };
}

/** The whole channel of an answer that only its asker saw: this way the desk need not be a member of it. */
export function toWholeChannel(asker: Asker): Place {
  return {
    audience: 'conversation',
    async send({ text, blocks }) {
      await responded(asker.respond, { ...quiet, ...toEveryone, text, blocks });
    },
    plainly: plainlyToAsker(asker),
  };
}

const onlyToAsker = { response_type: 'ephemeral', replace_original: false } as const;
const toEveryone = { response_type: 'in_channel', replace_original: false } as const;

const plainlyToAsker = ({ client, respond, channel, user }: Asker): Place['plainly'] => [
  (text) => responded(respond, { ...onlyToAsker, text }),
  async (text) => {
    await client.chat.postEphemeral({ channel, user, text });
  },
];

/** @throws ResponseRefusedError when Slack says no in a response that is otherwise a success. */
async function responded(respond: RespondFn, message: RespondArguments): Promise<void> {
  const said = await (await respond(message)).text();
  if (/"ok"\s*:\s*false/.test(said)) throw new ResponseRefusedError(said);
}
