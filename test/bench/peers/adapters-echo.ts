/** The desk's own adapters before a core that says back what it was told: what they cost beside their SDKs. */
import { startDiscord } from '../../../adapters/discord/start.ts';
import { startSlack } from '../../../adapters/slack/start.ts';
import { createLog } from '../../../src/compose/log.ts';
import type { Desk } from '../../../src/desk/types.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';

const desk: Desk = {
  corpus: { articles: new Map(), faults: [] },
  commands: [],
  reply: async ({ words }) => ({
    command: words,
    answer: { kind: 'help', topic: null, commands: [] },
    message: { blocks: [{ type: 'paragraph', runs: [{ text: words }] }], omitted: [] },
  }),
  json: (input) => ({ input, kind: 'help', passages: [], total: 0, missing: [], text: input }),
  completeLine: () => [],
  completeOption: () => [],
};

const context = { desk, store: createMemoryStore(() => performance.now()), log: createLog('warn') };
const setting = (name: string): string => process.env[name] ?? '';

await Promise.all([
  startSlack(context, {
    botToken: setting('SLACK_BOT_TOKEN'),
    appToken: setting('SLACK_APP_TOKEN'),
    signingSecret: null,
    apiUrl: setting('SLACK_API_URL'),
  }),
  startDiscord(context, {
    token: setting('DISCORD_TOKEN'),
    guildId: null,
    apiUrl: setting('DISCORD_API_URL'),
  }),
]);
