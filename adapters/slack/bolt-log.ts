import type { Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** Bolt's log in the desk's. What Bolt calls debugging holds whole payloads: it is kept for `trace`. */
export function boltLog(log: Logger): BoltLogger {
  const said = (parts: readonly unknown[]): string => parts.map(String).join(' ');
  // Bolt asks for a level before it composes what it would log.
  let level = (log.isLevelEnabled('trace') ? 'debug' : 'info') as LogLevel;
  return {
    debug: (...parts) => log.trace(said(parts)),
    info: (...parts) => log.debug(said(parts)),
    warn: (...parts) => log.warn(said(parts)),
    error: (...parts) => log.error(said(parts)),
    setLevel: (wanted) => {
      level = wanted;
    },
    getLevel: () => level,
    setName: () => undefined,
  };
}
