import { type DestinationStream, type Logger, pino } from 'pino';
import { tokenShapes } from '../settings/variables.ts';

/**
 * Logs as JSON lines on standard error, so that standard output stays the surfaces' own.
 *
 * @param secrets what is never written, wherever it stands in a line.
 */
export const createLog = (
  level: string,
  destination: DestinationStream = pino.destination(2),
  secrets: readonly RegExp[] = tokenShapes,
): Logger => {
  const scrub = (line: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, '[token]'), line);
  return pino({ level, base: null }, { write: (line: string) => destination.write(scrub(line)) });
};
