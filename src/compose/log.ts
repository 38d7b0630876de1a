import { type DestinationStream, type Logger, pino } from 'pino';

/** What a token looks like, wherever it stands in a text: Slack's by their prefix, Discord's by their shape. */
const TOKEN = /\b(?:xox[a-z]-|xapp-)[\w-]+|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b/g;

const scrub = (text: string): string => text.replace(TOKEN, '[token]');

/** Logs as JSON lines on standard error, so that standard output stays the surfaces' own. */
export const createLog = (level: string, destination: DestinationStream = pino.destination(2)): Logger =>
  pino({ level, base: null }, { write: (line: string) => destination.write(scrub(line)) });
