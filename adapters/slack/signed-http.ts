import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLog } from './client.ts';

/** The one path that Slack is given for events, commands and clicks. */
const eventsPath = '/slack/events';

/** How far Slack's clock may be ahead. Bolt refuses what is too old, yet nothing that is dated ahead. Seconds. */
const AHEAD = 300;

export interface SignedHttp {
  readonly receiver: HTTPReceiver;
  readonly handler: RequestListener;
  stop(): void;
}

/** Requests that Slack signed with the app's secret, through a server that somebody else runs. */
export function signedHttp(signingSecret: string, log: Logger, now: () => number = Date.now): SignedHttp {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: eventsPath, logger: boltLog(log) });
  let stopped = false;

  const end = (response: ServerResponse, status: number): void => {
    if (!response.headersSent) response.writeHead(status);
    response.end();
  };
  const isAhead = (request: IncomingMessage): boolean =>
    Number(request.headers['x-slack-request-timestamp']) > now() / 1000 + AHEAD;

  return {
    receiver,
    handler(request, response) {
      if (stopped) return end(response, 503);
      if (isAhead(request)) return end(response, 401);
      try {
        receiver.requestListener(request, response);
      } catch (err) {
        // Bolt throws for every path and method that is not its own.
        log.debug({ err }, 'A request that is not for Slack reached its path');
        end(response, 404);
      }
    },
    stop() {
      stopped = true;
    },
  };
}
