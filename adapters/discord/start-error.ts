import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';

/** Discord could not be started: what is wrong, and what to do about it, in one line. */
export class DiscordStartError extends Error {
  override readonly name = 'DiscordStartError';
  readonly problem: string;
  readonly remedy: string;

  constructor(problem: string, remedy: string, cause?: unknown) {
    super(`${problem}. ${remedy}`, { cause });
    this.problem = problem;
    this.remedy = remedy;
  }
}

const UNAUTHORIZED = 401;

/** What a failed login means to the person who starts the desk. */
export function startError(fault: unknown): DiscordStartError {
  if (fault instanceof DiscordStartError) return fault;
  const refused =
    (fault instanceof DiscordjsError && fault.code === DiscordjsErrorCodes.TokenInvalid) ||
    (fault instanceof DiscordAPIError && fault.status === UNAUTHORIZED);
  if (refused) {
    return new DiscordStartError(
      'Discord does not accept the token in DISCORD_TOKEN',
      'Copy the token from the page "Bot" of your application at https://discord.com/developers/applications ("Reset Token" shows a new one).',
      fault,
    );
  }
  const reason = fault instanceof Error ? fault.message : String(fault);
  return new DiscordStartError(
    `Discord could not be reached (${reason})`,
    'Check the network connection, a proxy included, and start again.',
    fault,
  );
}
