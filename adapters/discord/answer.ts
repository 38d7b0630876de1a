import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Asker } from '../../src/digest/types.ts';
import { buttonIds } from './buttons.ts';
import { discordPlatform } from './platform.ts';
import { type RenderOptions, render } from './render.ts';
import type { DiscordPayload } from './wire.ts';

/** Where somebody asked, and what. */
export interface Asked {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly userId: string;
  readonly words: string;
  readonly asker: Asker;
}

/** The desk's answer as a payload. */
export async function answer(
  { desk, store }: SurfaceContext,
  { guildId, channelId, userId, words, asker }: Asked,
  options: RenderOptions,
): Promise<DiscordPayload> {
  const { message } = await desk.reply({
    platform: discordPlatform,
    workspace: guildId ?? '',
    channel: channelId ?? '',
    user: userId,
    words,
    asker,
  });
  return render(message, await buttonIds(message, store), options);
}

/** Whether an event comes for the first time. A store that fails repeats an answer rather than keep it back. */
export async function isFirst({ store, log }: SurfaceContext, key: string): Promise<boolean> {
  try {
    return await store.firstSeen(key);
  } catch (fault) {
    log.error({ err: fault, key }, 'cannot tell whether this event was answered before');
    return true;
  }
}
