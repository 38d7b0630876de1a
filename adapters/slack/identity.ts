import type { webApi } from '@slack/bolt';

/** What Slack says of the desk's token: https://docs.slack.dev/reference/methods/auth.test. */
export interface SlackIdentity {
  /** The workspace's id; null where Slack did not say. */
  readonly team: string | null;
  /** `https://team.slack.com/`; null where Slack did not say. */
  readonly url: string | null;
  /** The ids by which the desk's own messages are known. */
  readonly botId: string | null;
  readonly userId: string | null;
}

type TokenTest = Awaited<ReturnType<webApi.WebClient['auth']['test']>>;

export const identityOf = ({ team_id, url, bot_id, user_id }: TokenTest): SlackIdentity => ({
  team: team_id ?? null,
  url: url ?? null,
  botId: bot_id ?? null,
  userId: user_id ?? null,
});

/** @param ts a message's id in its channel, such as `1355517523.000005`. */
export const permalink = ({ url }: SlackIdentity, channel: string, ts: string): string | null =>
  url === null ? null : `${url.replace(/\/?$/, '/')}archives/${channel}/p${ts.replace('.', '')}`;
