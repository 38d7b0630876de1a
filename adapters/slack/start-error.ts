import { webApi } from '@slack/bolt';
import { platformUnreachable, StartError } from '../chat/start-error.ts';
import { slackCode } from './failure.ts';
import { slackPlatform } from './platform.ts';

/** The setting whose token a call used. */
export type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const WHERE: Readonly<Record<TokenSetting, string>> = {
  SLACK_BOT_TOKEN:
    'Copy the "Bot User OAuth Token" (xoxb-…) from the app\'s page "OAuth & Permissions" at https://api.slack.com/apps',
  SLACK_APP_TOKEN:
    'Create an app-level token (xapp-…) with the scope connections:write on the app\'s page "Basic Information" at https://api.slack.com/apps, and copy it',
};

/** What a failed first call to Slack means to the person who starts the desk. */
export function startErrorOf(setting: TokenSetting, fault: unknown): StartError {
  const code = slackCode(fault);
  if (code === null) {
    return platformUnreachable(
      slackPlatform,
      fault instanceof webApi.WebAPIRequestError ? fault.original : fault,
    );
  }
  const problem = `Slack does not accept the token in ${setting} (${code})`;
  return new StartError({ problem, remedy: `${WHERE[setting]}.` }, fault);
}
