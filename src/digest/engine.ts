import { isStartFault } from '../fault.ts';
import { deliver, type Rest } from './deliver.ts';
import type { DeliveryParts, Parts } from './parts.ts';
import { plan } from './plan.ts';
import type { Sender } from './ports/sender.ts';
import type { Occurrence, Subscription } from './records.ts';
import { doubtedBefore, settle } from './settle.ts';

/** Subscriptions that are planned at one tick: more than any platform takes posts in a second. */
const PLANNED = 100;
/** Doubtful posts that are looked after at one tick. */
const SETTLED = 20;
/** While there is more to do than a platform takes, so many times as often is looked whether it takes more. */
const BUSY = 4;

export interface Engine {
  /** Looks once at everything that is due. Never rejects: what fails is logged and due again at the next tick. */
  tick(): Promise<void>;
  /** Ticks until it is stopped. */
  run(): Promise<void>;
  /** Begins nothing new and lets sends in flight finish, for as long as `timing.stop` at most. */
  stop(): Promise<void>;
}

/** What this process is doing on one platform. */
interface Lane {
  readonly own: DeliveryParts;
  readonly inFlight: Set<Promise<void>>;
  /** When the latest calls began, the earliest first. */
  begun: readonly number[];
  restingUntil: number;
  /** When it was last said that it cannot be looked after. */
  complainedAt: number;
}

/** A store that is away fails at every tick: once a minute is enough to know. */
const COMPLAINING = 60_000;

/** Plans, sends and settles the digests of all platforms that this process can post on. */
export function createEngine<M>(parts: Parts<M>, senders: readonly Sender<M>[]): Engine {
  const { store, clock, timing, log } = parts;
  const stopping = new AbortController();
  const lanes = senders.map(
    (sender): Lane => ({
      own: { ...parts, sender },
      inFlight: new Set(),
      begun: [],
      restingUntil: 0,
      complainedAt: Number.NEGATIVE_INFINITY,
    }),
  );

  /** Runs one delivery beside the ticks. */
  const follow = (held: Occurrence, lane: Lane, work: Promise<Rest>): void => {
    const followed = work
      .then((rest) => {
        if (rest > 0) lane.restingUntil = clock.now() + rest;
      })
      .catch((err: unknown) => {
        log.error({ err, key: held.key }, 'a digest’s delivery broke off; it is looked after later');
      })
      .finally(() => lane.inFlight.delete(followed));
    lane.inFlight.add(followed);
  };

  const take = async (
    found: readonly Occurrence[],
    lane: Lane,
    work: (held: Occurrence, own: DeliveryParts) => Promise<Rest>,
    calls: number,
  ): Promise<void> => {
    for (const each of found) {
      if (stopping.signal.aborted) return;
      // Durable before anything is sent.
      const held = await store.claim(each, clock.now(), 'claimed');
      if (held !== null) {
        lane.begun = [...lane.begun, ...Array.from({ length: calls }, () => clock.now())];
        follow(held, lane, work(held, lane.own));
      }
      await clock.breathe();
    }
  };

  /** One channel that cannot be planned does not hold up the others. */
  const planned = async (subscription: Subscription): Promise<void> => {
    try {
      await plan(subscription, parts);
    } catch (err) {
      // A store that fails does so for all.
      if (isStartFault(err)) throw err;
      const { platform, workspace, channel } = subscription;
      log.error({ err, platform, workspace, channel }, 'a digest could not be planned');
    }
  };

  /** Calls that may begin now, so that no second has more of them than the platform takes, whenever ticks come. */
  const roomOf = (lane: Lane): number => {
    const span = Math.max(timing.tick, 1000);
    const most = Math.max(1, Math.floor((lane.own.sender.perSecond * span) / 1000));
    lane.begun = lane.begun.filter((at) => at > clock.now() - span);
    // A platform that answers slowly is not sent more and more at the same time.
    return Math.min(most - lane.begun.length, most * 10 - lane.inFlight.size);
  };

  /** @returns whether there is more to do than was begun. */
  const tickFor = async (lane: Lane): Promise<boolean> => {
    const { own } = lane;
    const { reach } = own.sender;
    const due = await store.due(reach, clock.now(), PLANNED);
    for (const subscription of due) {
      if (stopping.signal.aborted) return false;
      await planned(subscription);
      await clock.breathe();
    }
    if (lane.restingUntil > clock.now()) return false;
    // Each takes a look into the history and perhaps a send; half of the room is left for what is new.
    const looks = Math.min(SETTLED, Math.ceil(roomOf(lane) / 4));
    if (looks > 0) {
      await take(await store.doubtful(reach, doubtedBefore(own), clock.now(), looks), lane, settle, 2);
    }
    const room = roomOf(lane);
    const waiting = room > 0 ? await store.waiting(reach, clock.now(), room) : [];
    await take(waiting, lane, deliver, 1);
    return due.length === PLANNED || waiting.length >= room;
  };

  const lookAfter = async (lane: Lane): Promise<boolean> => {
    try {
      return await tickFor(lane);
    } catch (err) {
      if (clock.now() - lane.complainedAt >= COMPLAINING) {
        lane.complainedAt = clock.now();
        const { platform } = lane.own.sender.reach;
        log.error({ err, platform }, 'the digest cannot be looked after; it is tried again and again');
      }
      return false;
    }
  };

  let looking = Promise.resolve(false);
  const look = (): Promise<boolean> => {
    // Side by side, so that no platform waits for another.
    looking = Promise.all(lanes.map(lookAfter)).then((more) => more.includes(true));
    return looking;
  };

  return {
    async tick() {
      await look();
    },
    async run() {
      while (!stopping.signal.aborted) {
        const began = clock.now();
        const pause = (await look()) ? timing.tick / BUSY : timing.tick;
        await clock.wait(Math.max(0, pause - (clock.now() - began)), stopping.signal);
      }
    },
    async stop() {
      stopping.abort();
      const settled = new AbortController();
      const settling = (async () => {
        // What it is claiming at this moment is still sent.
        await looking;
        for (const { inFlight } of lanes) while (inFlight.size > 0) await Promise.all(inFlight);
        settled.abort();
      })();
      await Promise.race([settling, clock.wait(timing.stop, settled.signal)]);
    },
  };
}
