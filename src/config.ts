import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { StartFault } from './start-fault.ts';

export interface SlackConfig {
  readonly botToken: string;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly apiUrl: string | null;
}

export interface DiscordConfig {
  readonly token: string;
  readonly guildId: string | null;
  readonly apiUrl: string | null;
}

/** What the desk itself needs, on every surface. */
export interface DeskConfig {
  readonly corpusDirectory: string;
  readonly publicUrl: string | null;
  readonly sourceUrlTemplate: string | null;
  readonly host: string;
  readonly port: number;
  readonly playground: boolean;
  readonly logLevel: string;
  /** The folder of what survives a restart. */
  readonly dataDirectory: string;
  /** A PostgreSQL database in its place. It holds a password: it is not to be shown or logged. */
  readonly databaseUrl: string | null;
  /** The IANA time zone of digests for whom the platform tells no other. */
  readonly digestZone: string;
  /** How late a digest is posted that could not be at its time. Milliseconds. */
  readonly digestGrace: number;
}

export interface Config extends DeskConfig {
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type Read<T> =
  | { readonly config: T; readonly faults: readonly [] }
  | { readonly config: null; readonly faults: readonly StartFault[] };

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
const variables = {
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

/** Tokens and passwords are not repeated on a terminal that somebody may copy from. */
const isSecret = (name: string): boolean => /TOKEN|SECRET|DATABASE_URL/.test(name);

const schema = z.object(variables);
type Values = z.infer<typeof schema>;

/** What belongs together and is given only in part. */
function halfFilled(given: Environment): readonly StartFault[] {
  const has = (name: string): boolean => given[name] !== undefined;
  const faults: StartFault[] = [];
  const slack = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].filter(has);
  if (!has('SLACK_BOT_TOKEN') && slack.length > 0) {
    faults.push({
      problem: `${slack.join(' and ')} without SLACK_BOT_TOKEN: Slack cannot be answered.`,
      remedy: 'Add SLACK_BOT_TOKEN (xoxb-…; app settings, OAuth & Permissions), or take the other out.',
    });
  }
  if (has('SLACK_BOT_TOKEN') && slack.length === 0) {
    faults.push({
      problem: 'SLACK_BOT_TOKEN without a way in: Slack cannot reach the desk.',
      remedy: 'Add SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for signed HTTP.',
    });
  }
  if (has('DISCORD_GUILD_ID') && !has('DISCORD_TOKEN')) {
    faults.push({
      problem: 'DISCORD_GUILD_ID without DISCORD_TOKEN: Discord cannot be answered.',
      remedy: 'Add DISCORD_TOKEN (developer portal, Bot, Reset Token), or take DISCORD_GUILD_ID out.',
    });
  }
  return faults;
}

function toConfig(values: Values): Config {
  const slack: SlackConfig | null =
    values.SLACK_BOT_TOKEN === undefined
      ? null
      : {
          botToken: values.SLACK_BOT_TOKEN,
          appToken: values.SLACK_APP_TOKEN ?? null,
          signingSecret: values.SLACK_SIGNING_SECRET ?? null,
          apiUrl: values.SLACK_API_URL ?? null,
        };
  const discord: DiscordConfig | null =
    values.DISCORD_TOKEN === undefined
      ? null
      : {
          token: values.DISCORD_TOKEN,
          guildId: values.DISCORD_GUILD_ID ?? null,
          apiUrl: values.DISCORD_API_URL ?? null,
        };
  return {
    corpusDirectory: values.CORPUS_DIR,
    publicUrl: values.PUBLIC_URL ?? null,
    sourceUrlTemplate: values.SOURCE_URL_TEMPLATE ?? null,
    host: values.HOST,
    port: values.PORT,
    playground: values.PLAYGROUND,
    logLevel: values.LOG_LEVEL,
    dataDirectory: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    digestZone: values.DIGEST_ZONE,
    digestGrace: values.DIGEST_GRACE,
    slack,
    discord,
  };
}

/** The settings, or every fault in them with its remedy. Empty variables count as not set. */
export function readConfig(environment: Environment): Read<Config> {
  const given = Object.fromEntries(
    variableNames.flatMap((name) => {
      const value = environment[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(given);
  const wrong = (parsed.error?.issues ?? []).map((issue): StartFault => {
    const name = String(issue.path[0]);
    const shown = isSecret(name) ? '' : ` “${given[name] ?? ''}”`;
    return { problem: `${name}${shown} is not right.`, remedy: issue.message };
  });
  const faults = [...wrong, ...halfFilled(given)];
  return parsed.success && faults.length === 0
    ? { config: toConfig(parsed.data), faults: [] }
    : { config: null, faults };
}

/** The same for what does without chat platforms: their settings are not looked at. */
export function readDeskConfig(environment: Environment): Read<DeskConfig> {
  const kept = Object.entries(environment).filter(([name]) => !/^(?:SLACK|DISCORD)_/.test(name));
  return readConfig(Object.fromEntries(kept));
}

/** Where to listen and what to read, each null where its setting is at fault: for looking at what else is. */
export function readListening(environment: Environment): {
  readonly host: string | null;
  readonly port: number | null;
  readonly corpusDirectory: string;
} {
  const one = <Name extends 'HOST' | 'PORT'>(name: Name): z.infer<(typeof variables)[Name]> | null => {
    const value = environment[name]?.trim() ?? '';
    const parsed = variables[name].safeParse(value === '' ? undefined : value);
    return parsed.success ? (parsed.data as z.infer<(typeof variables)[Name]>) : null;
  };
  return {
    host: one('HOST'),
    port: one('PORT'),
    corpusDirectory: environment['CORPUS_DIR']?.trim() || 'seeds',
  };
}

/** There is a `.env`, and it cannot be read. */
class UnreadableEnvironmentError extends Error implements StartFault {
  override readonly name = 'UnreadableEnvironmentError';
  readonly problem: string;
  readonly remedy = 'Make it a plain file that the desk’s user may read, or remove it.';

  constructor(code: string, cause: unknown) {
    super(`.env cannot be read (${code}).`, { cause });
    this.problem = this.message;
  }
}

/**
 * What `.env` in the working directory sets, under what the environment itself sets.
 *
 * @throws {UnreadableEnvironmentError}
 */
export function readEnvironment(): Environment {
  try {
    // Some editors put a byte order mark on top, which is no part of the first name.
    const file = readFileSync('.env', 'utf8').replace(/^\ufeff/, '');
    return { ...parseEnv(file), ...process.env };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return process.env;
    throw new UnreadableEnvironmentError(String(error.code), error);
  }
}
