import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import { type Asked, answer, isFirst } from './answer.ts';
import { askerOf } from './asker.ts';
import { kindOf, pressed } from './buttons.ts';
import { chosenIn, lineOf, optionOf, valuesIn } from './chosen.ts';
import { COMMAND, choicesOf } from './commands.ts';
import { deliver, isNoAccess, Refusal, referenceOf, refusalOf, type Way } from './deliver.ts';
import { PERMISSION_NAMES } from './invite.ts';
import { Flag } from './wire.ts';

type Answerable = ChatInputCommandInteraction | ButtonInteraction;

const OLD_BUTTON = `This button is from before the desk last started, and what it asked is no longer kept. Type \`/${COMMAND} search\` or \`/${COMMAND} ask\` with your words instead.`;

const CANNOT_SHARE = `I may not write in this channel, so this was not shared. Someone who manages the channel can allow it: ${PERMISSION_NAMES}.`;

/** In a direct message with the desk everybody who reads along is the asker. */
const isAlone = ({ guildId, context }: Answerable): boolean =>
  guildId === null && context !== InteractionContextType.PrivateChannel;

/** Tells Discord that an answer comes. False when it is too late, or when another event did so already. */
async function acknowledged(work: Promise<unknown>, { log }: SurfaceContext, id: string): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (fault) {
    const code = refusalOf(fault);
    if (code === Refusal.alreadyAcknowledged) log.debug({ id }, 'a repeated interaction');
    else log.error({ err: fault, reference: referenceOf(id) }, 'an interaction could not be acknowledged');
    return false;
  }
}

const isFirstInteraction = (context: SurfaceContext, id: string): Promise<boolean> =>
  isFirst(context, `discord:interaction:${id}`);

/** The deferred reply becomes the answer, or what is said in its place. */
const byEdit = (interaction: Answerable): Way => ({
  reference: referenceOf(interaction.id),
  send: ({ components, allowedMentions }) =>
    interaction.editReply({ flags: Flag.componentsV2, components, allowedMentions }),
  sendPlain: (content) =>
    interaction.editReply({ content, flags: MessageFlags.SuppressEmbeds, allowedMentions: { parse: [] } }),
});

const plainly = (interaction: Answerable, content: string): Promise<unknown> =>
  interaction.followUp({
    content,
    flags: [MessageFlags.Ephemeral, MessageFlags.SuppressEmbeds],
    allowedMentions: { parse: [] },
  });

/** A message of its own that the channel sees; what goes wrong only the presser sees. */
const byFollowUp = (interaction: ButtonInteraction, { log }: SurfaceContext): Way => ({
  reference: referenceOf(interaction.id),
  send: ({ components, allowedMentions }) =>
    interaction.followUp({ flags: Flag.componentsV2, components, allowedMentions }),
  sendPlain: (content) => plainly(interaction, content),
  refused: (fault) => {
    const { guildId, channelId } = interaction;
    log.warn({ guildId, channelId }, `cannot share in this channel: give the desk ${PERMISSION_NAMES} there`);
    return plainly(interaction, isNoAccess(fault) ? CANNOT_SHARE : String(fault));
  },
});

const askedBy = (interaction: Answerable, words: string): Asked => ({
  guildId: interaction.guildId,
  channelId: interaction.channelId,
  userId: interaction.user.id,
  words,
  asker: askerOf(interaction),
});

const reply = (interaction: Answerable): Promise<unknown> =>
  interaction.deferReply(isAlone(interaction) ? {} : { flags: MessageFlags.Ephemeral });

/** `/sco …` and `/sco-digest …`: answered to the asker alone. */
export async function onCommand(
  context: SurfaceContext,
  interaction: ChatInputCommandInteraction,
): Promise<void> {
  if (!(await acknowledged(reply(interaction), context, interaction.id))) return;
  if (!(await isFirstInteraction(context, interaction.id))) return;
  const chosen = chosenIn(interaction);
  const values = valuesIn(interaction.options.data);
  // A subcommand that there is no more is an unknown verb, which the desk explains.
  const typed = [chosen.verb, chosen.action ?? '', ...Object.values(values)].join(' ');
  const words = lineOf(context.desk.commands, chosen, values) ?? typed;
  const share = !isAlone(interaction);
  await deliver(
    () => answer(context, askedBy(interaction, words), { share }),
    byEdit(interaction),
    context.log,
  );
}

/** A button to run something answers its presser alone; one to share answers the whole channel. */
export async function onButton(context: SurfaceContext, interaction: ButtonInteraction): Promise<void> {
  const sharing = kindOf(interaction.customId) === 'share';
  const acknowledging = sharing ? interaction.deferUpdate() : reply(interaction);
  if (!(await acknowledged(acknowledging, context, interaction.id))) return;
  if (!(await isFirstInteraction(context, interaction.id))) return;
  const way = sharing ? byFollowUp(interaction, context) : byEdit(interaction);
  const { member, user } = interaction;
  const name = member instanceof GuildMember ? member.displayName : user.displayName;
  const options = sharing ? { share: false, preface: `Shared by ${name}` } : { share: !isAlone(interaction) };
  const make = async () => {
    const found = await pressed(interaction.customId, context.store);
    return found === null ? OLD_BUTTON : answer(context, askedBy(interaction, found.command), options);
  };
  await deliver(make, way, context.log);
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
  } catch (fault) {
    log.error({ err: fault, reference: referenceOf(interaction.id) }, 'no choices could be offered');
    if (!interaction.responded) await interaction.respond([]);
  }
}
