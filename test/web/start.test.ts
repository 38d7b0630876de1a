import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { StartError } from '../../adapters/chat/start-error.ts';
import { startWeb } from '../../adapters/web/start.ts';
import { startErrorOf } from '../../adapters/web/start-error.ts';
import { draw, type Pages, startPages, store } from './page-under-test.ts';

const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of started.splice(0)) await each.stop();
});

async function start(options: Parameters<typeof startPages>[0] = {}): Promise<Pages> {
  const pages = await startPages(options);
  started.push(pages);
  return pages;
}

describe('a port that cannot be opened', () => {
  it.each([
    ['is taken', '127.0.0.1', 'taken', /something else listens there/, /another PORT/],
    ['is no port', '127.0.0.1', 70_000, /that is no port/, /1 to 65535/],
    ['is on a host that is not this machine', '192.0.2.1', 0, /does not have that address/, /127\.0\.0\.1/],
    ['is on a host that nobody knows', 'nowhere.invalid', 0, /no address is known/, /127\.0\.0\.1/],
  ] as const)('because it %s is told with its remedy', async (_why, host, port, problem, remedy) => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const taken = (blocker.address() as AddressInfo).port;
    const { desk } = await start();
    const settings = {
      host,
      port: port === 'taken' ? taken : port,
      playground: true,
      draw,
      mounts: new Map(),
    };
    const failure = await startWeb({ desk, store, log: pino({ level: 'silent' }) }, settings).catch(
      (error: unknown) => error,
    );
    blocker.close();
    expect(failure).toBeInstanceOf(StartError);
    expect(failure).toMatchObject({
      problem: expect.stringMatching(problem),
      remedy: expect.stringMatching(remedy),
      message: expect.stringMatching(new RegExp(`^Cannot listen on ${host}:\\d+`)),
    });
  });
});

it.each(['ENOTFOUND', 'EAI_AGAIN', 'EINVAL'])('a host that is not known as %s is told as such', (code) => {
  const fault = startErrorOf('nowhere.invalid', 0, Object.assign(new Error('lookup failed'), { code }));
  expect(fault.problem).toBe('Cannot listen on nowhere.invalid:0: no address is known for that host name.');
  expect(startErrorOf('a', 1, new Error('something else')).problem).toBe(
    'Cannot listen on a:1: something else.',
  );
});

describe('a mount', () => {
  const echo: RequestListener = (incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      outgoing.setHeader('X-Url', incoming.url ?? '');
      outgoing.end(Buffer.concat(parts));
    });
  };

  it('gets its requests with the body unread, byte for byte', async () => {
    const { url } = await start({ mounts: new Map([['/slack/events', echo]]), playground: false });
    const body = Buffer.from('payload=%7B%22a%22%3A1%7D&x=\u00ff\u0000', 'latin1');
    const response = await fetch(`${url}/slack/events?a=1`, { method: 'POST', body });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(body);
    expect(response.headers.get('X-Url')).toBe('/slack/events?a=1');
    expect(response.headers.get('Content-Security-Policy')).toBeNull();
  });

  it.each([
    ['/slack/events', true],
    ['/slack/events/more', true],
    ['/slack/eventsmore', false],
    ['/slack', false],
  ])('of /slack/events answers %s: %s', async (path, mounted) => {
    const { url } = await start({ mounts: new Map([['/slack/events', echo]]) });
    expect((await fetch(url + path)).headers.has('X-Url')).toBe(mounted);
  });

  it('that throws or rejects leaves the server running', async () => {
    const mounts = new Map<string, RequestListener>([
      [
        '/throws',
        () => {
          throw new Error('from the mount');
        },
      ],
      ['/rejects', () => Promise.reject(new Error('from the mount'))],
    ]);
    const { url } = await start({ mounts });
    expect((await fetch(`${url}/throws`)).status).toBe(500);
    expect((await fetch(`${url}/rejects`)).status).toBe(500);
    expect((await fetch(`${url}/a/`)).status).toBe(200);
  });
});

describe('stopping', () => {
  it('lets an answer that is under way finish, and takes no more', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrived = (): void => {};
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const pages = await startPages({
      change: (desk) => ({
        ...desk,
        reply: async (request) => {
          arrived();
          await held;
          return desk.reply(request);
        },
      }),
    });
    const answer = fetch(`${pages.url}/api?q=help`);
    await asked;
    const stopped = pages.stop();
    release();
    expect((await answer).status).toBe(200);
    await stopped;
    await expect(fetch(`${pages.url}/api?q=help`)).rejects.toThrow();
  });
});
