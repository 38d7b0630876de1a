import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Surface, SurfaceContext } from '../../src/desk/surface.ts';
import { createApp } from './app.ts';
import type { WebSettings } from './settings.ts';
import { startErrorOf } from './start-error.ts';

/**
 * 10,000 characters of a script whose letters take three bytes are 90,000 bytes in an address: the desk
 * itself shall answer such a line, rather than Node with its 16 KiB.
 */
const MOST_HEADER_BYTES = 128 * 1024;

/** The mount whose prefix is the path, or the path up to a `/`. */
function mountFor(mounts: ReadonlyMap<string, RequestListener>, url: string): RequestListener | undefined {
  const path = url.split('?', 1)[0] ?? '';
  for (const [prefix, listener] of mounts) {
    if (path === prefix || path.startsWith(`${prefix}/`)) return listener;
  }
  return undefined;
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: unknown): void => reject(startErrorOf(host, port, cause));
    server.once('error', refuse);
    try {
      server.listen(port, host, () => {
        server.off('error', refuse);
        const address = server.address();
        if (address === null || typeof address === 'string') refuse(new TypeError('no port'));
        else resolve(address);
      });
    } catch (cause) {
      refuse(cause);
    }
  });
}

/** An address that a browser on this machine can open, also when the desk listens on every address. */
function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/**
 * Serves playground, reader, `/api` and the mounts on one port.
 *
 * @throws {StartError} when the port cannot be opened.
 */
export async function startWeb(
  context: SurfaceContext,
  settings: WebSettings,
): Promise<Surface & { readonly port: number; readonly url: string }> {
  const { log } = context;
  const pages = getRequestListener(createApp(context, settings).fetch, { overrideGlobalObjects: false });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const mount = mountFor(settings.mounts, request.url ?? '');
    try {
      await (mount === undefined ? pages(request, response) : mount(request, response));
    } catch (error) {
      log.error({ err: error, path: request.url?.split('?', 1)[0] }, 'A request could not be answered');
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end();
    }
  };
  let stopping = false;
  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, (request, response) => {
    // A connection that was busy when the stop began would otherwise be kept open for its next request.
    response.once('close', () => {
      if (stopping) server.closeIdleConnections();
    });
    void answer(request, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const [status, words] =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? [
            '431 Request Header Fields Too Large',
            'This request is too long: a question has 10,000 characters at most.\n',
          ]
        : ['400 Bad Request', 'This is no HTTP request that the desk understands.\n'];
    return socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(words)}\r\nConnection: close\r\n\r\n${words}`,
    );
  });
  const { port } = await listen(server, settings.host, settings.port);
  const url = addressOf(settings.host, port);
  return {
    port,
    url,
    sender: null,
    ready: settings.playground
      ? `Playground and reader: ${url}`
      : `Reader: ${url}/a/ (the playground is switched off)`,
    stop: () =>
      new Promise((resolve, reject) => {
        stopping = true;
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
