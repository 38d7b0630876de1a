/** The desk with its digest and nothing else, asked all the while: says `result JSON` when all is posted. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { discordSender } from '../../../adapters/discord/sender.ts';
import { terminalPlatform } from '../../../adapters/terminal/platform.ts';
import { createSelection } from '../../../src/compose/excerpt-selection.ts';
import { createLog } from '../../../src/compose/log.ts';
import { createWording } from '../../../src/compose/wording.ts';
import { createLinks } from '../../../src/corpus/links.ts';
import { readCorpus } from '../../../src/corpus/read.ts';
import { createDesk } from '../../../src/desk/desk.ts';
import { createDigest } from '../../../src/digest/control.ts';
import { createEngine } from '../../../src/digest/engine.ts';
import type { Parts } from '../../../src/digest/parts.ts';
import type { Sender } from '../../../src/digest/ports/sender.ts';
import { usualTiming } from '../../../src/digest/timing.ts';
import type { Message } from '../../../src/message/types.ts';
import { openStore } from '../../../src/store/open.ts';
import { fastClock, shownNow } from '../../torture/fast-clock.ts';
import { postingClient } from '../../torture/posting-client.ts';
import type { DigestMeasures } from '../digests.ts';
import { searchedTexts } from '../large-corpus.ts';
import { DESK } from '../posts-platform.ts';
import { queriesFor } from '../queries.ts';
import { summarize } from '../statistics.ts';

const { url, dataDirectory, channels, speed, shows, seconds, made } = z
  .strictObject({
    url: z.string(),
    dataDirectory: z.string(),
    channels: z.number(),
    speed: z.number(),
    shows: z.number(),
    seconds: z.number(),
    made: z.number(),
  })
  .parse(JSON.parse(process.env['DIGEST_BENCH'] ?? '{}'));

/** Between two commands, in milliseconds. */
const RHYTHM = 25;

const log = createLog('error');
const corpus = await readCorpus('seeds');
const linkTo = createLinks({ publicUrl: 'https://desk.example', sourceUrlTemplate: null, localUrl: '' });
const pace = { from: Date.now(), shows, speed };
const clock = fastClock(pace);
const store = await openStore({ dataDirectory, databaseUrl: null, now: clock.now });
const parts: Parts = {
  store: store.digest,
  clock,
  timing: { ...usualTiming, grace: 6 * 3_600_000 },
  excerpts: createSelection(corpus),
  wording: createWording(linkTo),
  log,
};
const digest = createDigest({ ...parts, defaultZone: 'UTC', random: () => 0 });
const desk = createDesk({ corpus, linkTo, digest, log, random: () => 0 });

const { search, ask } = queriesFor(searchedTexts(corpus), made, 20_000);
const lines = search.flatMap((words, n) => [`search ${words}`, `ask ${ask[n % ask.length] ?? words}`]);

/** Asks at a steady rhythm for as long as it should. @returns milliseconds from when each was due to its answer. */
async function asking(goOn: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  for (let due = performance.now(); goOn(); due = Math.max(due + RHYTHM, performance.now())) {
    await pause(Math.max(0, due - performance.now()));
    // Timers may be early by the part of a millisecond.
    const asked = Math.min(due, performance.now());
    const words = lines[times.length % lines.length] ?? '';
    await desk.reply({ platform: terminalPlatform, workspace: '', channel: '', user: '', words });
    times.push(performance.now() - asked);
  }
  return times;
}

const heap = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

let sent = 0;
let limited = 0;
let halfway = Number.NaN;
let mostHeld = 0;

const real = discordSender({ client: postingClient(url, DESK), token: 'bench', store, log });
const sender: Sender<Message> = {
  ...real,
  async send(post, signal) {
    const outcome = await real.send(post, signal);
    if (outcome.type === 'limited') limited++;
    if (outcome.type === 'sent' && ++sent === Math.ceil(channels / 2)) halfway = heap();
    return outcome;
  },
};

await asking(
  (
    (until) => () =>
      performance.now() < until
  )(performance.now() + 500),
);
const alone = await asking(
  (
    (until) => () =>
      performance.now() < until
  )(performance.now() + seconds * 1000),
);

const before = heap();
const delay = monitorEventLoopDelay({ resolution: 1 });
const watching = setInterval(() => {
  mostHeld = Math.max(mostHeld, process.memoryUsage.rss());
}, 100);
const engine = createEngine(parts, [sender]);
const began = shownNow(pace);
delay.enable();
const running = engine.run();
const beside = await asking(() => sent < channels);
delay.disable();
const took = shownNow(pace) - began;
clearInterval(watching);
await engine.stop();
await running;
const after = heap();
await store.close();

const ms = (nanoseconds: number): number => nanoseconds / 1_000_000;
const measures: DigestMeasures = {
  alone: summarize(alone),
  beside: summarize(beside),
  delay: {
    n: delay.count,
    median: ms(delay.percentile(50)),
    p99: ms(delay.percentile(99)),
    slowest: ms(delay.max),
  },
  heap: { before, halfway, after },
  resident: mostHeld,
  seconds: took / 1000,
  sent,
  limited,
};
process.stdout.write(`result ${JSON.stringify(measures)}\n`);
