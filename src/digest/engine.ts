import type { Occurrence, Subscription } from '../store/digest.types.ts';
import { claim, deliver, doubtedBefore, type Rest, settle } from './deliver.ts';
import type { DeliveryParts, Parts } from './parts.ts';
import { plan } from './plan.ts';
import type { Sender } from './sender.types.ts';

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

/** Plans, sends and settles the digests of all platforms that this process can post on. */
export function createEngine(parts: Parts, senders: readonly Sender[]): Engine {
  const { store, clock, timing, log } = parts;
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();
  const restingUntil = new Map<Sender, number>();
  /** When the latest calls of each sender began, the earliest first. */
  const begun = new Map<Sender, number[]>();

  /** Runs one delivery beside the ticks. */
  const follow = (held: Occurrence, { sender }: DeliveryParts, work: Promise<Rest>): void => {
    const followed = work
      .then((rest) => {
        if (rest > 0) restingUntil.set(sender, clock.now() + rest);
      })
      .catch((err: unknown) => {
        log.error({ err, key: held.key }, 'a digest’s delivery broke off; it is looked after later');
      })
      .finally(() => inFlight.delete(followed));
    inFlight.add(followed);
  };

  const take = async (
    found: readonly Occurrence[],
    own: DeliveryParts,
    work: (held: Occurrence, own: DeliveryParts) => Promise<Rest>,
    calls: number,
  ): Promise<void> => {
    for (const each of found) {
      if (stopping.signal.aborted) return;
      const held = await claim(each, own);
      if (held !== null) {
        begun.get(own.sender)?.push(...Array.from({ length: calls }, () => clock.now()));
        follow(held, own, work(held, own));
      }
      await clock.breathe();
    }
  };

  /** One channel that cannot be planned does not hold up the others. */
  const planned = async (subscription: Subscription): Promise<void> => {
    try {
      await plan(subscription, parts);
    } catch (err) {
      const { platform, workspace, channel } = subscription;
      log.error({ err, platform, workspace, channel }, 'a digest could not be planned');
    }
  };

  /** Calls that may begin now, so that no second has more of them than the platform takes, whenever ticks come. */
  const roomOf = (sender: Sender): number => {
    const span = Math.max(timing.tick, 1000);
    const most = Math.max(1, Math.floor((sender.perSecond * span) / 1000));
    const latest = (begun.get(sender) ?? []).filter((at) => at > clock.now() - span);
    begun.set(sender, latest);
    // A platform that answers slowly is not sent more and more at the same time.
    return Math.min(most - latest.length, most * 10 - inFlight.size);
  };

  /** @returns whether there is more to do than was begun. */
  const tickFor = async (sender: Sender): Promise<boolean> => {
    const own = { ...parts, sender };
    const { reach } = sender;
    const due = await store.due(reach, clock.now(), PLANNED);
    for (const subscription of due) {
      if (stopping.signal.aborted) return false;
      await planned(subscription);
      await clock.breathe();
    }
    if ((restingUntil.get(sender) ?? 0) > clock.now()) return false;
    // Each takes a look into the history and perhaps a send; half of the room is left for what is new.
    const looks = Math.min(SETTLED, Math.ceil(roomOf(sender) / 4));
    if (looks > 0) {
      await take(await store.doubtful(reach, doubtedBefore(own), clock.now(), looks), own, settle, 2);
    }
    const room = roomOf(sender);
    const waiting = room > 0 ? await store.waiting(reach, clock.now(), room) : [];
    await take(waiting, own, deliver, 1);
    return due.length === PLANNED || waiting.length >= room;
  };

  const lookAround = async (): Promise<boolean> => {
    let more = false;
    for (const sender of senders) {
      try {
        if (await tickFor(sender)) more = true;
      } catch (err) {
        log.error({ err, platform: sender.reach.platform }, 'the digest could not be looked after');
      }
    }
    return more;
  };

  let looking = Promise.resolve(false);
  const look = (): Promise<boolean> => {
    looking = lookAround();
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
        while (inFlight.size > 0) await Promise.all(inFlight);
        settled.abort();
      })();
      await Promise.race([settling, clock.wait(timing.stop, settled.signal)]);
    },
  };
}
