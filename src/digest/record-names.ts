/** The names that the digest's rows hold. */

/** What a platform gives for not taking a post, as far as people can do something about it. */
export const refusalReasons = [
  'not-a-member',
  'no-permission',
  'archived',
  /** The channel is no longer there. */
  'gone',
  /** The platform does not know the desk's token any more. */
  'token',
  /** Anything else that it refuses for good. */
  'refused',
] as const;

/** Why a day has no post. */
export const skipReasons = [
  /** The desk was not running, or the platform could not be reached, until it was too late. */
  'missed',
  /** Somebody asked for it. */
  'asked',
  /** The digest was switched off before it was posted. */
  'off',
  /** No article of the corpus had anything to show. */
  'empty',
] as const;

/**
 * `pending` to `sending` by a claim; from there `sent`, `refused`, `unknown` (it cannot be known whether it was
 * posted), or `pending` again when it certainly was not. `refused` is tried again until it is too late.
 */
export const occurrenceStates = ['pending', 'sending', 'sent', 'refused', 'unknown', 'skipped'] as const;

/** Steps of a delivery. */
export const stepNames = [
  'drawn',
  'claimed',
  'sent',
  'limited',
  'failed',
  'refused',
  'in doubt',
  'found',
  'not found',
  'unknown',
  'skipped',
] as const;
