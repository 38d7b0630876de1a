import type { Platform } from '../../src/digest/platform.ts';

export const slackPlatform: Platform = {
  id: 'slack',
  name: 'Slack',
  posting: {
    changedBy: 'managers and whoever set it up',
    whoMayChange:
      'On Slack the person who set it up, workspace admins and owners, and whoever created the channel can.',
    remedies: {
      'not-a-member': 'Invite it: `/invite @sco-desk`.',
      'no-permission':
        'Let it post in the channel’s settings, and see that the app has the scopes of `slack-manifest.yaml`.',
      archived: 'Unarchive the channel and invite the desk again: `/invite @sco-desk`.',
      gone: 'Where the channel is still there, the desk was taken out of it: invite it, `/invite @sco-desk`. Else switch the digest on in another channel.',
      token: 'Whoever runs the desk has to install the app again and set `SLACK_BOT_TOKEN`.',
      refused: 'See that the app is allowed to post in this channel.',
      unknown: '`/invite @sco-desk`, and give the app the scopes of `slack-manifest.yaml`.',
    },
    /** "Deep linking into Slack", `app_redirect`. */
    channelUrl: ({ workspace, channel }) =>
      `https://slack.com/app_redirect?${new URLSearchParams({ team: workspace, channel })}`,
  },
};
