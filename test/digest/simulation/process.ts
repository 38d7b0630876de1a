import { type Logger, pino } from 'pino';
import { createWording } from '../../../src/compose/wording.ts';
import { createDigest } from '../../../src/digest/control.ts';
import { createEngine, type Engine } from '../../../src/digest/engine.ts';
import type { Parts } from '../../../src/digest/parts.ts';
import type { Clock } from '../../../src/digest/ports/clock.ts';
import type { Sender } from '../../../src/digest/ports/sender.ts';
import type { DigestStore } from '../../../src/digest/ports/store.ts';
import type { Timing } from '../../../src/digest/timing.ts';
import type { Asked, Digest, Excerpt } from '../../../src/digest/types.ts';
import type { Message } from '../../../src/message/types.ts';
import type { Mutant } from './mutants.ts';
import type { Timeline, Timer } from './timeline.ts';
import type { Trace } from './trace.ts';

/** A call after which a process may be dropped or halted: what it was waiting for when it happens. */
export type Call = keyof DigestStore | 'send' | 'look' | 'tell' | 'wait';

export interface ProcessSettings {
  readonly name: string;
  /** By how much its clock is ahead of the true time, in milliseconds. */
  readonly skew: number;
  readonly store: DigestStore;
  readonly senders: readonly Sender<Message>[];
  readonly excerpts: (filters: string) => readonly Excerpt[];
  readonly timing: Timing;
  readonly mutant: Mutant | null;
  readonly timeline: Timeline;
  readonly trace: Trace;
  readonly random: () => number;
  /** Whether the process stops executing now, for good or for so many milliseconds. */
  readonly struck: (call: Call) => 'crash' | number | null;
  /** How long nothing is going to be due, in milliseconds. */
  readonly quiet: () => number;
  /** Hears of each post as it is sent, by its key. */
  readonly sends: (key: string) => void;
  readonly died: () => void;
}

const IDLE = 1000;

/**
 * One process of the desk. Whatever it waits for reaches it only while it runs: once it is dropped, nothing of what
 * it was doing is executed any more, while what it had asked of the store and of platforms may still be done.
 */
export class Process {
  readonly settings: ProcessSettings;
  readonly digest: Digest;
  readonly #engine: Engine;
  #state: 'up' | 'halted' | 'dead' = 'up';
  #held: (() => void)[] = [];
  #stopping = false;
  #idle: { readonly timer: Timer; readonly wake: () => void } | null = null;
  #pause = IDLE;

  constructor(settings: ProcessSettings) {
    this.settings = settings;
    const { mutant, timing, excerpts } = settings;
    const store = this.#store(mutant?.store?.(settings.store, settings.timeline) ?? settings.store);
    const clock = mutant?.clock?.(this.#clock) ?? this.#clock;
    const parts: Parts<Message> = {
      store,
      clock,
      timing: mutant?.timing?.(timing) ?? timing,
      excerpts,
      wording: createWording(({ id }, { n }) => ({ url: `https://desk.test/a/${id}#p${n}`, shared: true })),
      log: this.#log(),
    };
    const senders = settings.senders.map((sender) => this.#sender(mutant?.sender?.(sender) ?? sender));
    this.#engine = createEngine(parts, senders);
    this.digest = createDigest({ ...parts, defaultZone: 'UTC', random: settings.random });
    void this.#run();
  }

  get state(): 'up' | 'halted' | 'dead' {
    return this.#state;
  }

  /** Something has changed: what is due next may be due sooner. */
  wake(): void {
    this.#pause = IDLE;
    this.#idle?.wake();
  }

  crash(): void {
    if (this.#state === 'dead') return;
    this.#end('crashes');
  }

  /** Ends it as SIGTERM does. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#engine.stop();
    this.#end('stops');
  }

  async command(command: Parameters<Digest['run']>[0], asked: Asked): Promise<void> {
    await this.digest.run(command, asked);
  }

  #end(how: string): void {
    const { trace, name, died } = this.settings;
    if (this.#state === 'dead') return;
    trace.say(`${name} ${how}`);
    trace.count(how);
    this.#state = 'dead';
    this.#held = [];
    this.#idle?.timer.cancel();
    died();
  }

  #halt(duration: number): void {
    const { trace, name, timeline } = this.settings;
    if (this.#state !== 'up') return;
    this.#state = 'halted';
    trace.count('halts');
    trace.say(`${name} halts for ${Math.round(duration / 1000)} s`);
    timeline.after(duration, () => {
      if (this.#state !== 'halted') return;
      trace.say(`${name} goes on`);
      this.#state = 'up';
      const held = this.#held;
      this.#held = [];
      for (const go of held) this.#reach('wait', go);
    });
  }

  /** Executes what comes next in the process, if it still does. */
  #reach(call: Call, go: () => void): void {
    if (this.#state === 'up') {
      const struck = this.settings.struck(call);
      if (struck === 'crash') this.crash();
      else if (struck !== null) this.#halt(struck);
    }
    if (this.#state === 'up') go();
    else if (this.#state === 'halted') this.#held.push(go);
  }

  #gated<T>(
    call: Call,
    work: () => Promise<T>,
    { there, back }: { there: number; back: number },
  ): Promise<T> {
    const { timeline, random } = this.settings;
    return new Promise((resolve, reject) => {
      const answer = (go: () => void): void => {
        if (back === 0) this.#reach(call, go);
        else timeline.after(random() * back, () => this.#reach(call, go));
      };
      const ask = (): void => {
        work().then(
          (value) => answer(() => resolve(value)),
          (error: unknown) => answer(() => reject(error)),
        );
      };
      if (there === 0) ask();
      else timeline.after(random() * there, ask);
    });
  }

  #store(store: DigestStore): DigestStore {
    const way = { there: 10, back: 10 };
    return {
      subscription: (...own) => this.#gated('subscription', () => store.subscription(...own), way),
      save: (...own) => this.#gated('save', () => store.save(...own), way),
      due: (...own) => this.#gated('due', () => store.due(...own), way),
      plan: (...own) => this.#gated('plan', () => store.plan(...own), way),
      shown: (...own) => this.#gated('shown', () => store.shown(...own), way),
      waiting: (...own) => this.#gated('waiting', () => store.waiting(...own), way),
      claim: (...own) => this.#gated('claim', () => store.claim(...own), way),
      doubtful: (...own) => this.#gated('doubtful', () => store.doubtful(...own), way),
      finish: (...own) => this.#gated('finish', () => store.finish(...own), way),
      occurrence: (...own) => this.#gated('occurrence', () => store.occurrence(...own), way),
      latest: (...own) => this.#gated('latest', () => store.latest(...own), way),
    };
  }

  #sender(sender: Sender<Message>): Sender<Message> {
    const way = { there: 0, back: 0 };
    return {
      ...sender,
      send: (post, signal) => {
        this.settings.sends(post.key);
        return this.#gated('send', () => sender.send(post, signal), way);
      },
      find: (...own) => this.#gated('look', () => sender.find(...own), way),
      tell: (...own) => this.#gated('tell', () => sender.tell(...own), way),
    };
  }

  readonly #clock: Clock = {
    now: () => Math.floor(this.settings.timeline.now) + this.settings.skew,
    wait: (duration, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const timer = this.settings.timeline.after(duration, () => this.#reach('wait', resolve));
        signal?.addEventListener(
          'abort',
          () => {
            timer.cancel();
            resolve();
          },
          { once: true },
        );
      }),
    breathe: () =>
      new Promise((resolve) => {
        this.settings.timeline.after(0, () => this.#reach('wait', resolve));
      }),
  };

  /** The store never fails here, so that there is nothing to complain of. */
  #log(): Logger {
    const { trace, name } = this.settings;
    const write = (line: string): void => {
      const { level, err, msg }: { level: number; err?: { message: string }; msg: string } = JSON.parse(line);
      trace.say(`${name} logs: ${msg} ${err?.message ?? ''}`);
      if (level >= 50) trace.breach('broken', `${msg}: ${err?.message ?? ''}`);
    };
    return pino({ level: 'warn' }, { write });
  }

  /** As `Engine.run`, but that it sleeps while nothing is due. */
  async #run(): Promise<void> {
    while (!this.#stopping) {
      await this.#engine.tick();
      await this.#sleep();
    }
  }

  #sleep(): Promise<void> {
    const { timeline, quiet, random } = this.settings;
    return new Promise((resolve) => {
      const rest = (): void => {
        const until = quiet();
        // While there is something to do that nobody can do yet, it looks less and less often.
        this.#pause = until > 0 ? IDLE : Math.min(this.#pause * 2, 60_000);
        const duration = until + this.#pause * random();
        const timer = timeline.after(duration, () =>
          this.#reach('wait', () => {
            this.#idle = null;
            resolve();
          }),
        );
        this.#idle = {
          timer,
          wake: () => {
            timer.cancel();
            rest();
          },
        };
      };
      rest();
    });
  }
}
