import type { AckFn } from '@slack/bolt';
import type { Logger } from 'pino';

/** Acknowledges; where that fails, the answer can still arrive through its `response_url`. */
export async function acknowledge(ack: AckFn<void> | AckFn<string>, log: Logger): Promise<void> {
  try {
    await ack();
  } catch (err) {
    log.warn({ err }, 'Slack could not be told that a request arrived');
  }
}
