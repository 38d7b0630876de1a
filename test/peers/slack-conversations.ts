import type { Call } from './slack-app.ts';
import { BOT } from './slack-bodies.ts';

type Json = Readonly<Record<string, unknown>>;

/** A message as a workspace keeps it. */
export interface Kept {
  readonly type: 'message';
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks?: unknown;
  readonly metadata?: { readonly event_type: string; readonly event_payload: Json };
}

const PAGE = 100;

const refused = (error: string): Json => ({ ok: false, error });

/** What a workspace keeps of people, channels and messages; a channel that nothing is said of takes every post. */
export class Conversations {
  readonly posts: Kept[] = [];
  /** By id: what `users.info` and `conversations.info` tell. */
  readonly people = new Map<string, Json>();
  readonly channels = new Map<string, Json>();
  /** Slack's clock, in milliseconds since 1970: the time stamps of messages. */
  now: () => number = Date.now;
  #count = 0;

  /** Slack's answer to a call, or null where this is not its matter. */
  answer({ method, sent }: Call): Json | null {
    const channel = String(sent['channel']);
    switch (method) {
      case 'chat.postMessage':
        return this.#post(channel, sent);
      case 'conversations.history':
        return this.#history(channel, sent);
      case 'users.info': {
        const user = this.people.get(String(sent['user']));
        return user === undefined ? refused('user_not_found') : { ok: true, user };
      }
      case 'conversations.info': {
        const found = this.channels.get(channel);
        return found === undefined ? refused('channel_not_found') : { ok: true, channel: found };
      }
      default:
        return null;
    }
  }

  /** Keeps a message, as someone else's where `more` says so. */
  keep(channel: string, more: Partial<Kept> = {}): Kept {
    const seconds = Math.trunc(this.now() / 1000);
    const ts = `${seconds}.${String(++this.#count).padStart(6, '0')}`;
    const kept: Kept = { type: 'message', channel, ts, user: BOT, bot_id: 'B0000BOT', text: '', ...more };
    this.posts.push(kept);
    return kept;
  }

  #post(channel: string, { text, blocks, metadata }: Json): Json {
    const known = this.channels.get(channel);
    if (known?.['is_archived'] === true) return refused('is_archived');
    if (known?.['is_member'] === false) return refused('not_in_channel');
    const message = this.keep(channel, {
      text: String(text),
      blocks,
      ...(isMetadata(metadata) ? { metadata } : {}),
    });
    return { ok: true, channel, ts: message.ts, message };
  }

  /** https://docs.slack.dev/reference/methods/conversations.history: the newest first, `oldest` left out. */
  #history(channel: string, { oldest = '0', limit = PAGE, cursor, include_all_metadata: whole }: Json): Json {
    const all = this.posts
      .filter((post) => post.channel === channel && Number(post.ts) > Number(oldest))
      .toReversed();
    const from = cursor === undefined ? 0 : Number(String(cursor).replace('next:', ''));
    const end = from + Number(limit);
    const messages = all.slice(from, end).map(({ metadata, ...message }) => {
      if (metadata === undefined) return message;
      return { ...message, metadata: whole === 'true' ? metadata : { event_type: metadata.event_type } };
    });
    const more = end < all.length;
    return {
      ok: true,
      messages,
      has_more: more,
      response_metadata: { next_cursor: more ? `next:${end}` : '' },
    };
  }
}

const isMetadata = (value: unknown): value is NonNullable<Kept['metadata']> =>
  typeof value === 'object' && value !== null && 'event_type' in value && 'event_payload' in value;
