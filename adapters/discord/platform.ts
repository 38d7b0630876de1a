import type { Platform } from '../../src/digest/platform.ts';

export const discordPlatform: Platform = {
  id: 'discord',
  name: 'Discord',
  posting: {
    changedBy: 'managers',
    whoMayChange: 'On Discord members with the permission Manage Server can.',
    remedies: {
      'not-a-member': 'Add it to the server, and give its role View Channel in this channel.',
      'no-permission':
        'Give its role View Channel, Send Messages (for a thread, Send Messages in Threads) and Read Message History.',
      archived: 'Reopen the thread, or switch the digest on in another channel.',
      gone: 'Switch the digest on in another channel.',
      token: 'Whoever runs the desk has to set `DISCORD_TOKEN` to the bot’s present token.',
      refused: 'See that the bot is allowed to post in this channel.',
      unknown: 'give its role Read Message History.',
    },
    /** The address that "Copy link" of a channel gives. */
    channelUrl: ({ workspace, channel }) =>
      `https://discord.com/channels/${encodeURIComponent(workspace === '' ? '@me' : workspace)}/${encodeURIComponent(channel)}`,
  },
};
