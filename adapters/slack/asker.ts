import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Asker } from '../../src/digest/types.ts';
import { once } from './client.ts';
import { slackCode, slackFailure } from './failure.ts';

/** Who asks, and where. */
export interface Asking {
  readonly client: webApi.WebClient;
  readonly user: string;
  readonly channel: string;
}

/** https://docs.slack.dev/reference/objects/conversation-object: ids of direct messages begin with D. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/**
 * What Slack tells of a person and a channel. Nothing is looked up before it is asked for, and nothing twice; what
 * cannot be looked up is not known, and the log says why.
 */
export function slackAsker({ client, user, channel }: Asking, log: Logger): Asker {
  const person = lazily(async () => {
    try {
      return (await once(() => client.users.info({ user }))).user ?? null;
    } catch (fault) {
      unknown(log, fault, { user }, 'Slack did not say who a person is');
      return null;
    }
  });
  const place = lazily(async () => {
    try {
      return (await once(() => client.conversations.info({ channel }))).channel ?? null;
    } catch (fault) {
      if (HIDDEN.includes(slackCode(fault))) return 'unseen';
      unknown(log, fault, { channel }, 'Slack did not say what a channel is like');
      return null;
    }
  });

  return {
    async zone() {
      const zone = (await person())?.tz ?? null;
      if (zone === null || isZone(zone)) return zone;
      log.warn({ user, zone }, 'Slack gave a time zone that is not known here');
      return null;
    },
    async manages() {
      if (isDirect(channel)) return true;
      const known = await person();
      if (known?.is_admin === true || known?.is_owner === true || known?.is_primary_owner === true)
        return true;
      const here = await place();
      return here !== null && here !== 'unseen' && here.creator === user;
    },
    async obstacle() {
      if (isDirect(channel)) return null;
      const here = await place();
      if (here === 'unseen') return 'not-a-member';
      if (here === null) return null;
      if (here.is_archived === true) return 'archived';
      return here.is_member === false ? 'not-a-member' : null;
    },
  };
}

function lazily<T>(look: () => Promise<T>): () => Promise<T> {
  let looked: Promise<T> | null = null;
  return () => {
    looked ??= look();
    return looked;
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}

/** A private channel that the desk is not in does not exist for it, or is one that it is not in. */
const HIDDEN: readonly (string | null)[] = ['channel_not_found', 'not_in_channel'];

function unknown(log: Logger, fault: unknown, about: object, words: string): void {
  const remedy = 'update the app from slack-manifest.yaml and install it to the workspace again';
  const lacks = slackCode(fault) === 'missing_scope' ? `: the app lacks a scope; ${remedy}` : '';
  const failure = slackFailure(fault);
  const said = failure.type === 'limited' ? failure.type : failure.detail;
  log.warn({ ...about, said, err: fault }, `${words}${lacks}`);
}
