import { BOT, commandBody, mentionBody } from '../peers/slack-bodies.ts';
import { type Connection, openWorkspace } from '../peers/slack-workspace.ts';
import { type Platform, portOf } from './platform.ts';

export async function openSlack(): Promise<Platform> {
  const workspace = await openWorkspace();
  const port = portOf(workspace.apiUrl);
  let connection: Connection | null = null;
  let sent = 0;
  return {
    settings: {
      SLACK_API_URL: workspace.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_APP_TOKEN: 'xapp-bench',
    },
    async connected() {
      connection = await workspace.connected();
    },
    send(kind, words) {
      if (connection === null) throw new Error('Nothing is connected to Slack');
      // Each is new: repeated events are answered once.
      const ts = `${1_000_000 + ++sent}.1`;
      const [type, body] =
        kind === 'mention'
          ? ['events_api', mentionBody(`<@${BOT}> ${words}`, { ts, event_ts: ts })]
          : ['slash_commands', commandBody(words, { response_url: workspace.responseUrl, trigger_id: ts })];
      void connection.envelope(type, body);
    },
    isAnswer(kind) {
      const path = kind === 'mention' ? '/api/chat.postMessage' : '/response';
      return (arrival) => arrival.port === port && arrival.path === path;
    },
    close: () => workspace.close(),
  };
}
