import { type REST, Routes, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import type { Message } from '../../src/message/types.ts';
import { commandIn, commandsOf } from './buttons.ts';

/** Most messages of one answer. https://docs.discord.com/developers/resources/message#get-channel-messages */
export const HISTORY_PAGE = 100;

/** A message that is no reply and no answer to a command. https://docs.discord.com/developers/resources/message#message-object-message-types */
const DEFAULT = 0;

interface Written {
  readonly id: string;
  readonly type: number;
  readonly author: { readonly id: string };
  /** ISO 8601. */
  readonly timestamp: string;
  readonly nonce?: string | number | null | undefined;
  readonly interaction_metadata?: unknown;
  readonly components?: unknown;
}

const writtenMessage: z.ZodType<Written> = z.object({
  id: z.string(),
  type: z.number(),
  author: z.object({ id: z.string() }),
  timestamp: z.string(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  interaction_metadata: z.unknown().optional(),
  components: z.unknown().optional(),
});
const page = z.array(writtenMessage);

/** What a post is known by in its channel. */
export interface PostMark {
  readonly author: string;
  readonly nonce: string;
  readonly why: string;
}

/**
 * The command of the button that asks about this very post, which no other post of its channel has: it names the
 * date. Discord gives a nonce with the answer to a message and with its event, and keeps it no longer than it
 * compares it, a few minutes; https://github.com/Rapptz/discord.py/issues/2451 found none in fetched messages.
 */
export const whyIn = (message: Message): string | null =>
  [...commandsOf(message)].find((command) => /^digest why \d{4}-\d{2}-\d{2}$/.test(command)) ?? null;

function* customIds(component: unknown): Generator<string> {
  if (Array.isArray(component)) for (const each of component) yield* customIds(each);
  else if (typeof component === 'object' && component !== null) {
    if ('custom_id' in component && typeof component.custom_id === 'string') yield component.custom_id;
    if ('components' in component) yield* customIds(component.components);
  }
}

/** Answers of the desk have that button as well: they are replies, or say which interaction they belong to. */
function isPost(message: Written, { author, nonce, why }: PostMark): boolean {
  if (message.author.id !== author) return false;
  if (message.nonce === nonce) return true;
  const isAnswer = message.type !== DEFAULT || (message.interaction_metadata ?? null) !== null;
  return !isAnswer && [...customIds(message.components)].some((id) => commandIn(id) === why);
}

/** The id below that of every message since an instant. */
export const idBefore = (since: number): string =>
  String(
    SnowflakeUtil.generate({
      timestamp: Math.max(since - 1, Number(SnowflakeUtil.epoch)),
      increment: 0n,
      workerId: 0n,
      processId: 0n,
    }),
  );

const later = (a: string, b: string): string => (BigInt(a) > BigInt(b) ? a : b);

const readMessages = async (
  rest: REST,
  channel: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly Written[]> =>
  page.parse(await rest.get(Routes.channelMessages(channel), { query: new URLSearchParams(query), signal }));

/** The messages after one, the oldest first, as far as one answer of Discord reaches. */
export interface HistoryPage {
  readonly post: { readonly id: string; readonly at: number } | null;
  /** The latest message that was read. */
  readonly readTo: string;
  readonly read: number;
}

/** Looks for a post in the next messages of a channel. */
export async function readOn(
  rest: REST,
  channel: string,
  { after, mark }: { readonly after: string; readonly mark: PostMark },
  signal: AbortSignal,
): Promise<HistoryPage> {
  const messages = await readMessages(rest, channel, { limit: String(HISTORY_PAGE), after }, signal);
  const post = messages.find((each) => isPost(each, mark));
  return {
    post: post === undefined ? null : { id: post.id, at: Date.parse(post.timestamp) },
    readTo: messages.map(({ id }) => id).reduce(later, after),
    read: messages.length,
  };
}

/** Whether the channel shows the desk any message at all. */
export const hasHistory = async (rest: REST, channel: string, signal: AbortSignal): Promise<boolean> =>
  (await readMessages(rest, channel, { limit: '1' }, signal)).length > 0;
