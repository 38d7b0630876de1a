/** What is wrong and what to do about it, each a sentence for the person who runs the desk. */
interface Fault {
  readonly problem: string;
  readonly remedy: string;
}

/** The store cannot be used: said at the start, and what every method of a store rejects with. */
export class StoreError extends Error implements Fault {
  override readonly name = 'StoreError';
  readonly problem: string;
  readonly remedy: string;

  constructor({ problem, remedy }: Fault, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** What a fault of the operating system or a database goes by, or null where it has no such thing. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
