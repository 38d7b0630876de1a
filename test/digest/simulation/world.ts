import type { DigestStore } from '../../../src/digest/ports/store.ts';
import type { Occurrence, Place, Subscription } from '../../../src/digest/records.ts';
import { settlingTime, type Timing, usualTiming } from '../../../src/digest/timing.ts';
import { openMemoryDatabase } from '../../../src/store/open.ts';
import { pick, seeded } from '../../bench/random.ts';
import { Articles } from './articles.ts';
import { DAY, Faults, HOUR, MINUTE, SECOND } from './faults.ts';
import { DailyCheck, type Judged, watchPosts } from './invariants.ts';
import { Ledger } from './ledger.ts';
import type { Mutant } from './mutants.ts';
import { askedIn, switchOff, switchOn, whatever } from './people.ts';
import { Channel, Platform, type PlatformSettings } from './platform.ts';
import { Process } from './process.ts';
import { Spells } from './spells.ts';
import { Timeline, type Timer } from './timeline.ts';
import { Trace } from './trace.ts';
import { fair, stormy } from './weather.ts';

export interface WorldSettings {
  readonly seed: number;
  /** For how long things go wrong; a day in which nothing does follows. */
  readonly days: number;
  readonly mutant?: Mutant;
  /** Whether the weather is always bad, and there are always two replicas. */
  readonly stormy?: boolean;
  /** Hears of every step. */
  readonly heard?: (line: string) => void;
}

export interface Run {
  readonly seed: number;
  readonly days: number;
  /** How often each thing happened. */
  readonly counts: ReadonlyMap<string, number>;
}

const timing: Timing = { ...usualTiming, grace: 6 * HOUR };
const CHANNELS = 3;
/** By how much the clocks of two replicas differ at most. */
const SKEW = 2000;

const platforms: readonly Pick<PlatformSettings, 'name' | 'remembers'>[] = [
  { name: 'slack', remembers: 0 },
  { name: 'discord', remembers: 5 * 60_000 },
];

class World {
  readonly #random: () => number;
  readonly #timeline: Timeline;
  readonly #trace: Trace;
  readonly #articles: Articles;
  readonly #platforms: readonly Platform[];
  readonly #ledger: Ledger;
  readonly #faults: Faults;
  readonly #up = new Spells();
  readonly #processes = new Set<Process>();
  /** What starts each process that has ended again. */
  readonly #restarts = new Map<string, Timer>();
  readonly #store: DigestStore;
  readonly #mutant: Mutant | null;
  readonly #skewed: boolean;
  /** After which time processes look for posts in doubt. */
  readonly #settling: number;

  constructor(store: DigestStore, { seed, days, mutant, heard, stormy: isStormy = false }: WorldSettings) {
    const random = seeded(seed);
    this.#random = random;
    this.#store = store;
    this.#mutant = mutant ?? null;
    this.#settling = settlingTime(mutant?.timing?.(timing) ?? timing);
    this.#timeline = new Timeline(Date.UTC(2026, 0, 1) + Math.floor(random() * 2 * 365) * DAY);
    this.#trace = new Trace({
      seed,
      days,
      now: () => this.#timeline.now,
      heard,
      minded: mutant?.breaks ?? null,
    });
    this.#articles = new Articles(random, 4);
    const around = { timeline: this.#timeline, trace: this.#trace, random };
    const { timeout, acceptance } = timing;
    this.#platforms = platforms.map((own) => {
      const channels = Array.from({ length: CHANNELS }, (_, index) => {
        return new Channel({ platform: own.name, workspace: 'W1', channel: `C${index + 1}` });
      });
      return new Platform({ ...own, timeout, acceptance }, channels, around);
    });
    this.#ledger = new Ledger(this.#timeline, this.#trace, this.#articles, random);
    this.#ledger.changed = (changed) => {
      for (const process of this.#processes) process.wake();
      this.#disturb(changed);
    };
    this.#skewed = random() < 0.8;
    this.#faults = new Faults({
      ...around,
      platforms: this.#platforms,
      usual: mutant?.weather ?? (isStormy ? stormy : fair),
    });
  }

  async run({ days, stormy: isStormy = false }: WorldSettings): Promise<void> {
    const random = this.#random;
    const replicas = isStormy || random() < 0.6 ? 2 : 1;
    for (let n = 1; n <= replicas; n++) this.#start(`process ${n}`);
    const channels = this.#platforms.flatMap((platform) => [...platform.channels.values()]);
    for (const { place } of channels) {
      this.#timeline.after(random() * DAY, () => this.#type(place, switchOn(random)));
      this.#faults.recur(8 * DAY, () => this.#type(place, whatever(random)));
    }
    this.#faults.recur(6 * DAY, () => void this.#anyUp()?.stop());
    const judged = this.#judged();
    watchPosts(judged);
    const check = new DailyCheck(judged);
    await this.#until(this.#timeline.now + days * DAY, check);
    this.#faults.stop();
    for (const [name, restart] of [...this.#restarts]) {
      restart.cancel();
      this.#restartAfter(this.#faults.downtime(), name);
    }
    await this.#until(this.#timeline.now + DAY, check);
    check.end(this.#timeline.now);
    this.#trace.check();
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#trace.counts;
  }

  async #until(end: number, check: DailyCheck): Promise<void> {
    const timeline = this.#timeline;
    let day = timeline.now + DAY;
    while (timeline.now < end && (await timeline.step())) {
      this.#trace.check();
      if (timeline.now < day) continue;
      day += DAY;
      check.run(timeline.now);
      await this.#ledger.compare(this.#store);
      this.#trace.check();
    }
  }

  #judged(): Judged {
    return {
      ledger: this.#ledger,
      trace: this.#trace,
      articles: this.#articles,
      timing,
      platforms: this.#platforms,
      up: this.#up,
      skew: SKEW,
    };
  }

  #start(name: string): void {
    const random = this.#random;
    if (random() < 0.3) this.#trace.say(`articles: ${this.#articles.change()}`);
    const excerpts = this.#articles.selection();
    const process = new Process({
      name,
      skew: this.#skewed ? Math.round((random() - 0.5) * SKEW) : 0,
      store: this.#ledger.watch(this.#store, name, excerpts),
      senders: this.#platforms.map((platform) => platform.sender()),
      excerpts,
      timing,
      mutant: this.#mutant,
      timeline: this.#timeline,
      trace: this.#trace,
      random,
      struck: (call) => this.#faults.struck(call),
      quiet: () => this.#quiet(),
      sends: (key) => this.#ledger.sends(key, name),
      died: () => {
        this.#processes.delete(process);
        if ([...this.#ledger.open.values()].some(({ state }) => state === 'sending')) {
          this.#trace.count('ends while a post is under way');
        }
        this.#up.set(this.#processes.size > 0, this.#timeline.now);
        this.#restartAfter(this.#faults.downtime(), name);
      },
    });
    this.#processes.add(process);
    this.#trace.say(`${name} starts`);
    this.#trace.count('starts');
    this.#up.set(true, this.#timeline.now);
  }

  #restartAfter(downtime: number, name: string): void {
    const restart = this.#timeline.after(downtime, () => {
      this.#restarts.delete(name);
      this.#start(name);
    });
    this.#restarts.set(name, restart);
  }

  #anyUp(): Process | undefined {
    const up = [...this.#processes].filter(({ state }) => state === 'up');
    return up.length === 0 ? undefined : pick(up, this.#random);
  }

  #type(place: Place, command: Parameters<Process['command']>[0]): void {
    const process = this.#anyUp();
    if (process === undefined) return;
    const { platform, channel } = place;
    this.#trace.say(`${process.settings.name}: somebody types ${command.action} in ${platform} #${channel}`);
    this.#trace.count(`digest ${command.action}`);
    process.command(command, askedIn(place)).catch((error: unknown) => {
      this.#trace.breach('broken', `digest ${command.action}: ${String(error)}`);
    });
  }

  /** Somebody types at an awkward moment: while a post is in doubt, or at the instant at which one is due. */
  #disturb(changed: Occurrence | Subscription): void {
    const random = this.#random;
    if (this.#faults.over || random() > 0.02) return;
    if ('state' in changed) {
      if (changed.state !== 'sending') return;
      const command = random() < 0.5 ? whatever(random) : switchOff;
      this.#timeline.after(random() * MINUTE, () => this.#type(changed, command));
    } else if (changed.next !== null) {
      const wait = changed.next.at - this.#timeline.now + (random() - 0.2) * 2 * SECOND;
      this.#timeline.after(wait, () => this.#type(changed, whatever(random)));
    }
  }

  /** How long nothing is going to be due; now and then somebody looks before that. */
  #quiet(): number {
    const { subscriptions, open } = this.#ledger;
    let next = this.#timeline.now + 6 * HOUR;
    for (const { next: due } of subscriptions.values()) if (due !== null) next = Math.min(next, due.at);
    for (const { state, notBefore, sendingSince } of open.values()) {
      const settled = state === 'sending' ? (sendingSince ?? 0) + this.#settling : 0;
      next = Math.min(next, Math.max(notBefore, settled));
    }
    const until = Math.max(0, next - this.#timeline.now);
    const roll = this.#random();
    if (roll < 0.03) return until * this.#random();
    return roll < 0.1 ? Math.max(0, until - 45_000) : until;
  }
}

/**
 * Lives through so many days of faults.
 *
 * @throws {BreachError} when an invariant was broken.
 */
export async function simulate(settings: WorldSettings): Promise<Run> {
  const { seed, days } = settings;
  const store = await openMemoryDatabase(() => 0);
  try {
    const world = new World(store.digest, settings);
    await world.run(settings);
    return { seed, days, counts: world.counts };
  } finally {
    await store.close();
  }
}
