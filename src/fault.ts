import { randomUUID } from 'node:crypto';

/** Why the desk cannot start, for the person who starts it: what is wrong, and what to do, in one line. */
export interface StartFault {
  readonly problem: string;
  readonly remedy: string;
}

/** Errors that carry both are meant for people; any other is a bug and keeps its stack. */
export const isStartFault = (error: unknown): error is Error & StartFault =>
  error instanceof Error &&
  'problem' in error &&
  typeof error.problem === 'string' &&
  'remedy' in error &&
  typeof error.remedy === 'string';

/** Ends a switch that has a case for everything: the compiler knows, and data of another version is told at once. */
export function assertNever(value: never): never {
  throw new TypeError(`There is no case for ${JSON.stringify(value)}`);
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

export const faultLine = ({ problem, remedy }: StartFault): string =>
  `${sentence(problem)} ${sentence(remedy.charAt(0).toUpperCase() + remedy.slice(1))}`;

/** Names a fault to people and in the log: short enough to read to a colleague who has the log. */
export const faultReference = (): string => randomUUID().slice(0, 8);
