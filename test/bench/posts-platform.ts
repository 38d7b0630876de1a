import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from '../peers/slack-workspace.ts';

/** The desk's own id on this platform. */
export const DESK = '900000000000000002';

/** "All bots can make up to 50 requests per second": https://docs.discord.com/developers/topics/rate-limits. */
const MOST_A_SECOND = 50;

/** What Discord takes to answer a post, by the digest's clock, in milliseconds. */
const ANSWER = 150;

export interface PostsPlatform {
  readonly url: string;
  /** Posts that were taken, by channel. */
  readonly posts: ReadonlyMap<string, number>;
  /** Calls that were answered with 429. */
  limited(): number;
  /** The most calls within any second of the digest's clock. */
  busiest(): number;
  close(): Promise<void>;
}

/**
 * As much of Discord's API as takes posts, with its limit over all channels, counted over every second and not by
 * the turn of it.
 *
 * @param speed milliseconds of the digest's clock in one of the machine's.
 */
export async function openPostsPlatform(speed: number): Promise<PostsPlatform> {
  const posts = new Map<string, number>();
  /** When the latest calls came, `performance.now()`, the earliest first. */
  const recent: number[] = [];
  let limited = 0;
  let busiest = 0;
  let messages = 0;

  const server = createServer(async (request, response) => {
    const now = performance.now();
    request.resume();
    await once(request, 'end');
    while ((recent[0] ?? now) < now - 1000 / speed) recent.shift();
    recent.push(now);
    busiest = Math.max(busiest, recent.length);
    const say = (status: number, body: object, headers = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (recent.length > MOST_A_SECOND) {
      limited++;
      say(
        429,
        { message: 'You are being rate limited.', retry_after: 1, global: true },
        { 'retry-after': '1' },
      );
      return;
    }
    const [, channel = ''] = /\/channels\/(\d+)\/messages$/.exec(request.url ?? '') ?? [];
    posts.set(channel, (posts.get(channel) ?? 0) + 1);
    await pause(ANSWER / speed);
    say(200, { id: String(910_000_000_000_000_000n + BigInt(++messages)), channel_id: channel });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${addressOf(server).port}`,
    posts,
    limited: () => limited,
    busiest: () => busiest,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
