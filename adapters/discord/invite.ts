import { PermissionFlagsBits } from 'discord.js';

/**
 * What the desk needs in a server and nothing more. A reply to a message needs its history
 * (https://docs.discord.com/developers/resources/message#create-message).
 */
const PERMISSIONS: readonly bigint[] = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
];

/** The same as people read it in Discord's settings. */
export const PERMISSION_NAMES = 'View Channel, Send Messages, Send Messages in Threads, Read Message History';

/** The page on which somebody adds the desk to a server, with exactly these permissions. */
export function inviteUrlOf(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: PERMISSIONS.reduce((all, each) => all | each, 0n).toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
