import { setTimeout as pause } from 'node:timers/promises';
import { shownNow } from './fast-clock.ts';
import type { Platform } from './platform.ts';
import { type Replica, type ReplicaSettings, startReplica } from './replica.ts';
import type { Watch } from './watch.ts';
import type { Channel } from './world.ts';

/** Processes that load while others work, so that the next is there at once. */
export const SPARES = 2;

/** For what is left when the kills are over, in lives of a process. */
const PATIENCE = 150;

/** What the processes post on, and how they are watched. */
export interface Ground {
  readonly settings: ReplicaSettings;
  readonly platforms: Readonly<Record<Channel['platform'], Platform>>;
  readonly watch: Watch;
  readonly random: () => number;
  /** Processes that work at a time. */
  readonly replicas: number;
  readonly told: (line: string) => void;
}

export interface Score {
  /** Kills that hit a process with a claim that was not answered yet. */
  readonly hits: number;
  /** Posts that such claims held, and those of them that people saw already. */
  readonly held: number;
  readonly seen: number;
  /** What the processes logged as errors. */
  readonly logged: readonly string[];
  /** When kills and faults stopped, by the digest's clock. */
  readonly end: number;
}

/** What a process that has just been killed had claimed and not ended. */
async function leftBy(
  replica: Replica,
  { watch, platforms }: Ground,
): Promise<{ held: number; seen: number }> {
  const rows = (await watch.sending()).filter(
    ({ key, fence, step }) => replica.claims.get(key) === fence && step !== 'in doubt' && step !== 'failed',
  );
  const seen = rows.filter(({ channel, key }) =>
    Object.values(platforms).some((platform) => platform.has(channel, key)),
  );
  return { held: rows.length, seen: seen.length };
}

/**
 * Waits for a moment to kill a process that is ready: one in three is any moment of its life, the others follow a claim
 * by less than an answer takes, since a post is claimed for a small part of the time only.
 */
async function momentOf(victim: Replica, { settings, random }: Ground): Promise<void> {
  const { life, answer } = settings.tempo;
  await pause(random() * life);
  if (random() < 1 / 3) return;
  await Promise.race([victim.nextClaim(), pause(life)]);
  await pause(random() * answer);
}

/** Kills replicas and starts others in their place; at the end lets them finish in peace. */
export async function killing(ground: Ground, kills: number): Promise<Score> {
  const { settings, random, replicas, told } = ground;
  const all: Replica[] = [];
  const start = (): Replica => {
    const replica = startReplica(settings);
    all.push(replica);
    return replica;
  };
  const working = Array.from({ length: replicas }, start);
  const spares = Array.from({ length: SPARES }, start);
  let [hits, held, seen] = [0, 0, 0];
  try {
    await Promise.all(working.map((each) => each.work()));
    for (let kill = 0; kill < kills; kill++) {
      const at = Math.floor(random() * working.length);
      const victim = working[at];
      if (victim === undefined) throw new RangeError(`No replica ${at}`);
      await momentOf(victim, ground);
      await victim.kill();
      const left = await leftBy(victim, ground);
      if (left.held > 0) hits++;
      held += left.held;
      seen += left.seen;
      if ((kill + 1) % 100 === 0 || kill === 9) told(`${kill + 1} kills, ${hits} in flight`);
      spares.push(start());
      const next = spares.shift();
      if (next === undefined) throw new RangeError('No spare');
      working[at] = next;
      await next.work();
    }
    const end = await finishing(ground);
    const codes = await Promise.all(working.map((each) => each.end()));
    if (codes.some((code) => code !== 0))
      throw new Error(`A replica did not end at SIGTERM: ${codes.join()}`);
    return { hits, held, seen, end, logged: all.flatMap(({ complaints }) => complaints) };
  } finally {
    for (const each of all) each.abandon();
  }
}

/**
 * Waits until everything is done that was due when the kills and faults stopped, or for as long as is decent.
 *
 * @returns when they stopped, by the digest's clock.
 */
async function finishing({ platforms, watch, settings }: Ground): Promise<number> {
  for (const platform of Object.values(platforms)) platform.calm();
  const due = shownNow(settings.pace);
  const late = Date.now() + PATIENCE * settings.tempo.life;
  while (Date.now() < late && (await watch.undone(due)) > 0) await pause(100);
  return due;
}
