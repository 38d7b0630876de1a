import type { StartFault } from '../../src/fault.ts';
import { errorCode } from '../chat/failure.ts';
import { StartError } from '../chat/start-error.ts';

const LISTEN_FAULTS: Readonly<Record<string, StartFault>> = {
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

/** What it means to the person who starts the desk that the port could not be opened. */
export function startErrorOf(host: string, port: number, cause: unknown): StartError {
  const code = errorCode(cause);
  const known = LISTEN_FAULTS[code === 'EAI_AGAIN' || code === 'EINVAL' ? 'ENOTFOUND' : code];
  const reason = known?.problem ?? (cause instanceof Error ? cause.message : String(cause));
  const problem = `Cannot listen on ${host}:${port}: ${reason}.`;
  return new StartError({ problem, remedy: known?.remedy ?? 'Choose another HOST or PORT.' }, cause);
}
