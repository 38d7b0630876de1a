/** Slack's numbers. Lengths are in characters; where Slack does not say, UTF-16 code units are counted. */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksPerMessage: 50,
  /**
   * Of all blocks of one message together, weighed as `weigh` does. Slack documents no number: it refuses with
   * `msg_blocks_too_long` at 13,297 characters in a single block, 125 fewer for each further block, and
   * sooner where many elements hold the text
   * (https://github.com/slackapi/bolt-js/issues/2509, https://github.com/slackapi/bolt-js/issues/2867).
   */
  messageWeight: 12_000,
  /** What a block weighs besides its text: see `messageWeight`. */
  blockWeight: 125,
  /** What an element of a block weighs besides its text: an estimate that stays below what was refused. */
  elementWeight: 20,
  /** https://docs.slack.dev/reference/methods/chat.postMessage: 4,000 is advised, 40,000 is cut. */
  fallbackText: 4000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  headerText: 150,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  textObject: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionsElements: 25,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonLabel: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
} as const;
