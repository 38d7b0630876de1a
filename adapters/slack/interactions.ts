import type {
  AckFn,
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
} from '@slack/bolt';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Request } from '../../src/desk/types.ts';
import { firstSeen } from '../chat/first-seen.ts';
import { sharedBy } from '../chat/share.ts';
import { isDirect, slackAsker } from './asker.ts';
import { slackPlatform } from './platform.ts';
import { inConversation, type Respondent, reply, toAsker } from './reply.ts';
import { commandWords } from './words.ts';

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;
type ClickArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** Acknowledges; where that fails, the answer can still arrive through its `response_url`. */
async function acknowledge(ack: AckFn<void> | AckFn<string>, { log }: SurfaceContext): Promise<void> {
  try {
    await ack();
  } catch (err) {
    log.warn({ err }, 'Slack could not be told that a request arrived');
  }
}

/** `/sco …`: answered to the asker alone. */
export async function onCommand(context: SurfaceContext, args: CommandArgs): Promise<void> {
  const { ack, command, client, respond } = args;
  await acknowledge(ack, context);
  const { team_id: workspace, channel_id: channel, user_id: user } = command;
  if (!(await firstSeen(context, slackPlatform, workspace, channel, command.trigger_id))) return;
  const words = commandWords(command.text);
  const asker = slackAsker({ client, user, channel }, context.log);
  await reply(
    toAsker({ client, respond, channel, user }),
    { platform: slackPlatform, workspace, channel, user, words, asker },
    context,
  );
}

/** A click, and what typing its command would have come to. */
interface Click {
  readonly request: Request;
  readonly respondent: Respondent;
}

function stringIn(value: Readonly<Record<string, unknown>> | undefined, name: string): string | undefined {
  const found = value?.[name];
  return typeof found === 'string' ? found : undefined;
}

function clickOf({ action, body, context, client, respond }: ClickArgs, { log }: SurfaceContext): Click {
  const channel = body.channel?.id ?? stringIn(body.container, 'channel_id') ?? '';
  const user = body.user.id;
  return {
    request: {
      platform: slackPlatform,
      workspace: body.team?.id ?? context.teamId ?? '',
      channel,
      user,
      words: action.value ?? '',
      asker: slackAsker({ client, user, channel }, log),
    },
    respondent: { client, respond, channel, user },
  };
}

/**
 * Where a click is answered: in the thread or the direct message that holds the button. In an answer that one
 * person alone sees, and in one that stands open in a channel, to the person who clicked.
 */
function targetOf({ body, client }: ClickArgs, { respondent }: Click) {
  const { channel } = respondent;
  const threadTs = stringIn(body.message, 'thread_ts') ?? stringIn(body.container, 'thread_ts');
  const { is_ephemeral: ephemeral } = body.container;
  return ephemeral !== true && (threadTs !== undefined || isDirect(channel))
    ? inConversation({ client, channel, threadTs })
    : toAsker(respondent);
}

/** Acknowledges a click. @returns null for one that came before. */
async function newClick(context: SurfaceContext, args: ClickArgs): Promise<Click | null> {
  await acknowledge(args.ack, context);
  const click = clickOf(args, context);
  const { workspace, channel } = click.request;
  const isNew = await firstSeen(context, slackPlatform, workspace, channel, args.action.action_ts);
  return isNew ? click : null;
}

/** A button that carries a command: the click is answered as if the command had been typed. */
export async function onRun(context: SurfaceContext, args: ClickArgs): Promise<void> {
  const click = await newClick(context, args);
  if (click !== null) await reply(targetOf(args, click), click.request, context);
}

/** "Share to channel": the command is run again and its answer shown to everyone in the channel. */
export async function onShare(context: SurfaceContext, args: ClickArgs): Promise<void> {
  const click = await newClick(context, args);
  if (click === null) return;
  const { name, username } = args.body.user;
  await reply(toAsker(click.respondent, 'channel'), click.request, context, (message) =>
    sharedBy(name ?? username, message),
  );
}

/** A button that opens an address: Slack tells of the click and shows a warning unless it is acknowledged. */
export const onLink = (context: SurfaceContext, { ack }: ClickArgs): Promise<void> =>
  acknowledge(ack, context);
