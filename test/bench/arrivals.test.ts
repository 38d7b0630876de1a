import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../peers/slack-workspace.ts';
import { type Arrivals, watchArrivals } from './arrivals.ts';

describe('watching what arrives', () => {
  let arrivals: Arrivals;
  let heard: (string | undefined)[];
  const server = createServer(async (request, response) => {
    heard.push(request.headers.authorization);
    for await (const _chunk of request) response.write('.');
    response.end();
  });
  const url = (path: string): string => `http://127.0.0.1:${addressOf(server).port}${path}`;

  beforeEach(async () => {
    heard = [];
    arrivals = watchArrivals(({ headers }) => {
      headers.authorization = 'as met';
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  afterEach(async () => {
    arrivals.close();
    server.closeAllConnections();
    await once(server.close(), 'close');
  });

  it('tells the request that matches, after its last byte and with its answer sent', async () => {
    const start = performance.now();
    const next = arrivals.next(({ path }) => path === '/two @x');
    await fetch(url('/one'), { method: 'POST', body: 'a' });
    await fetch(url('/two%20%40x'), { method: 'PATCH', body: 'b' });
    const arrival = await next;
    expect(arrival).toMatchObject({ port: addressOf(server).port, method: 'PATCH', path: '/two @x' });
    expect(arrival.at).toBeGreaterThan(start);
    expect(arrival.at).toBeLessThanOrEqual(performance.now());
  });

  it('lets requests be met before their server sees them', async () => {
    await fetch(url('/'));
    expect(heard).toEqual(['as met']);
  });

  it('tells nothing more once closed', async () => {
    let told = false;
    void arrivals
      .next(() => true)
      .then(() => {
        told = true;
      });
    arrivals.close();
    await fetch(url('/'));
    expect(told).toBe(false);
  });
});
