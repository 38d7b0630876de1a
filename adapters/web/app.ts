import { type Context, Hono } from 'hono';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Desk, Reply } from '../../src/desk/types.ts';
import { faultReference } from '../../src/fault.ts';
import type { Audience } from '../chat/share.ts';
import { readAssets } from './assets.ts';
import { everyAnswer } from './headers.ts';
import type { Html } from './markup.ts';
import type { Site } from './page.ts';
import { articlesPage, faultPage, noArticlePage, notFoundPage } from './plain-pages.ts';
import { webPlatform } from './platform.ts';
import { playgroundPage } from './playground.ts';
import { readerPage } from './reader.ts';
import type { Drawing } from './settings.ts';
import { drawTurn, isView, type View } from './turn.ts';

const replyTo = (desk: Desk, words: string): Promise<Reply> =>
  desk.reply({ platform: webPlatform, workspace: '', channel: '', user: '', words });

/** What the address asks: `q` for the asker alone, `share` for the whole channel. */
interface Address {
  readonly words: string;
  readonly audience: Audience;
  readonly n: number;
  readonly view: View;
}

function readAddress(parameters: URLSearchParams): Address | null {
  const share = parameters.get('share');
  const words = share ?? parameters.get('q');
  if (words === null) return null;
  const view = parameters.get('view');
  const n = Number(parameters.get('turn') ?? 1);
  return {
    words,
    audience: share === null ? 'asker' : 'channel',
    n: Number.isSafeInteger(n) && n > 0 ? n : 1,
    view: isView(view) ? view : 'slack',
  };
}

const parametersOf = (c: Context): URLSearchParams => new URL(c.req.url).searchParams;

/** Page, reader and `/api` as one application. */
export function createApp(context: SurfaceContext, settings: { playground: boolean; draw: Drawing }): Hono {
  const { desk, log } = context;
  const assets = readAssets();
  const site: Site = { version: assets.version, playground: settings.playground };
  const app = new Hono();

  const page = async (c: Context, body: Html, status: 200 | 404 | 500 = 200): Promise<Response> => {
    c.header('Cache-Control', 'no-cache');
    return c.html(await body, status);
  };
  const turn = async ({ words, ...how }: Address): Promise<Html> => {
    const reply = await replyTo(desk, words);
    return drawTurn(
      { ...how, asked: words, message: reply.message, json: desk.json(words, reply) },
      settings.draw,
    );
  };

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(everyAnswer)) c.header(name, value);
  });
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    return c.text('Only GET and HEAD are answered here.\n', 405, { Allow: 'GET, HEAD' });
  });

  app.get('/assets/:version/:name', (c) => {
    const asset = assets.files.get(c.req.param('name'));
    if (asset === undefined) return c.notFound();
    const current = c.req.param('version') === assets.version;
    return c.body(asset.body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
  app.get('/a/', (c) => page(c, articlesPage(site, desk.corpus)));
  app.get('/a', (c) => c.redirect('/a/'));
  app.get('/a/:id{.+}', (c) => {
    const id = c.req.param('id');
    const article = desk.corpus.articles.get(id);
    return article === undefined
      ? page(c, noArticlePage(site, desk.corpus, id), 404)
      : page(c, readerPage(site, article));
  });

  if (settings.playground) {
    app.get('/', async (c) => {
      const asked = readAddress(parametersOf(c));
      const turns = asked === null ? [] : [await turn({ ...asked, n: 1 })];
      return page(c, playgroundPage(site, desk, asked?.words ?? null, turns));
    });
    app.get('/play', async (c) =>
      page(
        c,
        await turn(readAddress(parametersOf(c)) ?? { words: '', audience: 'asker', n: 1, view: 'slack' }),
      ),
    );
    app.get('/complete', (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json(desk.completeLine(parametersOf(c).get('q') ?? ''));
    });
    app.get('/api', async (c) => {
      const words = parametersOf(c).get('q') ?? '';
      const answer = desk.json(words, await replyTo(desk, words));
      c.header('Cache-Control', 'no-store');
      return c.json(answer);
    });
  }

  app.notFound((c) => page(c, notFoundPage(site), 404));
  app.onError((error, c) => {
    const reference = faultReference();
    log.error({ err: error, reference, path: c.req.path }, 'A page could not be made');
    return page(c, faultPage(site, reference), 500);
  });
  return app;
}
