import type { RefusalReason } from '../../src/digest/records.ts';

/**
 * What people can do something about, by Slack's own words for not taking a post:
 * https://docs.slack.dev/reference/methods/chat.postMessage, "Errors".
 */
export const refusalReasons: Readonly<Record<string, RefusalReason>> = {
  not_in_channel: 'not-a-member',
  is_archived: 'archived',
  /** Also for a private channel that the desk was removed from: Slack does not tell the two apart. */
  channel_not_found: 'gone',
  restricted_action: 'no-permission',
  restricted_action_read_only_channel: 'no-permission',
  restricted_action_thread_only_channel: 'no-permission',
  restricted_action_non_threadable_channel: 'no-permission',
  posting_to_general_channel_denied: 'no-permission',
  user_is_restricted: 'no-permission',
  missing_scope: 'no-permission',
  no_permission: 'no-permission',
  not_allowed_token_type: 'no-permission',
  access_denied: 'no-permission',
  ekm_access_denied: 'no-permission',
  enterprise_is_restricted: 'no-permission',
  team_access_not_granted: 'no-permission',
  messages_tab_disabled: 'no-permission',
  not_authed: 'token',
  invalid_auth: 'token',
  account_inactive: 'token',
  token_revoked: 'token',
  token_expired: 'token',
};

/** @param code Slack's own; null where it has none. */
export function refusalOf(code: string | null): RefusalReason {
  if (code === null) return 'refused';
  const known = Object.hasOwn(refusalReasons, code) ? refusalReasons[code] : undefined;
  if (known !== undefined) return known;
  return code.startsWith('restricted_action') ? 'no-permission' : 'refused';
}
