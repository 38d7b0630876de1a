import type { Platform } from '../../../src/digest/platform.ts';

const ask = 'Ask whoever opened the room.';

export const linesPlatform: Platform = {
  id: 'lines',
  name: 'Lines',
  posting: {
    changedBy: 'managers',
    whoMayChange: 'In Lines whoever opened the room can.',
    remedies: {
      'not-a-member': ask,
      'no-permission': ask,
      archived: 'Open the room again.',
      gone: ask,
      token: ask,
      refused: ask,
      unknown: ask,
    },
    channelUrl: ({ channel }) => `https://lines.example/${encodeURIComponent(channel)}`,
  },
};
