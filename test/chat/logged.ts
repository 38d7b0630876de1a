import { type Logger, pino } from 'pino';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly reference?: string;
  readonly err?: { readonly message: string };
}

/** A log whose lines can be read as soon as they are written. */
export function readableLog(): { readonly log: Logger; readonly logged: readonly LogLine[] } {
  const logged: LogLine[] = [];
  return {
    logged,
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) }),
  };
}
