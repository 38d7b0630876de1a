import type { SurfaceContext } from '../../../src/desk/surface.ts';
import { acknowledge } from '../acknowledge.ts';
import type { ClickArgs } from '../click.ts';

/** A button that opens an address: Slack tells of the click and shows a warning unless it is acknowledged. */
export const onLink =
  (context: SurfaceContext) =>
  ({ ack }: ClickArgs): Promise<void> =>
    acknowledge(ack, context.log);
