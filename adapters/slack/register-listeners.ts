import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import { actionPrefix } from './blocks/actions.ts';
import { onCommand } from './listeners/command.ts';
import { onDirectMessage } from './listeners/direct-message.ts';
import { onLink } from './listeners/link.ts';
import { onMention } from './listeners/mention.ts';
import { onRun } from './listeners/run.ts';
import { onShare } from './listeners/share.ts';

/** The slash command, as `slack-manifest.yaml` creates it. */
export const slashCommand = '/sco';

/** The requests that are being answered. */
export interface UnderWay {
  /** Resolves when none is left. */
  settled(): Promise<void>;
}

/** Makes an app answer for the desk. Nothing that a listener does rejects. */
export function registerListeners(app: App, context: SurfaceContext): UnderWay {
  const running = new Set<Promise<void>>();
  const guarded =
    <A>(listener: (args: A) => Promise<void>) =>
    async (args: A): Promise<void> => {
      const run = listener(args).catch((err: unknown) => {
        context.log.error({ err }, 'A Slack request could not be answered');
      });
      running.add(run);
      await run;
      running.delete(run);
    };
  const clicksOn = (prefix: string): RegExp => new RegExp(`^${prefix}`);

  app.command(slashCommand, guarded(onCommand(context)));
  app.event('app_mention', guarded(onMention(context)));
  app.event('message', guarded(onDirectMessage(context)));
  app.action<BlockAction<ButtonAction>>(clicksOn(actionPrefix.run), guarded(onRun(context)));
  app.action<BlockAction<ButtonAction>>(clicksOn(actionPrefix.share), guarded(onShare(context)));
  app.action<BlockAction<ButtonAction>>(clicksOn(actionPrefix.link), guarded(onLink(context)));
  app.error(async (err) => {
    context.log.error({ err }, 'A Slack request could not be handled');
  });

  return {
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
