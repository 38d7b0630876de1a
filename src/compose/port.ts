import { createServer } from 'node:net';
import type { StartFault } from '../start-fault.ts';

type Probed =
  | { readonly port: number; readonly fault: null }
  | { readonly port: null; readonly fault: StartFault };

const REMEDIES: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
  EADDRINUSE: ['something else listens there already', 'Stop it, or choose another PORT.'],
  EACCES: ['this user may not listen there', 'Choose a PORT from 1024 up.'],
  EADDRNOTAVAIL: [
    'this machine does not have that address',
    'Set HOST to 127.0.0.1, or to 0.0.0.0 for every network.',
  ],
  ENOTFOUND: ['no address is known for that name', 'Set HOST to 127.0.0.1, or to 0.0.0.0 for every network.'],
};

/**
 * Whether the desk can listen there, asked before anything else is started, so that this fault is told
 * together with the others.
 *
 * @param port 0 finds a free one.
 */
export const probePort = (host: string, port: number): Promise<Probed> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'EAI_AGAIN' ? 'ENOTFOUND' : (error.code ?? '');
      const [problem, remedy] = REMEDIES[code] ?? [error.message, 'Choose another HOST or PORT.'];
      resolve({ port: null, fault: { problem: `Cannot listen on ${host}:${port}: ${problem}.`, remedy } });
    });
    server.listen(port, host, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve({ port: found, fault: null }));
    });
  });
