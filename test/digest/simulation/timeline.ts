import { setImmediate as turn } from 'node:timers/promises';

export interface Timer {
  cancel(): void;
}

interface Event {
  readonly at: number;
  /** Events of the same instant come in the order in which they were asked for. */
  readonly order: number;
  run: (() => void) | null;
}

const isBefore = (one: Event, other: Event): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** Virtual time: it stands still while anything is done, and then jumps to the next event. */
export class Timeline {
  #now: number;
  #order = 0;
  /** A binary heap, the earliest first. */
  readonly #events: Event[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  /** Milliseconds since 1970, with fractions. */
  get now(): number {
    return this.#now;
  }

  after(delay: number, run: () => void): Timer {
    const event: Event = { at: this.#now + Math.max(0, delay), order: this.#order++, run };
    this.#push(event);
    return {
      cancel: () => {
        event.run = null;
      },
    };
  }

  /** Runs the next event and everything that follows from it at once. @returns false when there is none. */
  async step(): Promise<boolean> {
    for (;;) {
      const event = this.#pop();
      if (event === undefined) return false;
      if (event.run === null) continue;
      this.#now = event.at;
      event.run();
      // The store in memory never leaves the microtasks, so that all of it is done when the turn comes.
      await turn();
      return true;
    }
  }

  #push(event: Event): void {
    const events = this.#events;
    let at = events.push(event) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = events[above];
      if (parent === undefined || !isBefore(event, parent)) break;
      events[at] = parent;
      at = above;
    }
    events[at] = event;
  }

  #pop(): Event | undefined {
    const events = this.#events;
    const first = events[0];
    const last = events.pop();
    if (first === undefined || last === undefined || events.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = events[2 * at + 1];
      if (left === undefined) break;
      const right = events[2 * at + 2];
      const [child, below] =
        right !== undefined && isBefore(right, left) ? [right, 2 * at + 2] : [left, 2 * at + 1];
      if (!isBefore(child, last)) break;
      events[at] = child;
      at = below;
    }
    events[at] = last;
    return first;
  }
}
