import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Request } from '../../src/desk/types.ts';
import { isDirect, slackAsker } from './asker.ts';
import { type Asker, inConversation, type Place, toAsker } from './places.ts';
import { slackPlatform } from './platform.ts';

export type ClickArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** A click as the request that typing its command would have been. */
export const requestOf = ({ action, body, context, client }: ClickArgs, log: Logger): Request => ({
  platform: slackPlatform,
  workspace: body.team?.id ?? context.teamId ?? '',
  channel: channelOf(body),
  user: body.user.id,
  words: action.value ?? '',
  asker: slackAsker({ client, user: body.user.id, channel: channelOf(body) }, log),
});

export const askerOf = ({ client, respond, body }: ClickArgs): Asker => ({
  client,
  respond,
  channel: channelOf(body),
  user: body.user.id,
});

/**
 * Where a click is answered: in the thread or the direct message that holds the button. In an answer that one
 * person alone sees, and in one that stands open in a channel, to the person who clicked.
 */
export function placeOf(args: ClickArgs): Place {
  const { body, client } = args;
  const channel = channelOf(body);
  const threadTs = field(body.message, 'thread_ts') ?? field(body.container, 'thread_ts');
  const { is_ephemeral: ephemeral } = body.container;
  if (ephemeral !== true && (threadTs !== undefined || isDirect(channel))) {
    return inConversation({ client, channel, threadTs });
  }
  return toAsker(askerOf(args));
}

const channelOf = (body: ClickArgs['body']): string =>
  body.channel?.id ?? field(body.container, 'channel_id') ?? '';

function field(value: Readonly<Record<string, unknown>> | undefined, name: string): string | undefined {
  const found = value?.[name];
  return typeof found === 'string' ? found : undefined;
}
