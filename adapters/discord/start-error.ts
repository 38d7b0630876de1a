import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { platformUnreachable, StartError } from '../chat/start-error.ts';
import { UNAUTHORIZED } from './failure.ts';
import { discordPlatform } from './platform.ts';

const isTokenRefusal = (fault: unknown): boolean =>
  (fault instanceof DiscordjsError && fault.code === DiscordjsErrorCodes.TokenInvalid) ||
  (fault instanceof DiscordAPIError && fault.status === UNAUTHORIZED);

/** What a failed login means to the person who starts the desk. */
export function startErrorOf(fault: unknown): StartError {
  if (fault instanceof StartError) return fault;
  if (!isTokenRefusal(fault)) return platformUnreachable(discordPlatform, fault);
  return new StartError(
    {
      problem: 'Discord does not accept the token in DISCORD_TOKEN',
      remedy:
        'Copy the token from the page "Bot" of your application at https://discord.com/developers/applications ("Reset Token" shows a new one).',
    },
    fault,
  );
}
