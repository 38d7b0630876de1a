import type { RequestListener } from 'node:http';
import { App, type Receiver, webApi } from '@slack/bolt';
import type { Surface, SurfaceContext } from '../../src/desk/surface.ts';
import { StartError } from '../chat/start-error.ts';
import { boltLog, clientUntil, once, webClientOptions } from './client.ts';
import { identityOf } from './identity.ts';
import { registerListeners, slashCommand } from './listeners.ts';
import { slackPlatform } from './platform.ts';
import { slackSender } from './sender.ts';
import { signedHttp } from './signed-http.ts';
import { socketMode } from './socket-mode.ts';
import { startErrorOf } from './start-error.ts';

export interface SlackSettings {
  /** `xoxb-…` */
  readonly botToken: string;
  /** `xapp-…`: Socket Mode, in which the desk calls Slack and needs no public address. */
  readonly appToken: string | null;
  /** Without an app token: proves that a request at `/slack/events` comes from Slack. */
  readonly signingSecret: string | null;
  /** Takes the place of https://slack.com/api/. */
  readonly apiUrl: string | null;
}

export interface SlackSurface extends Surface {
  /** Answers `/slack/events` of the desk's one port; null in Socket Mode. */
  readonly handler: RequestListener | null;
}

/** How requests come in. */
interface Transport {
  readonly receiver: Receiver;
  readonly handler: RequestListener | null;
  readonly said: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

function transportOf({ appToken, signingSecret, apiUrl }: SlackSettings, { log }: SurfaceContext): Transport {
  if (appToken !== null) {
    return { handler: null, said: 'Socket Mode', ...socketMode(appToken, apiUrl, log) };
  }
  if (signingSecret === null) {
    throw new StartError({
      problem: 'Slack has neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET',
      remedy: 'Set SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for signed HTTP.',
    });
  }
  const http = signedHttp(signingSecret, log);
  return {
    receiver: http.receiver,
    handler: http.handler,
    said: 'signed HTTP',
    start: async () => undefined,
    stop: async () => http.stop(),
  };
}

/**
 * Starts the desk in one Slack workspace.
 *
 * @throws {StartError} when Slack refuses a token or cannot be reached.
 */
export async function startSlack(context: SurfaceContext, settings: SlackSettings): Promise<SlackSurface> {
  const log = context.log.child({ surface: slackPlatform.id });
  const transport = transportOf(settings, { ...context, log });
  const clientOptions = webClientOptions(log, settings.apiUrl);
  const web = new webApi.WebClient(settings.botToken, clientOptions);
  const identity = await once(() => web.auth.test()).catch((fault: unknown) => {
    throw startErrorOf('SLACK_BOT_TOKEN', fault);
  });
  const app = new App({
    receiver: transport.receiver,
    token: settings.botToken,
    // Known already: Bolt would ask again, and leave a refusal unhandled.
    tokenVerificationEnabled: false,
    ...(identity.bot_id === undefined ? {} : { botId: identity.bot_id }),
    ...(identity.user_id === undefined ? {} : { botUserId: identity.user_id }),
    convoStore: false,
    logger: boltLog(log),
    clientOptions,
  });
  const underWay = registerListeners(app, { ...context, log });
  await transport.start().catch((fault: unknown) => {
    throw startErrorOf('SLACK_APP_TOKEN', fault);
  });
  return {
    ready: `Slack: ${slashCommand} in ${identity.team ?? 'the workspace'} (${transport.said})`,
    handler: transport.handler,
    sender: slackSender(clientUntil(settings.botToken, clientOptions), identityOf(identity), log),
    async stop() {
      await transport.stop();
      await underWay.settled();
    },
  };
}
