import { readCorpus } from '../../src/corpus/read.ts';
import { type DigestPlan, measureDigests } from './digests.ts';
import { measureEvents } from './events.ts';
import { largeCorpus } from './large-corpus.ts';
import { measureMemory } from './memories.ts';
import type { Rounds } from './rounds.ts';
import type { Group } from './row.ts';
import { measureSearch, type SearchPlan } from './searches.ts';
import { openArrivals } from './stage.ts';
import { measureStarts } from './starts.ts';

/** How much is measured. The seconds add up to less than three minutes, whatever the machine; beside them the digests take as long as it needs to post them. */
export interface Plan {
  readonly starts: Rounds;
  /** Of each of the four kinds of events. */
  readonly events: Rounds;
  readonly memories: Rounds;
  readonly small: SearchPlan;
  readonly large: SearchPlan & { readonly passages: number };
  readonly digests: DigestPlan;
}

export const whole: Plan = {
  starts: { most: 10, warmUp: 1, seconds: 35 },
  events: { most: 300, warmUp: 30, seconds: 14 },
  memories: { most: 3, warmUp: 0, seconds: 10 },
  small: {
    name: 'five articles',
    made: 30,
    rounds: { most: 20, warmUp: 3, seconds: 3 },
    nastyRounds: { most: 20, warmUp: 2, seconds: 0.5 },
  },
  large: {
    name: 'a large corpus',
    made: 30,
    rounds: { most: 5, warmUp: 1, seconds: 10 },
    nastyRounds: { most: 3, warmUp: 0, seconds: 1 },
    passages: 20_000,
  },
  digests: { channels: 10_000, speed: 10, seconds: 5, made: 30 },
};

const one: Rounds = { most: 1, warmUp: 0, seconds: 0 };

export const quick: Plan = {
  starts: one,
  events: { most: 10, warmUp: 2, seconds: 1 },
  memories: one,
  small: { name: 'five articles', made: 5, rounds: one, nastyRounds: one },
  large: { name: 'a large corpus', made: 5, rounds: one, nastyRounds: one, passages: 500 },
  digests: { channels: 100, speed: 10, seconds: 0.5, made: 5 },
};

const SEED = 5;

/** The groups in the order of the table, each told when it is there. */
export async function bench(plan: Plan, told: (group: Group) => void): Promise<readonly Group[]> {
  const groups: Group[] = [];
  const add = (group: Group): void => {
    groups.push(group);
    told(group);
  };
  const arrivals = openArrivals();
  add(await measureStarts(plan.starts, arrivals));
  add(await measureEvents(plan.events, arrivals));
  add(await measureMemory(plan.memories, arrivals));
  arrivals.close();
  const seeds = await readCorpus('seeds');
  add(await measureSearch(seeds, plan.small));
  add(await measureSearch(largeCorpus(seeds, plan.large.passages, SEED), plan.large));
  for (const group of await measureDigests(plan.digests)) add(group);
  return groups;
}
