/** One replica of the desk's digest, made to be killed: says `loaded`, waits for a line, says `ready`. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { z } from 'zod';
import { discordSender } from '../../adapters/discord/sender.ts';
import { clientUntil, webClientOptions } from '../../adapters/slack/client.ts';
import { slackSender } from '../../adapters/slack/sender.ts';
import { createSelection } from '../../src/compose/excerpt-selection.ts';
import { createLog } from '../../src/compose/log.ts';
import { createWording } from '../../src/compose/wording.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createEngine } from '../../src/digest/engine.ts';
import type { DigestStore } from '../../src/digest/ports/store.ts';
import { openStore } from '../../src/store/open.ts';
import { BOT } from './discord-wire.ts';
import { fastClock } from './fast-clock.ts';
import { mutantNames, mutants } from './mutants.ts';
import { postingClient } from './posting-client.ts';
import { BOT_ID, BOT_USER } from './slack-wire.ts';
import { WORKSPACE } from './world.ts';

const settings = z
  .strictObject({
    dataDirectory: z.string(),
    databaseUrl: z.string().nullable(),
    slackUrl: z.string(),
    discordUrl: z.string(),
    pace: z.strictObject({ from: z.number(), shows: z.number(), speed: z.number() }),
    tempo: z.object({
      timing: z.strictObject({
        tick: z.number(),
        timeout: z.number(),
        acceptance: z.number(),
        grace: z.number(),
        stop: z.number(),
      }),
      perSecond: z.number(),
    }),
    compiled: z.string(),
    mutant: z.enum(mutantNames),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Tells each claim, so that whoever kills this process knows what it held. */
const telling = (store: DigestStore): DigestStore => ({
  ...store,
  async claim(occurrence, now, step) {
    const held = await store.claim(occurrence, now, step);
    if (held !== null) say(`claimed ${held.key} ${held.fence}`);
    return held;
  },
});

const log = createLog('error');
const clock = fastClock(settings.pace);
const excerpts = createSelection(await readCorpus('seeds'));
excerpts('');
const linkTo = createLinks({ publicUrl: 'https://desk.example', sourceUrlTemplate: null, localUrl: '' });

flushCompileCache();
say('loaded');
await once(process.stdin, 'data');

const store = await openStore({ ...settings, now: clock.now });
const senders = [
  slackSender(
    clientUntil('xoxb-torture', webClientOptions(log, `${settings.slackUrl}/api/`)),
    { team: WORKSPACE, url: 'https://torture.slack.com/', botId: BOT_ID, userId: BOT_USER },
    log,
  ),
  discordSender({ client: postingClient(settings.discordUrl, BOT), token: 'torture', store, log }),
].map((sender) => ({ ...sender, perSecond: settings.tempo.perSecond }));

const mutant = mutants[settings.mutant];
const engine = createEngine(
  {
    store: telling(mutant.store(store.digest)),
    clock,
    timing: mutant.timing(settings.tempo.timing),
    excerpts,
    wording: createWording(linkTo),
    log,
  },
  senders,
);
process.once('SIGTERM', async () => {
  await engine.stop();
  await store.close();
  process.exit(0);
});
say('ready');
await engine.run();
