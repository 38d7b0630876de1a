import { z } from 'zod';

const webAddress = (remedy: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), { error: remedy });

const PORT = 'Give a number from 1 to 65535, such as 3000; 0 takes any free port.';

const HOUR = 60 * 60_000;
const MINUTE = 60_000;

const GRACE = 'Give hours from 0 to 24, such as 6 or 6h, or minutes, such as 90m.';

/** `6`, `6h`, `1.5h` or `90m`. */
const durations = /^(?<count>\d{1,4}(?:\.\d{1,2})?) ?(?<unit>h|m)?$/i;

function milliseconds(text: string): number {
  const { count, unit } = durations.exec(text)?.groups ?? {};
  return Math.round(Number(count) * (unit?.toLowerCase() === 'm' ? MINUTE : HOUR));
}

/** The zone as IANA writes it, whatever the case it was typed in; null for none. */
function zoneNamed(text: string): string | null {
  // An offset such as +08:00 is no zone: it knows no summer time.
  if (!/^[a-z]/i.test(text)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    // Where it is another name for a zone, that name is not what was asked for.
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** One line a variable; the text of an error is its remedy. */
export const variables = {
  CORPUS_DIR: z.string().default('seeds'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'Give an address or a host name, such as 127.0.0.1, or 0.0.0.0 for every network.')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT)
    .transform(Number)
    .refine((port) => port <= 65_535, { error: PORT })
    .default(3000),
  PUBLIC_URL: webAddress(
    'Give the address at which teammates reach the desk, such as https://sco.example.org.',
  )
    .transform((url) => url.replace(/\/+$/, ''))
    .refine((url) => !/[?#]/.test(url), { error: 'Leave out what follows ? or #.' })
    .optional(),
  SOURCE_URL_TEMPLATE: webAddress(
    'Give an address such as https://github.com/me/articles/blob/main/{file}?plain=1#L{line}.',
  )
    .refine((url) => /\{(?:file|article)\}/.test(url) && /\{(?:line|n|fragment)\}/.test(url), {
      error:
        'It must name the passage, not only the file: {file} or {article}, and {line}, {n} or {fragment}.',
    })
    .optional(),
  PLAYGROUND: z
    .enum(['on', 'off'], { error: 'Give on or off.' })
    .default('on')
    .transform((value) => value === 'on'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'Give one of trace, debug, info, warn, error, fatal, silent.',
    })
    .default('warn'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .refine((text) => /^postgres(?:ql)?:\/\//i.test(text) && URL.canParse(text), {
      error:
        'Give it as postgres://user:password@host:5432/database, with %40 for an @ in the password, or leave it out.',
    })
    .optional(),
  DIGEST_ZONE: z
    .string()
    .refine((text) => zoneNamed(text) !== null, {
      error: 'Give an IANA time zone, such as Europe/Berlin, Asia/Shanghai or UTC.',
    })
    .transform((text) => zoneNamed(text) ?? text)
    .default('UTC'),
  DIGEST_GRACE: z
    .string()
    .regex(durations, GRACE)
    .transform(milliseconds)
    .refine((grace) => grace <= 24 * HOUR, { error: GRACE })
    .default(6 * HOUR),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-\S+$/, 'The bot token starts with xoxb-: app settings, OAuth & Permissions.')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-\S+$/,
      'The app-level token starts with xapp-: app settings, Basic Information, App-Level Tokens.',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S{16,}$/, 'The signing secret is 32 letters and digits: app settings, Basic Information.')
    .optional(),
  SLACK_API_URL: webAddress('Leave it out, unless the desk talks to a stand-in for Slack.').optional(),
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      'The bot token has three parts with dots between: developer portal, Bot, Reset Token.',
    )
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(
      /^\d{17,20}$/,
      'Give the server’s number of 17 to 20 digits: right-click on the server, Copy Server ID.',
    )
    .optional(),
  DISCORD_API_URL: webAddress('Leave it out, unless the desk talks to a stand-in for Discord.').optional(),
} as const;

export const variableNames = Object.keys(variables);

/** What tokens look like wherever they stand in a text: Slack's by their prefix, Discord's by their parts. */
export const tokenShapes: readonly RegExp[] = [
  /\b(?:xox[a-z]-|xapp-)[\w-]+/g,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b/g,
];

/** Tokens and passwords are not repeated on a terminal that somebody may copy from. */
export const isSecret = (name: string): boolean => /TOKEN|SECRET|DATABASE_URL/.test(name);
