import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import type { WebSettings } from '../../adapters/web/settings.ts';
import type { Surface, SurfaceContext } from '../desk/surface.ts';
import { isStartFault, type StartFault } from '../fault.ts';
import type { Config, DiscordConfig, SlackConfig } from '../settings/types.ts';
import { createDrawing } from './drawing.ts';

/** A surface that serves pages, and their address. */
export interface WebSurface extends Surface {
  readonly url: string;
}

/** A chat surface to which requests may come over the desk's own port; `handler` is null where they do not. */
export interface MountedSurface extends Surface {
  readonly handler: RequestListener | null;
}

/** How each surface is started. A fault for people is thrown as an error that carries it. */
export interface Starters {
  slack(context: SurfaceContext, config: SlackConfig): Promise<MountedSurface>;
  discord(context: SurfaceContext, config: DiscordConfig): Promise<Surface>;
  web(context: SurfaceContext, settings: WebSettings): Promise<WebSurface>;
}

/** The adapters, each loaded only where it is configured: the SDKs take a while. */
export const adapters: Starters = {
  slack: async (...given) => (await import('../../adapters/slack/start.ts')).startSlack(...given),
  discord: async (...given) => (await import('../../adapters/discord/start.ts')).startDiscord(...given),
  web: async (...given) => (await import('../../adapters/web/start.ts')).startWeb(...given),
};

/** The value, or the fault for people that kept it from being there; any other error goes on up. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | StartFault> {
  try {
    return await work();
  } catch (error) {
    if (isStartFault(error)) return { problem: error.problem, remedy: error.remedy };
    throw error;
  }
}

export const isFault = (value: object): value is StartFault => 'problem' in value && 'remedy' in value;

/** The surfaces that run. */
export interface Running {
  readonly chat: readonly Surface[];
  readonly web: WebSurface;
  /** Stops all of them side by side. One that fails to is logged, and keeps no other from it. */
  stop(): Promise<void>;
}

async function stopAll(surfaces: readonly Surface[], log: Logger): Promise<void> {
  const stopped = await Promise.allSettled(surfaces.map((surface) => surface.stop()));
  for (const each of stopped) {
    if (each.status === 'rejected') log.error({ err: each.reason }, 'a surface did not stop as it should');
  }
}

/**
 * Starts the chat surfaces that are configured, side by side, and the web surface.
 *
 * @returns the faults of those that could not be started, with the others stopped again.
 */
export async function startSurfaces(
  { config, port }: { readonly config: Config; readonly port: number },
  context: SurfaceContext,
  starters: Starters,
): Promise<Running | readonly StartFault[]> {
  const { slack, discord, host, playground } = config;
  const [onSlack, onDiscord] = await Promise.all([
    slack === null ? null : attempt(() => starters.slack(context, slack)),
    discord === null ? null : attempt(() => starters.discord(context, discord)),
  ]);
  const handler = onSlack === null || isFault(onSlack) ? null : onSlack.handler;
  const web = await attempt(() =>
    starters.web(context, {
      host,
      port,
      playground,
      draw: createDrawing(context.store),
      mounts: new Map(handler === null ? [] : [['/slack/events', handler]]),
    }),
  );
  const started = [onSlack, onDiscord, web].filter((each) => each !== null);
  const surfaces = started.filter((each): each is Surface => !isFault(each));
  const faults = started.filter(isFault);
  if (isFault(web) || faults.length > 0) {
    await stopAll(surfaces, context.log);
    return faults;
  }
  return {
    chat: surfaces.filter((surface) => surface !== web),
    web,
    stop: () => stopAll(surfaces, context.log),
  };
}
