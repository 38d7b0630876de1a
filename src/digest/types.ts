import type { Article, Paragraph, Span } from '../document/types.ts';
import type { Platform } from './platform.ts';
import type { Day, Occurrence, Place, RefusalReason, Schedule, SkipReason } from './records.ts';

/** One or two whole sentences of an article that stand on their own; the span is in `article.text`. */
export interface Excerpt extends Span {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** An excerpt and how it came to be drawn: seed, round and position say it again to anyone. */
export interface Draw {
  readonly excerpt: Excerpt;
  /** From 1. */
  readonly round: number;
  /** Of the excerpt in its round, from 1. */
  readonly position: number;
  /** Excerpts of the round, shown ones included. */
  readonly of: number;
  readonly seed: string;
}

/** An instant as the clocks of a zone show it. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly zone: string;
  /** `YYYY-MM-DD` and `HH:MM` in the zone. */
  readonly date: string;
  readonly time: string;
  readonly weekday: Day;
  /** From UTC, such as `+08:00`. */
  readonly offset: string;
  /** RFC 9557: `2026-11-23T08:30:00+08:00[Asia/Shanghai]`. */
  readonly iso: string;
}

/** A digest command, as it was typed. */
export type DigestCommand =
  | {
      readonly verb: 'digest';
      readonly action: 'on';
      /** What was not typed is null: the time stays, or is 09:00; the zone stays, or is the person's; so do the days. */
      readonly time: string | null;
      readonly zone: string | null;
      readonly days: Schedule['days'] | null;
      /** As they are typed, such as `from:"Global Times"`; empty for none. */
      readonly filters: string;
    }
  | { readonly verb: 'digest'; readonly action: 'off' | 'status' | 'preview' | 'skip' }
  /** The day's date in the zone of the digest; the latest post without one. */
  | { readonly verb: 'digest'; readonly action: 'why'; readonly date: string | null };

export type DigestAction = DigestCommand['action'];

/** What the desk finds out about the person who asks only where a command needs it, since it may take a call. */
export interface Asker {
  /** IANA zone of the person's profile; null where the platform does not tell it. */
  zone(): Promise<string | null>;
  /** Whether the platform's own roles let the person change the digest: see `mayChange`. */
  manages(): Promise<boolean>;
  /** What would keep the desk from posting in this place; null where nothing is known to. */
  obstacle(): Promise<RefusalReason | null>;
}

/** Where a digest command was given, and by whom. */
export interface Asked {
  readonly platform: Platform;
  readonly place: Place;
  readonly user: string;
  readonly asker: Asker;
}

/** What went wrong with the latest post, for people to do something about it. */
export interface Trouble {
  readonly reason: RefusalReason | 'unknown';
  /** What the platform said, if anything. */
  readonly detail: string;
  /** The local date of the post. */
  readonly date: string;
}

/** How a place's digest stands. */
export interface DigestState {
  readonly platform: Platform;
  readonly place: Place;
  readonly state: 'on' | 'off' | 'paused';
  /** Null where there never was one. */
  readonly schedule: Schedule | null;
  /** As they are typed; empty for none. */
  readonly filters: string;
  readonly due: Moment | null;
  /** The round that is running; null where there never was one. */
  readonly round: { readonly n: number; readonly left: number; readonly of: number } | null;
  /** The latest post that arrived. */
  readonly last: { readonly occurrence: Occurrence; readonly sent: Moment } | null;
  readonly trouble: Trouble | null;
  /** A day whose post is on its way, or waits for another try; `detail` is what the platform said last. */
  readonly underWay: { readonly date: string; readonly detail: string } | null;
  /** Days that were skipped since the latest post, and why, the latest first. */
  readonly skipped: readonly { readonly date: string; readonly reason: SkipReason }[];
}

/** What a digest command did or found: data, no wording. */
export type DigestAnswer =
  | { readonly kind: 'digest'; readonly action: 'off' | 'status'; readonly state: DigestState }
  /** `obstacle`: what will keep the desk from posting here unless somebody does something about it. */
  | {
      readonly kind: 'digest';
      readonly action: 'on';
      readonly state: DigestState;
      readonly obstacle: RefusalReason | null;
      /** Where the zone was taken from. */
      readonly zoneFrom: 'typed' | 'profile' | 'setting' | 'before';
    }
  /** `skipped` is the day that was taken out; null where nothing was due. */
  | {
      readonly kind: 'digest';
      readonly action: 'skip';
      readonly state: DigestState;
      readonly skipped: Moment | null;
    }
  | {
      readonly kind: 'digest';
      readonly action: 'preview';
      readonly state: DigestState;
      readonly draw: Draw | null;
    }
  | {
      readonly kind: 'digest';
      readonly action: 'why';
      readonly state: DigestState;
      /** The day that was asked for, or the latest that was posted or tried; null where there is none. */
      readonly occurrence: Occurrence | null;
      /** When it was due; null where there is none. */
      readonly due: Moment | null;
      /** Its excerpt as the corpus has it now, or null where it is there no longer. */
      readonly excerpt: Excerpt | null;
      /** What comes next, where there was none yet. */
      readonly draw: Draw | null;
    }
  /** The store that the digest needs cannot be used. */
  | {
      readonly kind: 'digest';
      readonly action: DigestAction;
      readonly state: null;
      /** What is wrong, and what to do, as said at the start. */
      readonly unavailable: string;
    };

/** Why a digest command was not carried out. */
export type DigestRefusal =
  /** The person may not: who may, in a sentence. */
  | { readonly refused: 'not-allowed'; readonly whoMay: string }
  /** The filters leave no excerpt. */
  | { readonly refused: 'nothing-selected'; readonly filters: string };

/** The digest as the commands see it. */
export interface Digest {
  run(command: DigestCommand, asked: Asked): Promise<DigestAnswer | DigestRefusal>;
}
