import { createServer } from 'node:net';
import { startErrorOf } from '../../adapters/web/start-error.ts';

/**
 * The port on which the desk can listen, asked before anything else is started, so that this fault is told
 * together with the others.
 *
 * @param port 0 finds a free one.
 * @throws {StartError}
 */
export const probePort = (host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) => reject(startErrorOf(host, port, cause)));
    server.listen(port, host, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(found));
    });
  });
