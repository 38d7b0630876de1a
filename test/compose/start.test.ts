import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, startAndAwait } from '../command-line.ts';

/** Holds a free port while something is tried. */
async function withPortTaken<T>(work: (port: number) => Promise<T>): Promise<T> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  try {
    return await work(address.port);
  } finally {
    server.close();
  }
}

const addressIn = (out: string): string => /http:\/\/localhost:\d+/.exec(out)?.[0] ?? '';

describe('npm start', () => {
  it('with no tokens serves page, reader and API, says so in one line, and ends on SIGTERM', async () => {
    const desk = await startAndAwait(['start'], /\n/, { PORT: '0' });
    expect(desk.out.trim().split('\n')).toHaveLength(1);
    expect(desk.out).toMatch(/SLACK_BOT_TOKEN and SLACK_APP_TOKEN.*DISCORD_TOKEN/);
    const url = addressIn(desk.out);
    const statuses = await Promise.all(
      ['/', '/a/security-for-all', '/api?q=help'].map(async (path) => (await fetch(url + path)).status),
    );
    expect(statuses).toEqual([200, 200, 200]);
    const answer: unknown = await (
      await fetch(`${url}/api?q=${encodeURIComponent('search multilateralism')}`)
    ).json();
    expect(answer).toMatchObject({
      kind: 'hits',
      passages: [{ url: expect.stringContaining(`${url}/a/`) }, {}, {}, {}],
    });
    expect(await desk.stop()).toMatchObject({ code: 0, err: '' });
  });

  it('with PLAYGROUND=off leaves the reader alone', async () => {
    const desk = await startAndAwait(['start'], /\n/, { PORT: '0', PLAYGROUND: 'off' });
    const url = addressIn(desk.out);
    const statuses = await Promise.all(
      ['/', '/a/security-for-all', '/api?q=help'].map(async (path) => (await fetch(url + path)).status),
    );
    expect(statuses).toEqual([404, 200, 404]);
    await desk.stop('SIGINT');
  });

  it('tells every fault at once, each with its remedy, and exits with 1', async () => {
    const { code, out, err } = await withPortTaken((port) =>
      run(['start'], '', {
        PORT: String(port),
        SLACK_APP_TOKEN: 'xapp-1-a',
        PLAYGROUND: 'maybe',
        CORPUS_DIR: '/nonexistent',
      }),
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const lines = err.trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(err).toMatch(/PLAYGROUND[\s\S]*SLACK_BOT_TOKEN[\s\S]*choose another PORT[\s\S]*CORPUS_DIR/i);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('reads a .env with a byte order mark on top, and says when there is none to be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'env-'));
    await writeFile(join(folder, '.env'), '\ufeffPORT=none\r\n');
    expect((await run(['start'], '', {}, folder)).err).toMatch(/PORT “none”/);
    await rm(join(folder, '.env'));
    await mkdir(join(folder, '.env'));
    const { code, err } = await run(['start'], '', {}, folder);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^\.env cannot be read.*remove it\.\n$/),
    });
  });

  it('says of a host that there is none also where the port is no number', async () => {
    const { code, err } = await run(['start'], '', { PORT: 'x', HOST: '203.0.113.7' });
    expect(code).toBe(1);
    expect(err).toMatch(/PORT[\s\S]*Set HOST/);
  });

  it('names each broken file in one line and loads the rest', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'corpus-'));
    await writeFile(join(folder, 'good.txt'), 'A title\n\nA paragraph about tariffs.');
    await writeFile(join(folder, 'bad.txt'), Buffer.from([0xff, 0xfe, 0x00]));
    const desk = await startAndAwait(['start', '--corpus', folder], /http/, { PORT: '0' });
    const lines = desk.out.trim().split('\n');
    expect(lines.filter((line) => line.includes('bad.txt'))).toHaveLength(1);
    const answer: unknown = await (await fetch(`${addressIn(desk.out)}/api?q=tariffs`)).json();
    expect(answer).toMatchObject({ kind: 'hits', total: 1, passages: [{ article: 'good' }] });
    await desk.stop();
  });
});
