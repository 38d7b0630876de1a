import { discordPlatform } from '../adapters/discord/platform.ts';
import { slackPlatform } from '../adapters/slack/platform.ts';
import { terminalPlatform } from '../adapters/terminal/platform.ts';
import { webPlatform } from '../adapters/web/platform.ts';
import type { Platform } from '../src/digest/platform.ts';

const platforms: readonly Platform[] = [slackPlatform, discordPlatform, webPlatform, terminalPlatform];

/** The platform of that id. */
export function platformOf(id: string): Platform {
  const found = platforms.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`No platform “${id}”`);
  return found;
}
