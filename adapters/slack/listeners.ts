import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import { createUnderWay, type UnderWay } from '../chat/under-way.ts';
import { actionPrefix } from './blocks/actions.ts';
import { onCommand, onLink, onRun, onShare } from './interactions.ts';
import { onDirectMessage, onMention } from './messages.ts';

/** The slash command, as `slack-manifest.yaml` creates it. */
export const slashCommand = '/sco';

/** Makes an app answer for the desk. Nothing that a listener does rejects. */
export function registerListeners(app: App, context: SurfaceContext): UnderWay {
  const underWay = createUnderWay(context.log);
  const guarded =
    <Args>(listener: (context: SurfaceContext, args: Args) => Promise<void>) =>
    (args: Args): Promise<void> =>
      underWay.run(() => listener(context, args));
  const clicksOn = (prefix: string): RegExp => new RegExp(`^${prefix}`);

  app.command(slashCommand, guarded(onCommand));
  app.event('app_mention', guarded(onMention));
  app.event('message', guarded(onDirectMessage));
  app.action<BlockAction<ButtonAction>>(clicksOn(actionPrefix.run), guarded(onRun));
  app.action<BlockAction<ButtonAction>>(clicksOn(actionPrefix.share), guarded(onShare));
  app.action<BlockAction<ButtonAction>>(clicksOn(actionPrefix.link), guarded(onLink));
  app.error(async (err) => {
    context.log.error({ err }, 'A Slack request could not be handled');
  });
  return underWay;
}
