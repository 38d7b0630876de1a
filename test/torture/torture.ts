import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
import { seeded } from '../bench/random.ts';
import { startPostgres } from '../peers/postgres.ts';
import { discordWire } from './discord-wire.ts';
import { type Pace, shownNow } from './fast-clock.ts';
import { type Judgement, judge } from './judge.ts';
import { killing, type Score, SPARES } from './killing.ts';
import type { MutantName } from './mutants.ts';
import { openPlatform } from './platform.ts';
import { type ReplicaSettings, startReplica } from './replica.ts';
import { slackWire } from './slack-wire.ts';
import { openWatch } from './watch.ts';
import { CHANNELS, channelsOf, START, subscriptionOf, tempoOf } from './world.ts';

export type StoreName = 'sqlite' | 'postgres';

export interface TortureSettings {
  readonly store: StoreName;
  readonly kills: number;
  readonly seed: number;
  readonly mutant: MutantName;
  /** Told how things stand, every now and then. */
  readonly told?: (line: string) => void;
}

export interface TortureResult extends Judgement, Omit<Score, 'end'> {
  readonly store: StoreName;
  readonly kills: number;
  readonly seconds: number;
}

/** SQLite has one process at a time, PostgreSQL two. */
const replicasOf = { sqlite: 1, postgres: 2 } as const;

/** Kills that hit nothing in flight prove nothing: there must be at least this share of the others. */
export const LEAST_HITS = 1 / 3;

/** Of a process that will never work. */
const nowhere = {
  slackUrl: 'http://127.0.0.1:1',
  discordUrl: 'http://127.0.0.1:1',
  pace: { from: 0, shows: 0, speed: 1 },
  tempo: tempoOf(0),
  mutant: 'none',
} as const;

/** What all runs on a machine have in common. */
export interface Chamber {
  /** Where processes keep their compiled code, so that the next start sooner. */
  readonly compiled: string;
  /** Milliseconds that a process takes to load, beside as many others as load at any time. */
  readonly starting: number;
  close(): Promise<void>;
}

export async function openChamber(): Promise<Chamber> {
  const compiled = await mkdtemp(join(tmpdir(), 'sco-torture-compiled-'));
  const settings = { ...nowhere, dataDirectory: '', databaseUrl: null, compiled };
  // The first leaves its compiled code to the others.
  await startAndEnd(settings);
  const began = performance.now();
  await Promise.all(Array.from({ length: SPARES }, () => startAndEnd(settings)));
  const starting = performance.now() - began;
  return { compiled, starting, close: () => rm(compiled, { recursive: true }) };
}

async function startAndEnd(settings: ReplicaSettings): Promise<void> {
  const replica = startReplica(settings);
  await replica.loaded();
  await replica.kill();
}

async function onGround(
  settings: TortureSettings,
  starting: number,
  place: Pick<ReplicaSettings, 'dataDirectory' | 'databaseUrl' | 'compiled'>,
): Promise<TortureResult> {
  const began = performance.now();
  const { told = () => undefined } = settings;
  const random = seeded(settings.seed);
  const channels = channelsOf(CHANNELS);
  const made = await openStore({ ...place, now: () => START });
  for (const [n, channel] of channels.entries())
    await made.digest.save(subscriptionOf(channel, n, settings.seed));
  await made.close();

  const tempo = tempoOf(starting);
  const pace: Pace = { from: Date.now(), shows: START, speed: tempo.speed };
  const now = (): number => shownNow(pace);
  told(
    `a day takes ${Math.round(86_400 / tempo.speed)} s, a process lives ${Math.round(tempo.life)} ms at most`,
  );
  const platforms = {
    slack: await openPlatform(slackWire, { channels, tempo, random, now }),
    discord: await openPlatform(discordWire, { channels, tempo, random, now }),
  };
  const replica: ReplicaSettings = {
    ...place,
    slackUrl: platforms.slack.url,
    discordUrl: platforms.discord.url,
    pace,
    tempo,
    mutant: settings.mutant,
  };
  const watch = await openWatch(replica);
  try {
    const replicas = replicasOf[settings.store];
    const ground = { settings: replica, platforms, watch, random, replicas, told };
    const { end, ...score } = await killing(ground, settings.kills);
    const store = await openStore({ ...place, now });
    const judgement = await judge({ channels, platforms, store: store.digest, end });
    await store.close();
    return {
      store: settings.store,
      kills: settings.kills,
      ...score,
      ...judgement,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await watch.close();
    await Promise.all(Object.values(platforms).map((platform) => platform.close()));
  }
}

/** Tortures the digest on one store, and tells what came of it. */
export async function torture(
  settings: TortureSettings,
  { compiled, starting }: Chamber,
): Promise<TortureResult> {
  const folder = await mkdtemp(join(tmpdir(), 'sco-torture-'));
  const server = settings.store === 'postgres' ? await startPostgres() : null;
  try {
    const place = { dataDirectory: join(folder, 'data'), databaseUrl: server?.url ?? null, compiled };
    return await onGround(settings, starting, place);
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true });
  }
}
