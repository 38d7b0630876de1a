import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Request } from '../../src/desk/types.ts';
import { firstSeen } from '../chat/first-seen.ts';
import type { ReplyTarget } from '../chat/reply.ts';
import type { Audience } from '../chat/share.ts';
import { askerOf } from './asker.ts';
import { buttonKind, pressed } from './buttons.ts';
import { chosenIn, lineOf, optionOf, valuesIn } from './chosen.ts';
import { COMMAND, choicesOf } from './commands.ts';
import { DiscordCode, discordCode } from './failure.ts';
import { PERMISSION_NAMES } from './invite.ts';
import { discordPlatform } from './platform.ts';
import { answerTo, type DiscordReply, plainBody, reply } from './reply.ts';
import { Flag } from './wire.ts';

type Answerable = ChatInputCommandInteraction | ButtonInteraction;

const OLD_BUTTON = `This button is from before the desk last started, and what it asked is no longer kept. Type \`/${COMMAND} search\` or \`/${COMMAND} ask\` with your words instead.`;

const CANNOT_SHARE = `I may not write in this channel, so this was not shared. Someone who manages the channel can allow it: ${PERMISSION_NAMES}.`;

/** In a direct message with the desk everybody who reads along is the asker. */
const isAlone = ({ guildId, context }: Answerable): boolean =>
  guildId === null && context !== InteractionContextType.PrivateChannel;

const audienceOf = (interaction: Answerable): Audience => (isAlone(interaction) ? 'channel' : 'asker');

/**
 * Tells Discord that an answer comes.
 *
 * @param telling the call that does.
 * @returns whether to give one: not when it is too late, nor to an interaction that came before.
 */
async function isAnswerable(
  telling: Promise<unknown>,
  context: SurfaceContext,
  { id }: Answerable,
): Promise<boolean> {
  try {
    await telling;
  } catch (err) {
    const isRepeated = discordCode(err) === DiscordCode.alreadyAcknowledged;
    if (isRepeated) context.log.debug({ id }, 'a repeated interaction');
    else context.log.error({ err, id }, 'an interaction could not be acknowledged');
    return false;
  }
  return firstSeen(context, discordPlatform, 'interaction', id);
}

/** The deferred reply becomes the answer, or what is said in its place. */
function byEdit(interaction: Answerable): ReplyTarget<DiscordReply> {
  const edit = (made: DiscordReply): Promise<unknown> => {
    if (typeof made === 'string') return interaction.editReply(plainBody(made));
    const { components, allowedMentions } = made;
    return interaction.editReply({ flags: Flag.componentsV2, components, allowedMentions });
  };
  return { send: edit, plainly: [edit], replaces: true };
}

/** A message of its own that the channel sees; what goes wrong only the presser sees. */
function byFollowUp(interaction: ButtonInteraction, { log }: SurfaceContext): ReplyTarget<DiscordReply> {
  const toPresser = (content: string): Promise<unknown> =>
    interaction.followUp({
      ...plainBody(content),
      flags: [MessageFlags.Ephemeral, MessageFlags.SuppressEmbeds],
    });
  return {
    send: (made) => {
      if (typeof made === 'string') return toPresser(made);
      const { components, allowedMentions } = made;
      return interaction.followUp({ flags: Flag.componentsV2, components, allowedMentions });
    },
    plainly: [toPresser],
    replaces: false,
    forbidden: () => {
      const { guildId, channelId } = interaction;
      log.warn(
        { guildId, channelId },
        `cannot share in this channel: give the desk ${PERMISSION_NAMES} there`,
      );
      return toPresser(CANNOT_SHARE);
    },
  };
}

const requestBy = (interaction: Answerable, words: string): Request => ({
  platform: discordPlatform,
  workspace: interaction.guildId ?? '',
  channel: interaction.channelId ?? '',
  user: interaction.user.id,
  words,
  asker: askerOf(interaction),
});

const deferReply = (interaction: Answerable): Promise<unknown> =>
  interaction.deferReply(isAlone(interaction) ? {} : { flags: MessageFlags.Ephemeral });

/** `/sco …` and `/sco-digest …`: answered to the asker alone. */
export async function onCommand(
  context: SurfaceContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  if (!(await isAnswerable(deferReply(interaction), context, interaction))) return;
  const chosen = chosenIn(interaction);
  const values = valuesIn(interaction.options.data);
  // A subcommand that there is no more is an unknown verb, which the desk explains.
  const typed = [chosen.verb, chosen.action ?? '', ...Object.values(values)].join(' ');
  const words = lineOf(context.desk.commands, chosen, values) ?? typed;
  const make = () => answerTo(context, requestBy(interaction, words), audienceOf(interaction));
  await reply(make, byEdit(interaction), context.log, { id: interaction.id });
}

/** A button to run something answers its presser alone; one to share answers the whole channel. */
export async function onButton(context: SurfaceContext, interaction: ButtonInteraction): Promise<void> {
  const sharing = buttonKind(interaction.customId) === 'share';
  const acknowledging = sharing ? interaction.deferUpdate() : deferReply(interaction);
  if (!(await isAnswerable(acknowledging, context, interaction))) return;
  const target = sharing ? byFollowUp(interaction, context) : byEdit(interaction);
  const { member, user } = interaction;
  const name = member instanceof GuildMember ? member.displayName : user.displayName;
  const make = async (): Promise<DiscordReply> => {
    const found = await pressed(interaction.customId, context.store);
    if (found === null) return OLD_BUTTON;
    const request = requestBy(interaction, found.command);
    return sharing
      ? answerTo(context, request, 'channel', name)
      : answerTo(context, request, audienceOf(interaction));
  };
  await reply(make, target, context.log, { id: interaction.id });
}

/** Choices while an option is typed; none is better than an error, which Discord shows in red. */
export async function onAutocomplete(
  { desk, log }: SurfaceContext,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const option = optionOf(desk.commands, chosenIn(interaction), name);
  try {
    const completions = option === null ? [] : desk.completeOption(option, String(value));
    await interaction.respond(choicesOf(completions));
  } catch (err) {
    log.error({ err, id: interaction.id }, 'no choices could be offered');
    if (!interaction.responded) await interaction.respond([]);
  }
}
