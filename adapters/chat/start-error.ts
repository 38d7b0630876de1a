import type { Platform } from '../../src/digest/platform.ts';
import { faultLine, type StartFault } from '../../src/fault.ts';
import { faultWords } from './failure.ts';

/** A surface could not be started: what is wrong, and what to do about it, in one line. */
export class StartError extends Error implements StartFault {
  override readonly name = 'StartError';
  readonly problem: string;
  readonly remedy: string;

  constructor(fault: StartFault, cause?: unknown) {
    super(faultLine(fault), { cause });
    this.problem = fault.problem;
    this.remedy = fault.remedy;
  }
}

/** What a first call that the platform did not answer means to the person who starts the desk. */
export const platformUnreachable = ({ name }: Platform, fault: unknown): StartError =>
  new StartError(
    {
      problem: `${name} could not be reached (${faultWords(fault)})`,
      remedy: 'Check the network connection, a proxy included, and start again.',
    },
    fault,
  );
