import { type CallFailure, networkFailure } from '../../../adapters/chat/failure.ts';
import { LinesError } from './wire.ts';

/** What is certain about a call of the wire that failed. */
export function linesFailure(fault: unknown): CallFailure {
  const how = fault instanceof LinesError ? fault.name : 'lost';
  if (how === 'away') return { type: 'failed', detail: how };
  if (how === 'closed') return { type: 'refused', reason: 'archived', detail: how };
  return networkFailure('Lines', fault);
}
