import type { IncomingMessage } from 'node:http';
import { TOKEN } from '../peers/discord-server.ts';
import { type Arrivals, watchArrivals } from './arrivals.ts';
import { openDiscord } from './discord-platform.ts';
import type { EventKind, Platform } from './platform.ts';
import { type Program, type ProgramName, runProgram } from './program.ts';
import { openSlack } from './slack-platform.ts';

/** The stand-in for Discord knows one token, which need not have the shape that the desk's settings want. */
function withKnownToken({ headers, url = '' }: IncomingMessage): void {
  if (url.startsWith('/api/v10/') && headers.authorization !== undefined)
    headers.authorization = `Bot ${TOKEN}`;
}

export const openArrivals = (): Arrivals => watchArrivals(withKnownToken);

const open = { slack: openSlack, discord: openDiscord } as const;

export type PlatformName = keyof typeof open;

/** A program that answers on the platforms that it was given, each to itself. */
export interface Staged {
  readonly program: Program;
  /** `performance.now()` when it had answered the first mention, by platform. */
  readonly answeredAt: Readonly<Partial<Record<PlatformName, number>>>;
  /** Milliseconds from an event to the call that answers it. */
  time(platform: PlatformName, kind: EventKind, words: string): Promise<number>;
  stop(): Promise<void>;
}

const FIRST_MENTION = 'search multilateralism';

/** Runs a program, and waits until it has answered a mention on every platform. */
export async function stage(
  name: ProgramName,
  on: readonly PlatformName[],
  arrivals: Arrivals,
  options: { readonly probe?: boolean } = {},
): Promise<Staged> {
  const platforms = new Map<PlatformName, Platform>();
  for (const each of on) platforms.set(each, await open[each]());
  const settings = Object.assign({ PORT: '0' }, ...[...platforms.values()].map((each) => each.settings));
  const program = runProgram(name, settings, options);

  const platformOf = (platform: PlatformName): Platform => {
    const found = platforms.get(platform);
    if (found === undefined) throw new RangeError(`${name} is not on ${platform}`);
    return found;
  };
  const answered = async (platform: PlatformName, kind: EventKind, words: string): Promise<number> => {
    const answer = arrivals.next(platformOf(platform).isAnswer(kind));
    platformOf(platform).send(kind, words);
    return (await Promise.race([answer, program.ended])).at;
  };
  const first = async (platform: PlatformName): Promise<readonly [PlatformName, number]> => {
    await Promise.race([platformOf(platform).connected(), program.ended]);
    return [platform, await answered(platform, 'mention', FIRST_MENTION)];
  };
  return {
    program,
    answeredAt: Object.fromEntries(await Promise.all(on.map(first))),
    async time(platform, kind, words) {
      const start = performance.now();
      return (await answered(platform, kind, words)) - start;
    },
    async stop() {
      await program.stop();
      await Promise.all([...platforms.values()].map((each) => each.close()));
    },
  };
}
