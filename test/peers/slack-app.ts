import { App, type Receiver, type webApi } from '@slack/bolt';
import { boltLog, webClientOptions } from '../../adapters/slack/client.ts';
import { registerListeners } from '../../adapters/slack/listeners.ts';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import { BOT } from './slack-bodies.ts';

type Body = Record<string, unknown>;
type FetchInit = Parameters<NonNullable<webApi.WebClientOptions['fetch']>>[1];

type Sent = Readonly<Record<string, unknown>> & {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly response_type?: unknown;
};

/** One call that the app made: a method of the Web API, or a post to a `response_url`. */
export interface Call {
  readonly method: string;
  readonly sent: Sent;
}

export type Answering = (call: Call) => Response | Promise<Response>;

export const slackOk: Answering = ({ method }) =>
  method === 'response_url' ? new Response('ok') : Response.json({ ok: true, ts: '1.1' });

/** A real Bolt app whose events the test delivers and whose calls it answers. */
export class SlackApp {
  readonly calls: Call[] = [];
  /** `acknowledged` and the methods called, in order. */
  readonly order: string[] = [];
  readonly app: App;
  readonly #answering: Answering;

  constructor(context: SurfaceContext, answering: Answering = slackOk) {
    this.#answering = answering;
    const receiver: Receiver = {
      init: () => undefined,
      start: async () => undefined,
      stop: async () => undefined,
    };
    this.app = new App({
      receiver,
      token: 'xoxb-test',
      botId: 'B0000BOT',
      botUserId: BOT,
      tokenVerificationEnabled: false,
      convoStore: false,
      logger: boltLog(context.log),
      clientOptions: {
        ...webClientOptions(context.log, null),
        fetch: (url, init) => this.#fetch(String(url), init),
      },
    });
    registerListeners(this.app, context);
  }

  /** Resolves when the app has done with the event. */
  deliver(body: Body, retryNum?: number): Promise<void> {
    return this.app.processEvent({
      body,
      ...(retryNum === undefined ? {} : { retryNum, retryReason: 'http_timeout' }),
      ack: async () => {
        this.order.push('acknowledged');
      },
    });
  }

  async #fetch(url: string, init: FetchInit): Promise<Response> {
    const body = typeof init?.body === 'string' ? init.body : '';
    const call = url.startsWith('https://hooks.slack.com/')
      ? { method: 'response_url', sent: JSON.parse(body) }
      : { method: url.replace('https://slack.com/api/', ''), sent: formFields(body) };
    this.calls.push(call);
    this.order.push(call.method);
    return this.#answering(call);
  }
}

/** The fields of a call, those that hold JSON parsed. */
export function formFields(body: string): Record<string, unknown> {
  const fields = [...new URLSearchParams(body)].map(([key, value]) => [
    key,
    /^[[{]/.test(value) && key !== 'text' ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(fields);
}
