/** An echo as discord.js's front page has it: what a bot costs before it does anything. */
import { Client, Events, GatewayIntentBits } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});

client.on(Events.MessageCreate, async (message) => {
  if (message.mentions.has(message.client.user)) await message.reply(message.content);
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === 'ping') {
    await interaction.reply('Pong!');
    return;
  }
  await interaction.deferReply();
  await interaction.editReply(interaction.options.getString('words') ?? 'Pong!');
});

await client.login(process.env['DISCORD_TOKEN']);
