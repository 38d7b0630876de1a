import type { FindOutcome, Post, Sender, SendOutcome } from '../../../src/digest/ports/sender.ts';
import type { Place, RefusalReason } from '../../../src/digest/records.ts';
import type { Message } from '../../../src/message/types.ts';
import { platformOf } from '../../platforms.ts';
import { Spells } from './spells.ts';
import type { Timeline } from './timeline.ts';
import type { Trace } from './trace.ts';
import { fair, faultIn, type Weather } from './weather.ts';

/** What a request takes to the platform at most, which the client's timeout includes. Milliseconds. */
const WAYS = 250;

/** A post that a platform has taken. */
export interface Taken {
  readonly id: string;
  readonly post: Post<Message>;
  /** When the client asked for it. */
  readonly askedAt: number;
  /** What the platform says that it is from. */
  readonly takenAt: number;
}

export class Channel {
  readonly place: Place;
  readonly taken: Taken[] = [];
  readonly visible: Taken[] = [];
  refuses: RefusalReason = 'archived';
  readonly refusing = new Spells();
  readonly unreadable = new Spells();

  constructor(place: Place) {
    this.place = place;
  }
}

export interface PlatformSettings {
  readonly name: 'slack' | 'discord';
  /** For how long a key is remembered, so that a second post with it gives the first; 0 for not at all. */
  readonly remembers: number;
  readonly timeout: number;
  /** How long after its answer, or the client's timeout, a post may appear. */
  readonly acceptance: number;
}

export interface Surroundings {
  readonly timeline: Timeline;
  readonly trace: Trace;
  readonly random: () => number;
}

/** A platform that can fail in every way known of the real ones. */
export class Platform {
  readonly settings: PlatformSettings;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly down = new Spells();
  weather: Weather = fair;
  /** Hears of every post as it appears in its channel. */
  appeared: (taken: Taken, channel: Channel) => void = () => {};
  readonly #around: Surroundings;
  #posts = 0;

  constructor(settings: PlatformSettings, channels: readonly Channel[], around: Surroundings) {
    this.settings = settings;
    this.channels = new Map(channels.map((channel) => [channel.place.channel, channel]));
    this.#around = around;
  }

  /** The platform as a client has it. */
  sender(): Sender<Message> {
    const { timeline, random, trace } = this.#around;
    const { name } = this.settings;
    return {
      platform: platformOf(name),
      reach: { platform: name, workspace: null },
      perSecond: 50,
      send: (post, signal) =>
        this.#answered<SendOutcome>(
          signal,
          () => this.#send(post),
          (detail) => ({ type: 'in doubt', detail }),
        ),
      find: (post, signal) =>
        this.#answered<FindOutcome>(
          signal,
          () => this.#find(post),
          (detail) => ({ type: 'failed', wait: 5000, detail }),
        ),
      tell: (user) =>
        new Promise((resolve) => {
          trace.say(`${name}: ${user} is told`);
          trace.count('told of a pause');
          timeline.after(random() * 500, () => resolve(random() < 0.8));
        }),
    };
  }

  /** Of the channel with this id. @throws RangeError */
  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (channel === undefined) throw new RangeError(`${this.settings.name} has no channel ${id}`);
    return channel;
  }

  #answered<T>(
    signal: AbortSignal,
    /** What is answered, and after how long where that matters; null for no answer. */
    request: () => { readonly outcome: T; readonly delay?: number } | null,
    cut: (detail: string) => T,
  ): Promise<T> {
    const { timeline, random } = this.#around;
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(cut('timed out')), { once: true });
      // On its way to the platform, and back.
      timeline.after(random() * 200, () => {
        const answer = request();
        if (answer === null) return;
        timeline.after(answer.delay ?? random() * 200, () => resolve(answer.outcome));
      });
    });
  }

  #fault(what: string, post: Post<Message>): void {
    const { trace } = this.#around;
    trace.count(what);
    trace.say(`${this.settings.name} #${post.channel}: ${what} (${post.key})`);
  }

  #send(post: Post<Message>): { readonly outcome: SendOutcome; readonly delay?: number } | null {
    const { random } = this.#around;
    const { name, timeout, acceptance } = this.settings;
    const channel = this.channel(post.channel);
    const unreached = { outcome: { type: 'failed', detail: 'ECONNREFUSED' } } as const;
    const inDoubt = (detail: string) => ({ outcome: { type: 'in doubt', detail } }) as const;
    if (this.down.isOn) {
      this.#fault('out of service', post);
      return random() < 0.5 ? unreached : inDoubt('503');
    }
    const fault = faultIn(this.weather, random);
    if (channel.refusing.isOn && fault !== 'limited') {
      this.#fault('refused', post);
      return { outcome: { type: 'refused', reason: channel.refuses, detail: channel.refuses } };
    }
    switch (fault) {
      case 'limited':
        this.#fault('429', post);
        return {
          outcome: {
            type: 'limited',
            wait: random() < 0.1 ? 600_000 : 1000 + Math.floor(random() * 30_000),
            alone: random() < 0.5,
          },
        };
      case 'unreached':
        this.#fault('not reached', post);
        return unreached;
      case 'failed':
        this.#fault('500', post);
        return inDoubt('500');
      case 'lostBefore':
        this.#fault('lost before it was taken', post);
        return inDoubt('ECONNRESET');
      case 'lostAfter':
        this.#fault('taken, then 502', post);
        this.#take(post, channel, 0, this.#slowness());
        return inDoubt('502');
      case 'hanging': {
        this.#fault('no answer', post);
        // Taken as late as can be at times: that is what the settling must wait for.
        const share = random() < 0.3 ? 1 : random();
        if (random() < 0.8) this.#take(post, channel, share * (timeout + acceptance - WAYS), 0);
        return null;
      }
      case null: {
        const id = this.#take(post, channel, 0, random() < 0.1 ? this.#slowness() : 0);
        const outcome = { type: 'sent', id, link: `https://${name}.test/${id}` } as const;
        // Now and then the answer takes longer than the client waits for it.
        if (random() >= 0.02) return { outcome };
        this.#fault('slow answer', post);
        return { outcome, delay: timeout * (0.8 + random()) };
      }
    }
  }

  #slowness(): number {
    const { random } = this.#around;
    const roll = random();
    return roll < 0.5
      ? 0
      : roll < 0.7
        ? this.settings.acceptance - WAYS
        : random() * this.settings.acceptance;
  }

  /** Takes a post after `delay`, to appear later by `slowness`; with a key that is remembered, the first stands. */
  #take(post: Post<Message>, channel: Channel, delay: number, slowness: number): string {
    const { timeline, trace } = this.#around;
    const askedAt = timeline.now;
    const id = `${this.settings.name}-${++this.#posts}`;
    const known = (): Taken | undefined =>
      channel.taken.findLast(
        ({ post: { key }, takenAt }) => key === post.key && timeline.now - takenAt < this.settings.remembers,
      );
    const take = (): void => {
      const before = known();
      if (before !== undefined) {
        trace.count('nonce remembered');
        return;
      }
      const taken = { id, post, askedAt, takenAt: timeline.now };
      channel.taken.push(taken);
      if (slowness > 0) trace.count('appeared late');
      timeline.after(slowness, () => {
        channel.visible.push(taken);
        trace.say(`${this.settings.name} #${post.channel}: ${id} appears (${post.key})`);
        this.appeared(taken, channel);
      });
    };
    if (delay > 0) {
      timeline.after(delay, take);
      return id;
    }
    const first = known()?.id ?? id;
    take();
    return first;
  }

  #find(post: Post<Message>): { readonly outcome: FindOutcome; readonly delay?: number } | null {
    const { random } = this.#around;
    const channel = this.channel(post.channel);
    const fault = faultIn(this.weather, random);
    if (!this.down.isOn && fault !== 'limited' && channel.unreadable.isOn) {
      this.#fault('history: unreadable', post);
      return { outcome: { type: 'unreadable', detail: 'missing_scope' } };
    }
    if (!this.down.isOn && fault === 'hanging') {
      this.#fault('history: no answer', post);
      return null;
    }
    if (this.down.isOn || fault !== null) {
      const detail = this.down.isOn ? '503' : fault === 'limited' ? '429' : '500';
      this.#fault(`history: ${detail}`, post);
      return { outcome: { type: 'failed', wait: 1000 + Math.floor(random() * 20_000), detail } };
    }
    const found = channel.visible.find(
      ({ post: { key }, takenAt }) => key === post.key && takenAt >= post.since,
    );
    // An answer that takes almost as long as the client waits for it says how things were when it was asked.
    const slow = random() < this.weather.slow;
    if (slow) this.#fault('history: slow answer', post);
    const delay = slow ? { delay: this.settings.timeout * (0.9 + 0.1 * random()) - WAYS } : {};
    if (found === undefined) return { outcome: { type: 'absent' }, ...delay };
    const { id, takenAt } = found;
    const link = `https://${this.settings.name}.test/${id}`;
    return { outcome: { type: 'found', id, link, at: Math.floor(takenAt) }, ...delay };
  }
}
