import {
  type AutocompleteInteraction,
  type GuildBasedChannel,
  type Interaction,
  InteractionContextType,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { RefusalReason } from '../../src/digest/records.ts';
import type { Asker } from '../../src/digest/types.ts';

type Permissions = Readonly<PermissionsBitField>;

/** Administrators and the server's owner have every permission. */
const mayManage = (permissions: Permissions | null): boolean =>
  permissions?.has(PermissionFlagsBits.ManageGuild) ?? false;

/** A post needs no history: only looking after one that may have been lost does. */
function lacking(own: Permissions | null, isThread: boolean): RefusalReason | null {
  if (own === null) return null;
  if (!own.has(PermissionFlagsBits.ViewChannel)) return 'not-a-member';
  const needed = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return own.has(needed) ? null : 'no-permission';
}

/** What the desk may do in a channel, as far as Discord has told; null where it has not. */
export const ownPermissions = (channel: GuildBasedChannel): Permissions | null => {
  const { me } = channel.guild.members;
  return me === null ? null : channel.permissionsFor(me);
};

const asker = (manages: boolean, obstacle: RefusalReason | null): Asker => ({
  // Discord keeps a person's time zone to itself.
  zone: async () => null,
  manages: async () => manages,
  obstacle: async () => obstacle,
});

/** In a direct message with the desk, the person decides alone. */
const alone = asker(true, null);

/** Who used a command or a button. Discord says with each interaction what the person and the desk may do there. */
export function askerOf(interaction: Exclude<Interaction, AutocompleteInteraction>): Asker {
  const { guildId, guild, context, memberPermissions, appPermissions, channel } = interaction;
  if (guildId === null) {
    // Other people's direct messages: the desk is used there, and never is a member.
    return context === InteractionContextType.PrivateChannel ? asker(false, 'not-a-member') : alone;
  }
  // Where a person brought the desk along, it is no member, whatever its commands may do there.
  const obstacle = guild === null ? 'not-a-member' : lacking(appPermissions, channel?.isThread() ?? false);
  return asker(mayManage(memberPermissions), obstacle);
}

/** Who wrote a message. What the person may do comes from the roles that the server's event brought. */
export function authorOf({ channel, member }: Pick<Message, 'channel' | 'member'>): Asker {
  if (channel.isDMBased()) return alone;
  return asker(mayManage(member?.permissions ?? null), lacking(ownPermissions(channel), channel.isThread()));
}
