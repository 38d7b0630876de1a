import { webApi } from '@slack/bolt';
import { createEmulator } from 'emulate';
import { pino } from 'pino';
import { clientUntil, webClientOptions } from '../../adapters/slack/client.ts';
import { identityOf } from '../../adapters/slack/identity.ts';
import { slackSender } from '../../adapters/slack/sender.ts';
import type { Sender } from '../../src/digest/ports/sender.ts';
import type { Message } from '../../src/message/types.ts';
import type { Call } from './slack-app.ts';

const BOT = { bot_id: 'B0000DESK', bot_user_id: 'U0000DESK', app_id: 'A0000DESK' } as const;
const MAKER = 'xoxp-maker';

/** A Web API with people, channels, members and scopes, and the desk's bot among them. */
export interface EmulatedSlack {
  readonly url: string;
  readonly team: string;
  /** A person; `boss` is an admin, and `maker` makes the channels. */
  readonly ann: string;
  readonly ben: string;
  readonly boss: string;
  readonly maker: string;
  /** A new channel's id; the desk is in it only where it is public or is invited. */
  channel(name: string, more?: { readonly private?: boolean; readonly archived?: boolean }): Promise<string>;
  invite(channel: string): Promise<void>;
  /** The desk's way to post, with a token that has these scopes. */
  sender(scopes: readonly string[]): Promise<Sender<Message>>;
  /** The desk's client, with such a token. */
  client(scopes: readonly string[]): webApi.WebClient;
  /** Carries out what an app calls as if it had called it here, with such a token. */
  forward(call: Call, scopes: readonly string[]): Promise<Response>;
  history(channel: string): Promise<readonly Said[]>;
  close(): Promise<void>;
}

type Said = NonNullable<
  Awaited<ReturnType<webApi.WebClient['conversations']['history']>>['messages']
>[number];

/** @param scopeSets each set of scopes that a token of the test has. */
export async function emulatedSlack(scopeSets: readonly (readonly string[])[]): Promise<EmulatedSlack> {
  const tokenOf = (scopes: readonly string[]): string => `xoxb-${scopes.join('-')}`;
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name: 'Reading Room', domain: 'reading-room' },
        users: [{ name: 'maker' }, { name: 'ann' }, { name: 'ben' }, { name: 'boss', is_admin: true }],
        oauth_apps: [
          {
            ...BOT,
            name: 'SCO Desk',
            client_id: '1',
            client_secret: 's',
            redirect_uris: [],
            bot_name: 'sco-desk',
          },
        ],
        strict_scopes: true,
        tokens: [
          ...scopeSets.map((scopes) => ({
            token: tokenOf(scopes),
            type: 'bot' as const,
            user_id: BOT.bot_user_id,
            bot_id: BOT.bot_id,
            app_id: BOT.app_id,
            scopes: [...scopes],
          })),
          { token: MAKER, type: 'user', user: 'maker' },
        ],
      },
    },
  });
  const slackApiUrl = `${emulator.url}/api/`;
  const maker = new webApi.WebClient(MAKER, { slackApiUrl });
  const { members = [] } = await maker.users.list({});
  const idOf = (name: string): string => {
    const id = members.find((member) => member.name === name)?.id;
    if (id === undefined) throw new Error(`The emulator has no ${name}`);
    return id;
  };
  const { team_id: team = '' } = await maker.auth.test();
  const log = pino({ level: 'silent' });
  const options = webClientOptions(log, slackApiUrl);

  return {
    url: emulator.url,
    team,
    ann: idOf('ann'),
    ben: idOf('ben'),
    boss: idOf('boss'),
    maker: idOf('maker'),
    async channel(name, more = {}) {
      const made = await maker.conversations.create({ name, is_private: more.private ?? false });
      const id = made.channel?.id ?? '';
      if (more.archived === true) await maker.conversations.archive({ channel: id });
      return id;
    },
    async invite(channel) {
      await maker.conversations.invite({ channel, users: BOT.bot_user_id });
    },
    async sender(scopes) {
      const desk = new webApi.WebClient(tokenOf(scopes), options);
      return slackSender(clientUntil(tokenOf(scopes), options), identityOf(await desk.auth.test()), log);
    },
    client: (scopes) => new webApi.WebClient(tokenOf(scopes), options),
    forward({ method, sent }, scopes) {
      const fields = Object.entries(sent).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      return fetch(`${slackApiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokenOf(scopes)}` },
        body: new URLSearchParams(Object.fromEntries(fields)),
      });
    },
    async history(channel) {
      const { messages = [] } = await maker.conversations.history({ channel, include_all_metadata: true });
      return messages;
    },
    close: () => emulator.close(),
  };
}
