import type { StartFault } from '../../src/fault.ts';

const causes: Readonly<Record<string, { problem: string; remedy: string }>> = {
  EADDRINUSE: {
    problem: 'something else listens there already',
    remedy: 'Stop it, or choose another PORT.',
  },
  EACCES: {
    problem: 'this user may not listen there',
    remedy: 'Choose a PORT from 1024 up.',
  },
  EADDRNOTAVAIL: {
    problem: 'this machine does not have that address',
    remedy: 'Set HOST to 127.0.0.1, or to 0.0.0.0 for every network.',
  },
  ENOTFOUND: {
    problem: 'no address is known for that host name',
    remedy: 'Set HOST to 127.0.0.1, or to 0.0.0.0 for every network.',
  },
  ERR_SOCKET_BAD_PORT: {
    problem: 'that is no port',
    remedy: 'Set PORT to a number from 1 to 65535.',
  },
};

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** The web page's port could not be opened. `problem` and `remedy` make one line for people. */
export class ListenError extends Error implements StartFault {
  override readonly name = 'ListenError';
  readonly host: string;
  readonly port: number;
  readonly problem: string;
  readonly remedy: string;

  constructor(host: string, port: number, cause: unknown) {
    const code = codeOf(cause);
    const known = causes[code === 'EAI_AGAIN' || code === 'EINVAL' ? 'ENOTFOUND' : code];
    const reason = known?.problem ?? (cause instanceof Error ? cause.message : String(cause));
    const problem = `Cannot listen on ${host}:${port}: ${reason}.`;
    super(problem, { cause });
    this.host = host;
    this.port = port;
    this.problem = problem;
    this.remedy = known?.remedy ?? 'Choose another HOST or PORT.';
  }
}
