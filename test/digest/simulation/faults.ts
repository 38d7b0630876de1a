import { refusalReasons } from '../../../src/digest/records.ts';
import { pick } from '../../bench/random.ts';
import type { Platform } from './platform.ts';
import type { Call } from './process.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';
import { perfect, stormy, type Weather } from './weather.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Troubles {
  readonly timeline: Timeline;
  readonly trace: Trace;
  readonly random: () => number;
  readonly platforms: readonly Platform[];
  /** Between storms. */
  readonly usual: Weather;
}

/** What goes wrong, and when, until it is told to stop. */
export class Faults {
  readonly #troubles: Troubles;
  #over = false;

  constructor(troubles: Troubles) {
    this.#troubles = troubles;
    for (const platform of troubles.platforms) {
      platform.weather = troubles.usual;
      this.#trouble(platform);
    }
  }

  get over(): boolean {
    return this.#over;
  }

  /** From now on everything goes well. */
  stop(): void {
    const { platforms, timeline, trace } = this.#troubles;
    this.#over = true;
    trace.say('faults stop');
    for (const platform of platforms) {
      platform.weather = perfect;
      platform.down.set(false, timeline.now);
      for (const { refusing, unreadable } of platform.channels.values()) {
        refusing.set(false, timeline.now);
        unreadable.set(false, timeline.now);
      }
    }
  }

  /** Whether a process crashes or is halted as something reaches it: mostly while a post is under way. */
  struck(call: Call): 'crash' | number | null {
    const { random } = this.#troubles;
    if (this.#over) return null;
    const isRisky = call === 'claim' || call === 'send' || call === 'look' || call === 'finish';
    const roll = random() * (isRisky ? 1 : 50);
    if (roll < 0.02) return 'crash';
    if (roll > 0.05) return null;
    return random() < 0.5 ? SECOND + random() * 15 * SECOND : random() * 10 * MINUTE;
  }

  /** For how long nobody starts a process that has crashed. */
  downtime(): number {
    const { random } = this.#troubles;
    const roll = random();
    if (this.#over || roll < 0.8) return random() * MINUTE;
    return roll < 0.97 ? random() * 3 * HOUR : random() * 3 * DAY;
  }

  /** Does something at random instants, `mean` apart, until faults stop. */
  recur(mean: number, run: () => void): void {
    const { timeline, random } = this.#troubles;
    timeline.after(-Math.log(1 - random()) * mean, () => {
      if (this.#over) return;
      run();
      this.recur(mean, run);
    });
  }

  #trouble(platform: Platform): void {
    const { timeline, trace, random, usual } = this.#troubles;
    const { name } = platform.settings;
    this.recur(12 * HOUR, () => {
      trace.say(`${name}: stormy`);
      platform.weather = stormy;
      timeline.after(random() * 4 * HOUR, () => {
        if (!this.#over) platform.weather = usual;
      });
    });
    this.recur(10 * DAY, () => {
      platform.down.set(true, timeline.now);
      trace.say(`${name}: out of service`);
      const roll = random();
      const length = roll < 0.7 ? random() * HOUR : roll < 0.97 ? random() * 10 * HOUR : random() * 4 * DAY;
      timeline.after(length, () => platform.down.set(false, timeline.now));
    });
    for (const channel of platform.channels.values()) {
      const where = `${name} #${channel.place.channel}`;
      this.recur(20 * DAY, () => {
        if (channel.refusing.isOn) return;
        channel.refuses = pick(refusalReasons, random);
        channel.refusing.set(true, timeline.now);
        trace.say(`${where}: refuses, ${channel.refuses}`);
        const roll = random();
        const length =
          roll < 0.5 ? random() * 3 * HOUR : roll < 0.85 ? random() * 3 * DAY : random() * 25 * DAY;
        timeline.after(length, () => channel.refusing.set(false, timeline.now));
      });
      this.recur(20 * DAY, () => {
        channel.unreadable.set(true, timeline.now);
        trace.say(`${where}: history is unreadable`);
        timeline.after(random() * 2 * DAY, () => channel.unreadable.set(false, timeline.now));
      });
    }
  }
}
