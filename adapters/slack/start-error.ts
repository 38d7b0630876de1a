import { webApi } from '@slack/bolt';

/** Slack could not be started: what is wrong, and what to do about it, in one line. */
export class SlackStartError extends Error {
  override readonly name = 'SlackStartError';
  readonly problem: string;
  readonly remedy: string;

  constructor(problem: string, remedy: string, cause?: unknown) {
    super(`${problem}. ${remedy}`, { cause });
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** The setting whose token a call used. */
export type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const WHERE: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN:
    'Copy the "Bot User OAuth Token" (xoxb-…) from the app\'s page "OAuth & Permissions" at https://api.slack.com/apps',
  SLACK_APP_TOKEN:
    'Create an app-level token (xapp-…) with the scope connections:write on the app\'s page "Basic Information" at https://api.slack.com/apps, and copy it',
};

/** What a failed first call to Slack means to the person who starts the desk. */
export function startError(setting: TokenSetting, fault: unknown): SlackStartError {
  if (fault instanceof SlackStartError) return fault;
  if (fault instanceof webApi.WebAPIPlatformError) {
    const problem = `Slack does not accept the token in ${setting} (${fault.data.error})`;
    return new SlackStartError(problem, `${WHERE[setting]}.`, fault);
  }
  return new SlackStartError(
    `Slack could not be reached (${reason(fault)})`,
    'Check the network connection, a proxy included, and start again.',
    fault,
  );
}

/** The innermost cause: fetch itself says no more than that it failed. */
function reason(fault: unknown): string {
  if (fault instanceof webApi.WebAPIRequestError) return reason(fault.original);
  if (!(fault instanceof Error)) return 'the connection was closed';
  return fault.cause instanceof Error && fault.cause.message !== '' ? reason(fault.cause) : fault.message;
}
