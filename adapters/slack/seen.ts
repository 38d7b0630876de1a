import type { SurfaceContext } from '../../src/desk/surface.ts';

/**
 * Whether an event comes for the first time. A mention can arrive twice under different event ids, and retries
 * come after up to five minutes: what they share is the workspace, the channel and the time stamp.
 */
export async function firstSeen(
  { store, log }: SurfaceContext,
  workspace: string,
  channel: string,
  ts: string,
): Promise<boolean> {
  try {
    return await store.firstSeen(`slack:${workspace}:${channel}:${ts}`);
  } catch (err) {
    // Without its memory the desk still answers: twice is better than never.
    log.error({ err, workspace, channel, ts }, 'It is not known whether this event was answered before');
    return true;
  }
}
