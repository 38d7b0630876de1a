/** An echo as Bolt's front page has it: what an app costs before it does anything. Socket Mode. */
import { App } from '@slack/bolt';

const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
});

app.event('app_mention', async ({ event, say }) => {
  await say({ text: event.text, thread_ts: event.ts });
});

app.command('/sco', async ({ command, ack, respond }) => {
  await ack();
  await respond(command.text);
});

await app.start();
