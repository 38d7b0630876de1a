/** What an invariant was broken in. */
export type Breach =
  /** Two posts of one channel and local date. */
  | 'doubled'
  /** A day that was due has no post, and nothing true is recorded of it. */
  | 'lost'
  | 'early'
  | 'late'
  /** An excerpt comes again within its round, or a round ends before all were shown. */
  | 'repeated'
  /** A post without its row, or a row without its post. */
  | 'unmatched'
  /** The reason that is recorded for a day without a post is not so. */
  | 'untrue'
  /** A row that was final was changed, a fence fell, or rows read differ. */
  | 'changed'
  /** Something that is to be done stays undone. */
  | 'stuck'
  /** Sent by a process that no longer held it. */
  | 'overtaken'
  /** Posted long after the digest was switched off. */
  | 'unwanted'
  /** The digest logged an error, though the store never failed. */
  | 'broken';

/** An invariant does not hold. `seed` replays the run. */
export class BreachError extends Error {
  override readonly name = 'BreachError';
  readonly breach: Breach;

  constructor(breach: Breach, message: string) {
    super(message);
    this.breach = breach;
  }
}

const REMEMBERED = 30;

export interface TraceSettings {
  readonly seed: number;
  readonly days: number;
  readonly now: () => number;
  /** Hears of every step. */
  readonly heard?: ((line: string) => void) | undefined;
  /** What alone is looked for; null for everything. */
  readonly minded?: readonly Breach[] | null;
}

/** The last steps of a run, and what was found wrong in it. */
export class Trace {
  readonly #replay: string;
  readonly #now: () => number;
  readonly #steps: string[] = [];
  readonly #heard: (line: string) => void;
  readonly #minded: readonly Breach[] | null;
  /** How often each thing happened. */
  readonly counts = new Map<string, number>();
  #error: BreachError | null = null;

  constructor({ seed, days, now, heard = () => {}, minded = null }: TraceSettings) {
    this.#replay = `seed ${seed} over ${days} days`;
    this.#now = now;
    this.#heard = heard;
    this.#minded = minded;
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  say(step: string): void {
    const line = `${new Date(this.#now()).toISOString()}  ${step}`;
    this.#heard(line);
    this.#steps.push(line);
    if (this.#steps.length > REMEMBERED) this.#steps.shift();
  }

  /** The first one counts: what comes after it may follow from it. */
  breach(breach: Breach, what: string): void {
    if (this.#minded?.includes(breach) === false) return;
    this.#error ??= new BreachError(
      breach,
      [
        `${breach}: ${what}`,
        `${this.#replay}, at ${new Date(this.#now()).toISOString()}`,
        'The last steps:',
        ...this.#steps,
      ].join('\n'),
    );
  }

  /** @throws {BreachError} when an invariant was broken. */
  check(): void {
    if (this.#error !== null) throw this.#error;
  }
}
