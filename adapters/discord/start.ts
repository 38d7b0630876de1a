import { Events, type Interaction } from 'discord.js';
import type { Surface, SurfaceContext } from '../../src/desk/surface.ts';
import type { Sender } from '../../src/digest/ports/sender.ts';
import type { Message } from '../../src/message/types.ts';
import { isForbidden } from '../chat/failure.ts';
import { createUnderWay } from '../chat/under-way.ts';
import { createClient, login } from './client.ts';
import { commandDefinitions } from './commands.ts';
import { discordFailure } from './failure.ts';
import { onAutocomplete, onButton, onCommand } from './interactions.ts';
import { inviteUrlOf } from './invite.ts';
import { onMessage } from './messages.ts';
import { discordPlatform } from './platform.ts';
import { registerCommands } from './register.ts';
import { discordSender } from './sender.ts';

export interface DiscordSettings {
  readonly token: string;
  /** The one server that gets the commands, at once; without it, every server does. */
  readonly guildId: string | null;
  /** Takes the place of https://discord.com/api. */
  readonly apiUrl: string | null;
}

export interface DiscordSurface extends Surface {
  /** Where somebody adds the desk to a server, with the permissions that it needs and no more. */
  readonly inviteUrl: string;
  readonly sender: Sender<Message>;
}

function onInteraction(context: SurfaceContext, interaction: Interaction): Promise<void> | null {
  if (interaction.isChatInputCommand()) return onCommand(context, interaction);
  if (interaction.isButton()) return onButton(context, interaction);
  if (interaction.isAutocomplete()) return onAutocomplete(context, interaction);
  return null;
}

/**
 * Starts the desk on Discord.
 *
 * @throws {StartError} when Discord refuses the token or cannot be reached.
 */
export async function startDiscord(
  context: SurfaceContext,
  { token, guildId, apiUrl }: DiscordSettings,
): Promise<DiscordSurface> {
  const log = context.log.child({ surface: discordPlatform.id });
  const own = { ...context, log };
  const definitions = commandDefinitions(context.desk.commands);
  const client = createClient(apiUrl, log);
  const underWay = createUnderWay(log);
  client.on(Events.MessageCreate, (message) => void underWay.run(() => onMessage(own, message)));
  client.on(
    Events.InteractionCreate,
    (interaction) => void underWay.run(async () => onInteraction(own, interaction)),
  );
  const ready = await login(client, token);
  const inviteUrl = inviteUrlOf(ready.application.id);

  const register = async (): Promise<void> => {
    try {
      const place = { applicationId: ready.application.id, guildId };
      const sent = await registerCommands(ready.rest, place, definitions);
      // Left from a time without DISCORD_GUILD_ID, they would show each command twice.
      if (guildId !== null) await registerCommands(ready.rest, { ...place, guildId: null }, []);
      log.info({ guildId }, sent ? 'commands registered' : 'commands are as registered');
    } catch (fault) {
      const remedy = isForbidden(discordFailure(fault))
        ? `the desk is not in the server ${guildId}: add it with ${inviteUrl}`
        : 'start again to try again';
      log.error({ err: fault, guildId }, `commands could not be registered; ${remedy}`);
    }
  };
  // Who starts the desk before adding it to a server gets its commands on adding it.
  client.on(Events.GuildCreate, (guild) => {
    if (guild.id === guildId) void underWay.run(register);
  });
  await register();

  return {
    ready: `Discord: /sco, a mention or a message to ${ready.user.tag}; add it to a server with ${inviteUrl}`,
    inviteUrl,
    sender: discordSender({ client: ready, token, store: context.store, log }),
    async stop() {
      client.removeAllListeners(Events.MessageCreate);
      client.removeAllListeners(Events.InteractionCreate);
      await underWay.settled();
      await client.destroy();
    },
  };
}
