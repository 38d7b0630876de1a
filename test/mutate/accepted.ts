import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Mutant } from './mutant.ts';

/** A mutant that no test need notice. It is known by the text of its lines, since lines move. */
export interface Accepted {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const ACCEPTED = 'test/mutate/accepted.json';

const schema: z.ZodType<readonly Accepted[]> = z.array(
  z.strictObject({ file: z.string(), from: z.string(), to: z.string(), reason: z.string().min(1) }),
);

/** @throws {z.ZodError} when the file is not a list of them with a reason each. */
export const readAccepted = (): readonly Accepted[] =>
  existsSync(ACCEPTED) ? schema.parse(JSON.parse(readFileSync(ACCEPTED, 'utf8'))) : [];

export const isOf = (mutant: Mutant, accepted: Accepted): boolean =>
  mutant.file === accepted.file && mutant.from === accepted.from && mutant.to === accepted.to;

/** Those of these files that no mutant is any more. */
export function staleIn(accepted: readonly Accepted[], mutants: readonly Mutant[]): readonly Accepted[] {
  const files = new Set(mutants.map(({ file }) => file));
  return accepted.filter((each) => files.has(each.file) && !mutants.some((mutant) => isOf(mutant, each)));
}
