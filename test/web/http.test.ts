import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webPlatform } from '../../adapters/web/platform.ts';
import { type Pages, startPages } from './page-under-test.ts';

/** As a browser never would: the path goes out as it stands, dots and all. */
const rawGet = (base: string, path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });

let pages: Pages;
const get = (path: string, init?: RequestInit): Promise<Response> => fetch(pages.url + path, init);

beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());

/** All that tells a browser what it may do with an answer. */
const securityOf = ({ headers }: Response): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...headers].filter(([name]) =>
      /^(?:access-control|content-security|cross-origin|permissions|referrer|x-)/.test(name),
    ),
  );

const strict = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

describe('every answer', () => {
  it.each([
    ['/', 200],
    ['/?q=help', 200],
    ['/play?q=help', 200],
    ['/api?q=help', 200],
    ['/complete?q=se', 200],
    ['/a/', 200],
    ['/a/way-forward', 200],
    ['/a/nowhere', 404],
    ['/nowhere', 404],
    ['/assets/x/page.css', 200],
    ['/assets/x/nowhere.css', 404],
  ])('%s answers %i under the strict policy', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(securityOf(response)).toEqual(strict);
  });

  it('holds no inline style, script or handler', async () => {
    for (const path of ['/', '/?q=search+multilateralism', '/?q=help', '/a/way-forward', '/a/nowhere']) {
      const body = await (await get(path)).text();
      expect(body).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/i);
    }
  });

  it('is refused to anything but reading', async () => {
    const response = await get('/api?q=help', { method: 'POST', body: 'q=help' });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD');
    expect(securityOf(response)).toEqual(strict);
    expect((await get('/a/way-forward', { method: 'HEAD' })).status).toBe(200);
  });

  it('a fault is told with a reference that is also in the log', async () => {
    const broken = await startPages({
      change: (desk) => ({ ...desk, json: () => JSON.parse('broken') }),
    });
    try {
      const response = await fetch(`${broken.url}/?q=help`);
      expect(response.status).toBe(500);
      expect(securityOf(response)).toEqual(strict);
      const body = await response.text();
      const reference = /<code>([0-9a-f]{8})<\/code>/.exec(body)?.[1];
      expect(broken.logged()).toContain(`"reference":"${reference}"`);
      expect(body).not.toContain('Unexpected token');
    } finally {
      await broken.stop();
    }
  });
});

describe('/api', () => {
  it.each([
    'search multilateralism',
    'ask who chairs the SCO next',
    'search zebra',
    'sources',
    'search after:never',
    '"><script>alert(1)</script>',
    '\u202eאבג 🙂 \u0000',
  ])('answers %j as the desk does', async (q) => {
    const response = await get(`/api?${new URLSearchParams({ q })}`);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const { desk } = pages;
    const asked = { platform: webPlatform, workspace: '', channel: '', user: '', words: q };
    expect(await response.json()).toEqual(desk.json(q, await desk.reply(asked)));
  });

  it('says of no question what the desk says of an empty line', async () => {
    expect(await (await get('/api')).json()).toMatchObject({ input: '', kind: 'problem' });
  });

  it('passes a line of 10,000 three-byte characters on to the desk', async () => {
    const q = '上'.repeat(10_000);
    const response = await get(`/api?${new URLSearchParams({ q })}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ input: q, kind: 'problem' });
  });

  it('tells in words that a request is longer than any question', async () => {
    const response = await get(`/api?q=${'a'.repeat(200_000)}`);
    expect(response.status).toBe(431);
    expect(await response.text()).toContain('too long');
  });

  it('takes a badly encoded question as it can', async () => {
    const { status } = await rawGet(pages.url, '/api?q=%E0%A4%A');
    expect(status).toBe(200);
  });
});

describe('a turn', () => {
  it.each([
    ['7', 7],
    ['0', 1],
    ['-2', 1],
    ['1.5', 1],
    ['x', 1],
  ])('numbered %s by the page is turn %i', async (typed, n) => {
    const body = await (await get(`/play?q=help&turn=${typed}`)).text();
    expect(body).toContain(`<section class="turn" id="turn-${n}"`);
  });
});

describe('completions', () => {
  it('are those of the desk', async () => {
    const response = await get('/complete?q=search+multi');
    expect(await response.json()).toEqual(pages.desk.completeLine('search multi'));
    expect(pages.desk.completeLine('search multi')).not.toEqual([]);
  });
});

describe('the reader', () => {
  it('gives every paragraph of every article at its id, its words unchanged', async () => {
    for (const article of pages.desk.corpus.articles.values()) {
      const body = await (await get(`/a/${article.id}`)).text();
      for (const { n } of article.paragraphs) {
        expect(body).toContain(`id="p${n}"`);
        expect(body).toContain(`href="#p${n}"`);
      }
      const [words] = article.paragraphs
        .filter(({ kind }) => kind === 'body')
        .map(({ start, end }) => article.text.slice(start, end));
      expect(body.replaceAll('&#39;', "'").replaceAll('&quot;', '"')).toContain(words);
    }
  });

  it.each([
    ['four-point-approach', ['India Writes Network (www.indiawrites.org)', 'undated']],
    [
      'upcoming-meetings',
      ['Global Times', 'author not named: director of Institute of European', 'datetime="2020-11-04"'],
    ],
    ['security-for-all', ['publisher not given', 'He Yin', 'undated']],
    ['way-forward', ['publisher not given', 'author not given', 'undated', 'seeds/way-forward.md']],
  ])('says where %s comes from, and what its file does not say', async (id, said) => {
    const body = await (await get(`/a/${id}`)).text();
    for (const words of said) expect(body).toContain(words);
  });

  it.each([
    '/a/../seeds/way-forward',
    '/a/..%2f..%2fpackage',
    '/a/%2e%2e/package.json',
    '/a/..%5c..%5cpackage.json',
    '/a/way-forward.md',
    '/a/Way-Forward',
    '/a/way-forward/extra',
    '/a/%00',
    '/a/__proto__',
    '/a/constructor',
    '/a/%E0%A4%A',
    `/a/${'x'.repeat(5_000)}`,
    '/assets/x/..%2f..%2f..%2fpackage.json',
    '/assets/../../package.json',
    '/assets/x/__proto__',
  ])('%s is no way to anything', async (path) => {
    const { status, body } = await rawGet(pages.url, path);
    expect(status).toBe(404);
    expect(body).not.toContain('devDependencies');
    expect(body).toContain('articles');
  });

  it('names the articles there are when one is asked for that is not', async () => {
    const body = await (await get('/a/%3Cscript%3Ealert(1)%3C%2Fscript%3E')).text();
    expect(body).toContain('There is no article called “&lt;script&gt;alert(1)&lt;/script&gt;”');
    for (const { id } of pages.desk.corpus.articles.values()) expect(body).toContain(`href="/a/${id}"`);
  });
});

describe('style sheets and scripts', () => {
  it('are kept by browsers under the version that the page names, and fresh under any other', async () => {
    const body = await (await get('/')).text();
    const path = /href="(\/assets\/[^"]+page\.css)"/.exec(body)?.[1] ?? '';
    expect((await get(path)).headers.get('Cache-Control')).toContain('immutable');
    expect((await get('/assets/old/page.css')).headers.get('Cache-Control')).toBe('no-cache');
  });
});

describe('with the playground off', () => {
  let off: Pages;
  beforeAll(async () => {
    off = await startPages({ playground: false });
  });
  afterAll(() => off.stop());

  it.each(['/', '/?q=help', '/api?q=help', '/play?q=help', '/draw', '/complete?q=s'])(
    '%s answers 404 in plain words',
    async (path) => {
      const response = await fetch(off.url + path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('The playground is switched off on this desk');
    },
  );

  it('links still lead to their passages, and to nothing that is off', async () => {
    const response = await fetch(`${off.url}/a/way-forward`);
    expect(response.status).toBe(200);
    const body = await response.text();
    expect(body).toContain('id="p3"');
    expect(body).not.toMatch(/href="\/(?:\?|")/);
    const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(assets.length).toBeGreaterThan(2);
    for (const path of assets) expect((await fetch(off.url + path)).status).toBe(200);
  });
});
