import { z } from 'zod';
import type { StartFault } from '../fault.ts';
import type { Environment } from './environment.ts';
import type { Config, DeskConfig, DiscordConfig, SlackConfig } from './types.ts';
import { isSecret, variableNames, variables } from './variables.ts';

export type ReadConfig<T> =
  | { readonly config: T; readonly faults: readonly [] }
  | { readonly config: null; readonly faults: readonly StartFault[] };

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
export function readConfig(environment: Environment): ReadConfig<Config> {
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
export function readDeskConfig(environment: Environment): ReadConfig<DeskConfig> {
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
